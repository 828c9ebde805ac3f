import { deskListCard } from '../../src/cards/desk-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('lists what waits with its deadline, and opens each', () => {
  const words = read(deskListCard, sampleOf(deskListCard, 'a full digest'));
  expect(words).toContain('Was due Tuesday 24 November, 17:00');
  expect(words).toContain('Due Thursday 26 November, 17:00');
  expect(words).toContain('Decision · step 2');
  expect(words).toContain('5 more items wait for you.');
  const card = deskListCard.render(sampleOf(deskListCard, 'a full digest'), frame);
  expect(actionsOf(card, 'desk-open')).toHaveLength(8);
  expect(actionsOf(card, 'desk-list')).toHaveLength(1);
});

test('says of what was dealt with meanwhile that it no longer waits', () => {
  expect(read(deskListCard, sampleOf(deskListCard, 'due soon, one of two decided'))).toMatch(
    /Medical and dental\?\nNo longer waits for you\./,
  );
});

test('says that nothing waits', () => {
  expect(read(deskListCard, sampleOf(deskListCard, 'nothing waits'))).toContain('Nothing waits for you.');
});
