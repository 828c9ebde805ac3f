import { RecentlyUsed } from '../../src/cards/recently-used';

test('makes a value once and forgets the one unused for longest', () => {
  const kept = new RecentlyUsed<string>(2);
  const made: string[] = [];
  const get = (key: string) =>
    kept.getOrMake(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
