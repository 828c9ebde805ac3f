/** Turns what came of a review, and how its votes are spread, into bounds on the answers of groups. */

import { type Bound, of } from './read-row';
import type { SurfaceFigures, SurfaceReview, SurfaceRow, SurfaceTable } from './surfaces';

export interface ReviewFinding {
  readonly row: SurfaceRow;
  readonly bound: Bound;
}

const infinite = Number.POSITIVE_INFINITY;
/** Voters who stood behind a rule that lets one person be taken for another: see how `canWork` is read. */
const benefit = 1;

/** Every group that is named, and every one that is not: each list tells of both. */
export function readReview(review: SurfaceReview, table: SurfaceTable): readonly ReviewFinding[] {
  const atoms = table.rows.filter(({ kind }) => kind === 'atom');
  return [...atoms.flatMap((row) => ofGroup(row, review, table)), ...ofLead(table, review)];
}

/** The figures of the dissent that is kept in the log. */
export function dissentRows(
  review: SurfaceReview,
  { questionKind, rows }: SurfaceTable,
): readonly SurfaceRow[] {
  return review.dissent.flatMap((entry) => {
    const figures: SurfaceFigures | undefined = questionKind === 'option' ? entry.option : entry.works;
    const row = rows.find(({ kind, name }) => kind === 'atom' && name === entry.groupName);
    return row && figures ? [{ ...row, figures }] : [];
  });
}

function ofGroup(
  row: SurfaceRow,
  review: SurfaceReview,
  { questionKind }: SurfaceTable,
): readonly ReviewFinding[] {
  const { policy, kind, groupsThatDiffer, groupsNotHeard, groupsNotAffected } = review;
  const find = (bound: Bound): ReviewFinding => ({ row, bound });
  const isIn = (names: readonly string[]) => names.includes(row.name);
  if (isIn(groupsNotAffected) || isIn(groupsNotHeard)) return [];
  const share = policy.agreedShare;
  const dissent = review.dissent.find(({ groupName }) => groupName === row.name);
  const behind = { favourable: 1 - share, neutral: -share, unfavourable: -share };
  const against = { favourable: share - 1, neutral: share - 1, unfavourable: share };
  const quorum = find({ factors: of.n, low: policy.quorumMinimum, high: infinite });
  if (questionKind === 'option') {
    const isBehind = isIn(groupsThatDiffer) ? dissent?.prefersAnother === false : true;
    return [
      quorum,
      find(
        isBehind
          ? { factors: behind, low: -1e-6, high: infinite }
          : { factors: behind, low: -infinite, high: dissent?.prefersAnother ? 0 : infinite },
      ),
    ];
  }
  const canWork = isIn(groupsThatDiffer) ? dissent?.doesNotWork === false : true;
  const asItIs = { favourable: 1, neutral: -4, unfavourable: -4 };
  return [
    ...(canWork ? [find({ factors: against, low: -infinite, high: benefit })] : []),
    ...(kind === 'agreed' ? [find({ factors: asItIs, low: 0, high: infinite })] : []),
  ];
}

/** Who leads has more votes than any other, and so more than their average. */
function ofLead(
  { questionKind, rows, options = 2, leadingChoice, choices }: SurfaceTable,
  review: SurfaceReview,
): readonly ReviewFinding[] {
  const total = rows.find(({ kind }) => kind === 'total');
  if (!total || questionKind !== 'option') return [];
  const find = (factors: Bound['factors'], low: number, high = infinite) => ({
    row: total,
    bound: { factors, low, high },
  });
  const isLed = leadingChoice ?? review.leadingOptionId;
  return [
    ...(isLed && options ? [find({ favourable: options - 1, neutral: 0, unfavourable: -1 }, 1)] : []),
    ...(choices?.n === undefined ? [] : [find(of.n, choices.n, choices.n)]),
  ];
}
