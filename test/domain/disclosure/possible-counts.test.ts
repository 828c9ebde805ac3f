import fc from 'fast-check';
import {
  type AnswerPart,
  answerParts,
  type Bounds,
  type KnownBounds,
  type PartTotals,
  possibleCounts,
} from '../../../src/domain/disclosure/possible-counts';

const bounds = (most: number) =>
  fc.tuple(fc.nat({ max: most }), fc.nat({ max: most })).map(([a, b]) => ({
    low: Math.min(a, b),
    high: Math.max(a, b),
  }));
const known = fc.record({ n: bounds(5), favourable: bounds(3), neutral: bounds(3), unfavourable: bounds(3) });
const totals = fc.record({
  favourable: fc.nat({ max: 6 }),
  neutral: fc.nat({ max: 6 }),
  unfavourable: fc.nat({ max: 6 }),
});

const upTo = ({ low, high }: Bounds) =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, step) => low + step);

/** Every table of counts that one group may have on its own. */
function tablesOf(group: KnownBounds): readonly PartTotals[] {
  return upTo(group.favourable).flatMap((favourable) =>
    upTo(group.neutral).flatMap((neutral) =>
      upTo(group.unfavourable)
        .map((unfavourable) => ({ favourable, neutral, unfavourable }))
        .filter((table) => sum(table) >= group.n.low && sum(table) <= group.n.high),
    ),
  );
}

const sum = (table: PartTotals) => table.favourable + table.neutral + table.unfavourable;

function tried(groups: readonly KnownBounds[], left: PartTotals): boolean {
  const [group, ...others] = groups;
  if (!group) return sum(left) === 0;
  return tablesOf(group).some((table) => {
    const rest = {
      favourable: left.favourable - table.favourable,
      neutral: left.neutral - table.neutral,
      unfavourable: left.unfavourable - table.unfavourable,
    };
    return answerParts.every((part) => rest[part] >= 0) && tried(others, rest);
  });
}

describe('possibleCounts', () => {
  it('gives exactly the counts that trying everything finds', () => {
    const part = fc.constantFrom<AnswerPart | 'n'>('n', ...answerParts);
    fc.assert(
      fc.property(known, fc.array(known, { maxLength: 2 }), totals, part, (group, others, all, of) => {
        const found = upTo({ low: 0, high: 9 }).filter((count) =>
          tried([{ ...group, [of]: within(group[of], count) }, ...others], all),
        );
        expect(upTo(possibleCounts(group, others, all, of))).toEqual(found);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});

function within({ low, high }: Bounds, count: number): Bounds {
  return { low: Math.max(low, count), high: Math.min(high, count) };
}
