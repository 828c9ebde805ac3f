import { assistStartCard } from '../../src/cards/assist-start.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('says whose answer it will be, and that a code is good once', () => {
  const words = read(assistStartCard, sampleOf(assistStartCard, 'start'));
  expect(words).toContain('What they say is theirs');
  expect(words).toContain('A code is good once in each pulse.');
});

test('a code that was refused is not shown again, and why is not told', () => {
  const refused = sampleOf(assistStartCard, 'a code that cannot be used');
  const card = assistStartCard.render(refused, frame);
  expect(elementsIn(card)).toContainEqual(expect.objectContaining({ id: 'code', value: '' }));
  expect(read(assistStartCard, refused)).toContain('It may be mistyped, replaced or used already');
});

test('gives back the code that could not be confirmed, and words that came too late', () => {
  const card = assistStartCard.render(sampleOf(assistStartCard, 'not confirmed'), frame);
  expect(elementsIn(card)).toContainEqual(expect.objectContaining({ id: 'code', value: '2345-6789' }));
  expect(actionsOf(card, 'assist-begin')).toHaveLength(1);
  const over = read(assistStartCard, sampleOf(assistStartCard, 'over, with words that were not saved'));
  expect(over).toContain('There is one laptop for the whole bay.');
});
