import { fitPage } from '../../src/cards/fit-page';

const words = (item: string) => item;

test('keeps a page of short texts whole', () => {
  const short = ['a', 'b', 'c', 'd', 'e'];
  expect(fitPage(short, words)).toEqual(short);
  expect(fitPage([], words)).toEqual([]);
});

test('makes a page of long texts shorter, in either encoding, and never leaves it empty', () => {
  expect(fitPage(Array(5).fill('x'.repeat(2000)), words)).toHaveLength(3);
  expect(fitPage(Array(5).fill('看'.repeat(2000)), words)).toHaveLength(2);
  expect(fitPage(['x'.repeat(20_000), 'y'], words)).toHaveLength(1);
});
