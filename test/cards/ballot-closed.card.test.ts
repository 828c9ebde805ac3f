import { ballotClosedCard } from '../../src/cards/ballot-closed.card';
import { read, sampleOf } from './rendering';

test('says that nothing was recorded and gives typed words back', () => {
  const words = read(
    ballotClosedCard,
    sampleOf(ballotClosedCard, 'with words that were not saved, from a list'),
  );
  expect(words).toContain('It closed on Tuesday 8 December 2026.');
  expect(words).toContain('This tap was not recorded.');
  expect(words).toContain('It is one screen more for every patient.');
  expect(words).toContain('Back to the list');
});
