import { gateListCard } from '../../src/cards/gate-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('lists each gate with its verdict or its decision in words, and opens it', () => {
  const words = read(gateListCard, sampleOf(gateListCard, 'two'));
  expect(words).toContain('Not met · decided on Tuesday 12 January 2027');
  expect(words).toContain('Decided against the evidence: Go');
  const card = gateListCard.render(sampleOf(gateListCard, 'two'), frame);
  expect(actionsOf(card, 'gate-show')).toHaveLength(2);
});

test('says where gates come from when there are none', () => {
  expect(read(gateListCard, sampleOf(gateListCard, 'none'))).toContain('This programme has no gate.');
});
