import { reviewDecisionCard } from '../../src/cards/review-decision.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('shows the outcome, who was not heard, what is open as unsafe, and who saw it differently', () => {
  const view = sampleOf(reviewDecisionCard, 'contested');
  const words = read(reviewDecisionCard, view);
  expect(words).toContain('Leading: Second nurse scans their badge.');
  expect(words).toContain('Outcome: contested.');
  expect(words).toContain('1 “unsafe” is open with the clinical safety officer.');
  expect(words).toContain('Medical and dental, Larkfield: would rather have another option.');
  const acts = actionsOf(reviewDecisionCard.render(view, frame), 'review-decide');
  expect(acts.map(({ data }) => data)).toMatchObject([
    { kind: 'approve', against: 'ask', revision: 9 },
    { kind: 'reject', against: 'ask' },
    { kind: 'defer', against: 'ask' },
  ]);
});

test('says before it is decided that it goes against the vote, with everything that was typed', () => {
  const view = sampleOf(reviewDecisionCard, 'against the vote, to be confirmed');
  const card = reviewDecisionCard.render(view, frame);
  expect(read(reviewDecisionCard, view)).toContain('This goes against what the people affected said.');
  const confirmed = actionsOf(card, 'review-decide').filter(
    ({ data }) => (data as { against: string }).against === 'confirmed',
  );
  expect(confirmed).toMatchObject([
    { title: 'Approve the option, against the vote', data: { kind: 'approve' } },
  ]);
  expect(elementsIn(card).find(({ id }) => id === 'rationale')).toMatchObject({
    value: 'The scanners cannot be had before spring.',
  });
  expect(elementsIn(card).find(({ id }) => id === 'optionId')).toMatchObject({ value: 'password' });
});
