/** Sets groups beside one another: what each shows, least confident first, and by name those that show nothing. */

import type { Figures, GroupRow, Release } from '../disclosure/release';
import type { QuestionKind } from '../pulse/question';
import { leastConfidentFirst } from '../score/least-confident';
import type { ComparedGroup, ComparisonChart } from './chart';

/** A group with the floor it is held against. */
export type GroupAgainstFloor = Pick<GroupRow, 'name' | 'headcount' | 'figures' | 'kind' | 'atomIds'> & {
  readonly floor: number;
};

/** In the order of a chart. A withheld group is named and has no place among the figures. */
export function compareGroups(
  groups: readonly GroupAgainstFloor[],
  questionKind: QuestionKind,
): ComparisonChart {
  const sorted = [...groups].sort(
    (a, b) => Number(b.kind === 'total') - Number(a.kind === 'total') || leastConfidentFirst(a, b),
  );
  const withheld = (label: 'notHeardYet' | 'tooSmallToShow') =>
    sorted.filter(({ figures }) => figures.label === label).map(({ name }) => name);
  return {
    kind: 'comparison',
    questionKind,
    groups: sorted.flatMap(compared),
    notHeardYet: withheld('notHeardYet'),
    tooSmallToShow: withheld('tooSmallToShow'),
  };
}

/** The groups of a wave's first question: everybody with both margins of the frame, or, where no margin is shown, with the
 * atoms. Undefined without a group that may be shown. */
export function compareRelease(release: Release): ComparisonChart | undefined {
  const [table] = release.tables;
  if (!table) return undefined;
  const isMargin = ({ kind }: GroupRow) => kind === 'siteGroup' || kind === 'staffFamily';
  const areMarginsShown = table.rows.some((row) => isMargin(row) && isShown(row.figures));
  const rows = table.rows.filter(
    (row) => row.kind === 'total' || (areMarginsShown ? isMargin(row) : row.kind === 'atom'),
  );
  if (!rows.some(({ figures }) => isShown(figures))) return undefined;
  const floor = release.confidenceFloor;
  return compareGroups(
    rows.map((row) => ({ ...row, floor })),
    table.questionKind,
  );
}

function compared({ name, headcount, figures, floor, kind }: GroupAgainstFloor): readonly ComparedGroup[] {
  if (!isShown(figures)) return [];
  return [{ name, headcount, figures, floor, isTotal: kind === 'total' }];
}

/** By what the figures are called, not by what they hold. */
function isShown(figures: Figures): figures is ComparedGroup['figures'] {
  return figures.label === 'shown' || figures.label === 'band';
}
