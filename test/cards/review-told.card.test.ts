import { reviewToldCard } from '../../src/cards/review-told.card';
import { read, sampleOf } from './rendering';

test('tells the outcome, the decision, why, and that it goes against the vote', () => {
  const words = read(reviewToldCard, sampleOf(reviewToldCard, 'against the vote'));
  expect(words).toContain('Saw it differently: Medical and dental, Larkfield General.');
  expect(words).toContain('Decided: Before the drug is chosen');
  expect(words).toContain('against what the people affected said');
  expect(words).toContain('Why: Two wards have tried it.');
});

test('tells what became of the changes that were asked for', () => {
  const words = read(reviewToldCard, sampleOf(reviewToldCard, 'agreed with changes, and done'));
  expect(words).toContain('The supplier is asked to do this by Monday 11 January');
  expect(words).toContain('The supplier says: It comes once for each order');
  expect(words).not.toContain('against');
});
