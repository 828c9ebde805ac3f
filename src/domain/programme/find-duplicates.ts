/** Two things of one name cannot be told apart, so every declared list is checked for repeats. */

import type { ProgrammeProblem } from './programme-problem';

/** One problem for each item whose `field` repeats an earlier one; capital letters make no difference. */
export function findDuplicates<T>(
  items: readonly T[],
  field: keyof T & string,
  path: readonly (string | number)[],
  what: string,
): ProgrammeProblem[] {
  const firstIndex = new Map<string, number>();
  return items.flatMap((item, index) => {
    const value = String(item[field]);
    const key = value.toLowerCase();
    const first = firstIndex.get(key);
    if (first === undefined) {
      firstIndex.set(key, index);
      return [];
    }
    return [
      {
        path: [...path, index, field],
        message: `"${value}" is already the ${field} of ${what} number ${first + 1}`,
        remedy: `Give each ${what} a ${field} of its own, or remove one of the two.`,
      },
    ];
  });
}
