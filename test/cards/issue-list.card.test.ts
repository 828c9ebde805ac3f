import { issueListCard } from '../../src/cards/issue-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('shows a lead what waits and for how long, opens each, and turns to the other parts', () => {
  const card = issueListCard.render(sampleOf(issueListCard, 'for the lead'), frame);
  expect(actionsOf(card, 'issue-triage-show')).toHaveLength(6);
  expect(actionsOf(card, 'issues-show').map(({ title }) => title)).toEqual([
    'Next page',
    'Older than promised (2)',
    'Under way (3)',
    'With the executive (1)',
    'Answered (12)',
  ]);
  expect(read(issueListCard, sampleOf(issueListCard, 'for the lead'))).toContain(
    'Infrastructure and devices · St Bride’s Hospital · 9 working days, older than promised',
  );
});

test('shows others no words but published titles', () => {
  const view = sampleOf(issueListCard, 'for others, the last page');
  const words = read(issueListCard, view);
  expect(words).toContain('Infrastructure and devices (no title published)');
  expect(words).toContain('Too few laptops on nights');
  expect(words).not.toContain('locked in the office');
  expect(actionsOf(issueListCard.render(view, frame), 'issue-triage-show')).toEqual([]);
});
