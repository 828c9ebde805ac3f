import { issueFixCard } from '../../src/cards/issue-fix.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('asks whoever owns the fix in the lead’s words alone', () => {
  const view = sampleOf(issueFixCard, 'to be done');
  const words = read(issueFixCard, view);
  expect(words).toContain('Six more laptops, in a cupboard with a code.');
  expect(words).not.toContain('Drug rounds');
  const card = issueFixCard.render(view, frame);
  expect(actionsOf(card, 'issue-fix-done')[0]?.data).toMatchObject({ revision: 3 });
  expect(actionsOf(card, 'issue-fix-later')).toHaveLength(1);
  expect(read(issueFixCard, sampleOf(issueFixCard, 'overdue'))).toContain('This fix is overdue');
});

test('says that it is done, or no longer theirs', () => {
  expect(read(issueFixCard, sampleOf(issueFixCard, 'done'))).toContain('Done on Friday 11 December 2026.');
  const over = sampleOf(issueFixCard, 'given to somebody else');
  expect(read(issueFixCard, over)).toContain('This is no longer yours to fix');
  expect(elementsIn(issueFixCard.render(over, frame)).some(({ type }) => type === 'ActionSet')).toBe(false);
});

test('gives back what was typed with a day that is over', () => {
  const refused = issueFixCard.render(sampleOf(issueFixCard, 'refused, with what was typed'), frame);
  const values = Object.fromEntries(elementsIn(refused).map(({ id, value }) => [id, value]));
  expect(values).toMatchObject({
    laterWords: 'The supplier delivers after Christmas.',
    laterDueOn: '2026-11-01',
  });
});
