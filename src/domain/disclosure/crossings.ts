/** Whether a one-way margin can stand beside every other group without telling of the few people that both or one hold. */

import type { AtomId, QuestionId } from '../ids';
import type { Question } from '../pulse/question';
import { addCounted } from './add-counts';
import { answerClasses } from './answer-classes';
import { cellsBySum } from './hidden-cells';
import type { OneWayMargin } from './one-way-margins';
import type { Profile } from './profile';
import type { OneWayKind, ReportingGroup } from './release';
import { type HiddenTable, staysOpen } from './stays-open';
import type { TableCell } from './suppression-table';

export interface CrossingInput {
  readonly question: Question;
  readonly profiles: readonly Profile[];
  /** The table's groups, the total aside. */
  readonly groups: readonly ReportingGroup[];
  readonly margins: readonly OneWayMargin[];
  readonly minimumGroupSize: number;
}

/** More cells than this are not looked through, and the margin is withheld. */
const mostCells = 3_000;
/** One value more than a leak's bound, because the other margins tie the figures too. */
const openValues = { n: 3, favourable: 4, unfavourable: 4 } as const;

/** True when, against the atoms, the site groups, the staff families and each other margin, whatever two groups have in
 * common or not in common has no answer, or k answers or more, or stays open (`staysOpen`) even to somebody who knew
 * every sum of the two. */
export function crossesSafely(margin: OneWayMargin, input: CrossingInput): boolean {
  const columnOf = groupsOf(margin);
  const sides = (['atom', 'siteGroup', 'staffFamily'] as const).map((kind) => {
    const byAtom = new Map<AtomId, string>(
      input.groups
        .filter((group) => group.kind === kind)
        .flatMap((group) => group.atomIds.map((atomId) => [atomId, String(group.groupId)] as const)),
    );
    return (profile: Profile) => byAtom.get(profile.atomId);
  });
  const others = input.margins.filter(({ kind }) => kind !== margin.kind).map(groupsOf);
  return [...sides, ...others].every((rowOf) => {
    const table = crossTable(rowOf, columnOf, input);
    return table !== undefined && isOpenTable(table);
  });
}

type GroupOf = (profile: Profile) => string | undefined;

function groupsOf({
  kind,
  pieces,
}: {
  readonly kind: OneWayKind;
  readonly pieces: OneWayMargin['pieces'];
}): GroupOf {
  const byPart = new Map(
    pieces.flatMap(({ groups }) =>
      groups.flatMap(({ groupId, parts }) => parts.map((part) => [part, String(groupId)])),
    ),
  );
  return ({ groups }) => byPart.get(groups[kind]);
}

/** Undefined where it has more cells than are looked through. */
function crossTable(
  rowOf: GroupOf,
  columnOf: GroupOf,
  { question, profiles, minimumGroupSize }: CrossingInput,
): HiddenTable | undefined {
  const questionId: QuestionId = question.id;
  const crossed = new Map<
    string,
    { row: string; column: string; headcount: number; counts: Record<string, number> }
  >();
  for (const profile of profiles) {
    const row = rowOf(profile);
    const column = columnOf(profile);
    if (row === undefined || column === undefined) continue;
    const key = JSON.stringify([row, column]);
    const cell = crossed.get(key) ?? { row, column, headcount: 0, counts: {} };
    crossed.set(key, cell);
    if (crossed.size > mostCells) return undefined;
    cell.headcount += profile.headcount;
    addCounted(cell.counts, profile.counts.get(questionId));
  }
  const cells = [...crossed.values()].map(
    ({ row, column, headcount, counts }): TableCell => ({
      groupId: JSON.stringify([row, column]) as TableCell['groupId'],
      kind: 'atom',
      ends: [
        { sum: row, sign: 1 },
        { sum: column, sign: 1 },
      ],
      answers: answerClasses(question, counts),
      headcount,
      need: 'withheld',
      mayBeWithheld: false,
      mayBeBanded: false,
      isStrong: false,
      costs: { withheld: 0, banded: 0 },
    }),
  );
  const hidden = { withheld: new Set(cells.keys()), banded: new Set<number>() };
  return { cells, bySum: cellsBySum(cells), hidden, minimumGroupSize };
}

function isOpenTable(table: HiddenTable): boolean {
  const { cells, bySum, minimumGroupSize: k } = table;
  const sumOf = (set: readonly number[], of: (cell: TableCell) => number) =>
    set.reduce((sum, index) => sum + (cells[index] ? of(cells[index]) : 0), 0);
  return cells.every((cell, index) => {
    const beside = cell.ends.map(({ sum }) => (bySum.get(sum) ?? []).filter((other) => other !== index));
    return [[index], ...beside].every((set) => {
      const n = sumOf(set, ({ answers }) => answers.n);
      if (n === 0 || n >= k) return true;
      // Of one or two people the roster alone leaves fewer values than that.
      const most = sumOf(set, ({ headcount }) => headcount) + 1;
      return (['n', 'favourable', 'unfavourable'] as const).every((of) =>
        staysOpen(table, { cells: new Set(set), of, values: Math.min(openValues[of], most) }),
      );
    });
  });
}
