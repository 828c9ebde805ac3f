import { ballotListCard } from '../../src/cards/ballot-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('opens each ballot in this card, with a way back', () => {
  const opens = actionsOf(ballotListCard.render(sampleOf(ballotListCard, 'two'), frame), 'ballot-show');
  expect(opens.map(({ data }) => data)).toEqual(
    [1, 2].map(() => expect.objectContaining({ reviewId: 'review.larkfield-epr.7c2f1e9a', list: 'yes' })),
  );
});

test('says when none is open any more', () => {
  expect(read(ballotListCard, sampleOf(ballotListCard, 'none is open any more'))).toContain(
    'No vote is open to you',
  );
});
