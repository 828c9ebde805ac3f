/** Digits that belong together though something stands between them, and what of them could be a number of some kind. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whole groups of digits, side by side, that might be one number. */
export interface Candidate {
  readonly digits: string;
  readonly groups: readonly string[];
  /** What stands between the groups: one fewer than these. */
  readonly gaps: readonly string[];
  /** The three characters before it. */
  readonly before: string;
}

interface Group extends Span {
  readonly digits: string;
}

/** Up to three spaces, dots, hyphens, strokes, lines or brackets stand between the groups of one number. */
const chain = /\d(?:[\s.\-/_()]{0,3}\d)*/g;

/** Spans of whole groups that `isNumber` accepts, at most `longest` digits each: from the left, the longest, none over
 * another. */
export function findInChains(
  plain: string,
  longest: number,
  isNumber: (candidate: Candidate) => boolean,
): Span[] {
  const found: Span[] = [];
  for (const match of plain.matchAll(chain)) {
    const groups = groupsOf(match[0], match.index);
    let coveredTo = 0;
    for (const [index, group] of groups.entries()) {
      if (group.start < coveredTo) continue;
      const end = longestFrom(plain, groups, index, longest, isNumber);
      if (end === undefined) continue;
      found.push({ start: group.start, end });
      coveredTo = end;
    }
  }
  return found;
}

function longestFrom(
  plain: string,
  all: readonly Group[],
  first: number,
  longest: number,
  isNumber: (candidate: Candidate) => boolean,
): number | undefined {
  const start = all[first]?.start ?? 0;
  const before = plain.slice(Math.max(0, start - 3), start);
  const groups: string[] = [];
  const gaps: string[] = [];
  let digits = '';
  let previousEnd = start;
  let end: number | undefined;
  for (let index = first; index < all.length; index += 1) {
    const group = all[index];
    if (!group || digits.length + group.digits.length > longest) break;
    if (index > first) gaps.push(plain.slice(previousEnd, group.start));
    groups.push(group.digits);
    digits += group.digits;
    previousEnd = group.end;
    if (isNumber({ digits, groups, gaps, before })) end = group.end;
  }
  return end;
}

function groupsOf(text: string, offset: number): Group[] {
  return [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
}
