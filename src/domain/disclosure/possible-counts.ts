/** What somebody may still believe about groups of which only the joint total is known. */

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export const answerParts = ['favourable', 'neutral', 'unfavourable'] as const;
export type AnswerPart = (typeof answerParts)[number];
export type PartTotals = Readonly<Record<AnswerPart, number>>;

/** What is known of one group on its own: bounds on its answers and on each part of them; `n.high` is finite. */
export type KnownBounds = Readonly<Record<AnswerPart | 'n', Bounds>>;

export const anyCount: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

/** The counts of a part (or of all answers, `n`) that a group may have when `others` keep their own bounds and all of
 * them add up to `totals`: every whole number from `low` to `high`, none when `low` is above `high`.
 *
 * Exact: each group's bounds form an integral generalised polymatroid, and so does their sum, so it suffices to compare
 * every set of parts with the room the others leave (Frank and Tardos 1988). */
export function possibleCounts(
  group: KnownBounds,
  others: readonly KnownBounds[],
  totals: PartTotals,
  part: AnswerPart | 'n',
): Bounds {
  let { low, high } = group[part];
  for (const { inside, outside } of partSets) {
    const room = roomBeside(inside, outside, others, totals);
    const own = sumOf(inside, group, part);
    const rest = sumOf(outside, group, part);
    // The two ways in which the group's own bounds bear on the set: directly, and as n less what is outside it.
    const direct = { low: room.low - own.high, high: room.high - own.low };
    const byRest = {
      low: group.n.low - rest.high - room.high,
      high: group.n.high - rest.low - room.low,
    };
    const isAt = part === 'n' ? 'n' : inside.includes(part) ? 'inside' : 'outside';
    if (isAt !== 'inside' && (own.low > room.high || own.high < room.low)) return nothing;
    if (isAt === 'inside' && (byRest.low > 0 || byRest.high < 0)) return nothing;
    const bound = {
      inside: direct,
      outside: byRest,
      n: { low: room.low + rest.low, high: room.high + rest.high },
    };
    low = Math.max(low, bound[isAt].low);
    high = Math.min(high, bound[isAt].high);
  }
  return { low, high };
}

const nothing: Bounds = { low: 0, high: -1 };

/** Every set of parts, the empty one too. */
const partSets = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => ({
  inside: answerParts.filter((_, bit) => mask & (1 << bit)),
  outside: answerParts.filter((_, bit) => !(mask & (1 << bit))),
}));

/** What the others leave of the total over a set of parts; no room at all where their own bounds exclude each other. */
function roomBeside(
  inside: readonly AnswerPart[],
  outside: readonly AnswerPart[],
  others: readonly KnownBounds[],
  totals: PartTotals,
): Bounds {
  let total = 0;
  for (const part of inside) total += totals[part];
  let { low, high } = { low: total, high: total };
  for (const other of others) {
    const own = sumOf(inside, other);
    const rest = sumOf(outside, other);
    const least = Math.max(own.low, other.n.low - rest.high);
    const most = Math.min(own.high, other.n.high - rest.low);
    if (least > most) return { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
    low -= most;
    high -= least;
  }
  return { low, high };
}

function sumOf(parts: readonly AnswerPart[], bounds: KnownBounds, except?: AnswerPart | 'n'): Bounds {
  let [low, high] = [0, 0];
  for (const part of parts) {
    if (part === except) continue;
    low += bounds[part].low;
    high += bounds[part].high;
  }
  return { low, high };
}
