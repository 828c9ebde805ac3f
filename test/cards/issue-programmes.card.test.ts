import { issueProgrammesCard } from '../../src/cards/issue-programmes.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, sampleOf } from './rendering';

test('lets whoever belongs to several programmes choose, and keeps words that were brought along', () => {
  const two = issueProgrammesCard.render(sampleOf(issueProgrammesCard, 'two'), frame);
  expect(actionsOf(two, 'issue-raise').map(({ data }) => data)).toMatchObject([
    { programmeId: 'larkfield-epr', from: 'card' },
    { programmeId: 'larkfield-epma', from: 'card' },
  ]);
  const card = issueProgrammesCard.render(sampleOf(issueProgrammesCard, 'with words'), frame);
  expect(elementsIn(card).find(({ id }) => id === 'text')).toMatchObject({
    value: 'One laptop for the bay.',
  });
});
