/** The unanimity guard: where a share would tell what (nearly) everybody said, only its band is shown. */

import type { AnswerClasses } from './answer-classes';
import type { Band } from './release';

/** True where fewer than 2, or all but fewer than 2, are favourable or unfavourable. */
export function isNearlyUnanimous({
  n,
  favourable,
  unfavourable,
}: Pick<AnswerClasses, 'n' | 'favourable' | 'unfavourable'>): boolean {
  return [favourable, unfavourable].some((count) => count < 2 || count > n - 2);
}

/** The narrowest true band of `favourable` out of `n` ≥ 1. */
export function bandOf({ n, favourable }: Pick<AnswerClasses, 'n' | 'favourable'>): Band {
  // In fifths, because 0.2 × n is not exact.
  if (favourable * 5 <= n) return 'atMost20';
  return favourable * 5 >= n * 4 ? 'atLeast80' : 'from20To80';
}

export function unfavourableBandOf({ n, unfavourable }: Pick<AnswerClasses, 'n' | 'unfavourable'>): Band {
  return bandOf({ n, favourable: unfavourable });
}

/** The lowest and highest share of each band, 0 to 1. */
export const bandShares: Readonly<Record<Band, { readonly lowest: number; readonly highest: number }>> = {
  atMost20: { lowest: 0, highest: 0.2 },
  from20To80: { lowest: 0.2, highest: 0.8 },
  atLeast80: { lowest: 0.8, highest: 1 },
};
