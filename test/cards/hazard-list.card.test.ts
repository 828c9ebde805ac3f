import { hazardListCard } from '../../src/cards/hazard-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('lists each hazard with its age and who has it, and opens it', () => {
  const words = read(hazardListCard, sampleOf(hazardListCard, 'two'));
  expect(words).toContain('2 days ago');
  expect(words).toContain('Acknowledged by Nasrin Ahmadi');
  expect(words).toContain('Nobody has acknowledged it.');
  const card = hazardListCard.render(sampleOf(hazardListCard, 'two'), frame);
  expect(actionsOf(card, 'hazard-show')).toHaveLength(2);
});

test('says how many there are beside those it has room for, or that there is none', () => {
  expect(read(hazardListCard, sampleOf(hazardListCard, 'many'))).toContain('And 4 more');
  expect(read(hazardListCard, sampleOf(hazardListCard, 'none'))).toContain('No hazard is open.');
});
