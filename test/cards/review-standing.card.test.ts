import { reviewStandingCard } from '../../src/cards/review-standing.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('of an open one says only how many of all have voted, roughly, and when it closes', () => {
  const view = sampleOf(reviewStandingCard, 'open to votes');
  const words = read(reviewStandingCard, view);
  expect(words).toContain('About 35 in 100 of all who were asked have voted.');
  expect(words).toContain('7 days are left.');
  expect(words).not.toContain('What came of it');
  expect(actionsOf(reviewStandingCard.render(view, frame), 'review-manage')).toMatchObject([
    { title: 'Close it now', data: { act: 'close', revision: 8 } },
  ]);
  const { responsePercent: _percent, ...untold } = view;
  expect(read(reviewStandingCard, untold)).toContain('How many have voted is not shown before it closes.');
});

test('of one that waits tells the outcome, with nothing to press for whom it does not wait for', () => {
  const view = sampleOf(reviewStandingCard, 'waiting for its decision');
  const words = read(reviewStandingCard, view);
  expect(words).toContain('Outcome: contested.');
  expect(words).toContain('Groups not heard: Nursing and midwifery, Mill Lane.');
  expect(actionsOf(reviewStandingCard.render(view, frame), 'review-manage')).toEqual([]);
});

test('of a decided one says where in the log it stands, and why it is to be confirmed', () => {
  const view = sampleOf(reviewStandingCard, 'to be confirmed');
  const words = read(reviewStandingCard, view);
  expect(words).toContain('Decided: Second nurse scans their badge, against the vote');
  expect(words).toContain('In the decision log: entry 14, head 9f2c51d07be8a1c6.');
  expect(words).toContain('To be confirmed since 11 Jan 2027: a new version, 2.2.');
});
