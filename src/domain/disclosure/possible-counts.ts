/** What somebody may still believe about groups of which only the joint total is known. */

export const answerParts = ['favourable', 'neutral', 'unfavourable'] as const;
export type AnswerPart = (typeof answerParts)[number];

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What is known of one group on its own: bounds on its answers and on each part of them. */
export type KnownBounds = Readonly<Record<AnswerPart | 'n', Bounds>>;
export type PartTotals = Readonly<Record<AnswerPart, number>>;

export const anyCount: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

/** Whether whole counts exist that respect every group's bounds and add up to the totals. Exact: each group's bounds
 * form an integral generalised polymatroid, and so does their sum, so that comparing every set of parts suffices
 * (Frank and Tardos 1988). `n.high` must be finite. */
export function isPossible(groups: readonly KnownBounds[], totals: PartTotals): boolean {
  return partSets.every((set) => {
    const total = set.reduce((sum, part) => sum + totals[part], 0);
    let [fewest, most] = [0, 0];
    for (const group of groups) {
      const bounds = boundsOfSet(group, set);
      if (bounds.low > bounds.high) return false;
      fewest += bounds.low;
      most += bounds.high;
    }
    return fewest <= total && total <= most;
  });
}

/** How many different counts of a part (or of all answers, `n`) the group at `index` may have, counted up to `upTo`. */
export function countPossible(
  groups: readonly KnownBounds[],
  totals: PartTotals,
  { index, part, upTo }: { readonly index: number; readonly part: AnswerPart | 'n'; readonly upTo: number },
): number {
  const group = groups[index];
  if (!group) return 0;
  const highest = Math.min(group[part].high, group.n.high);
  let found = 0;
  for (let count = group[part].low; count <= highest && found < upTo; count += 1) {
    const supposed = { ...group, [part]: { low: count, high: count } };
    if (isPossible(groups.with(index, supposed), totals)) found += 1;
  }
  return found;
}

/** Every set of parts but the empty one. */
const partSets: readonly (readonly AnswerPart[])[] = [1, 2, 3, 4, 5, 6, 7].map((mask) =>
  answerParts.filter((_, bit) => mask & (1 << bit)),
);

function boundsOfSet(group: KnownBounds, set: readonly AnswerPart[]): Bounds {
  let [low, high, lowOutside, highOutside] = [0, 0, 0, 0];
  for (const part of answerParts) {
    if (set.includes(part)) {
      low += group[part].low;
      high += group[part].high;
    } else {
      lowOutside += group[part].low;
      highOutside += group[part].high;
    }
  }
  return { low: Math.max(low, group.n.low - highOutside), high: Math.min(high, group.n.high - lowOutside) };
}
