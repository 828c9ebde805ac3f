import { reviewListCard } from '../../src/cards/review-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('lists each review with where it stands, and opens it', () => {
  const view = sampleOf(reviewListCard, 'one of each');
  const words = read(reviewListCard, view);
  for (const standing of ['To be confirmed.', 'Waits for its decision.', 'Open to votes.', 'Draft.']) {
    expect(words).toContain(standing);
  }
  const card = reviewListCard.render(view, frame);
  expect(actionsOf(card, 'review-show')).toHaveLength(4);
  expect(actionsOf(card, 'reviews-show')).toMatchObject([{ data: { page: 1, only: 'all' } }]);
  expect(actionsOf(card, 'review-new')).toHaveLength(1);
});

test('says why a decision is to be confirmed, and how to begin where there is none', () => {
  expect(read(reviewListCard, sampleOf(reviewListCard, 'to be confirmed'))).toContain('a new version, 2.2');
  expect(read(reviewListCard, sampleOf(reviewListCard, 'none'))).toContain('Type “new review”');
});
