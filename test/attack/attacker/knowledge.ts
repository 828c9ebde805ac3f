/** Puts everything that is shown about one question of one wave together, as bounds on the answers of cells. */

import { type CellOfPeople, cellsOf, divide } from './cells';
import { readCards } from './read-cards';
import { dissentRows, readReview } from './read-review';
import { type Bound, boundsOf, of } from './read-row';
import type { SurfaceRow, SurfaceTable, SurfaceWave } from './surfaces';

export interface Statement extends Bound {
  readonly cells: readonly number[];
  /** What is told of answers beside a champion. */
  readonly isAssisted?: true;
}

export interface Knowledge {
  readonly cells: readonly CellOfPeople[];
  readonly rows: readonly { readonly row: SurfaceRow; readonly cells: readonly number[] }[];
  readonly statements: readonly Statement[];
}

export function knowledgeOf(
  wave: SurfaceWave,
  questionId: string,
  marked?: ReadonlyMap<string, string>,
): Knowledge {
  const tables = wave.releases.flatMap(({ tables }) => tables);
  const ours = tables.filter((table) => table.questionId === questionId);
  const [table] = ours;
  if (!table) return { cells: [], rows: [], statements: [] };
  const informative = ours
    .flatMap(({ rows }) => rows)
    .filter(({ figures }) => figures.label !== 'tooSmallToShow');
  const isFirst = wave.releases[0]?.tables[0]?.questionId === questionId;
  const assisted = isFirst ? readAssisted(wave) : undefined;
  const cells = divide(wave.roster, informative, marked, assisted !== undefined);
  const places = new Map<string, readonly number[]>();
  const placed = (row: SurfaceRow) => {
    const known = places.get(row.groupId) ?? cellsOf(row, cells);
    places.set(row.groupId, known);
    return known;
  };
  const { questionKind } = table;
  const isBallot = questionKind === 'option' || questionKind === 'works';
  const hasMiddle = questionKind !== 'scale' && questionKind !== 'option';
  const rules = { ...wave, hasMiddle, points: pointsOf(table), isBallot };
  const { review } = wave;
  const known = [
    ...ours.flatMap(({ rows }) => rows),
    ...exported(wave, table),
    ...(review ? dissentRows(review, table) : []),
  ].filter((row) => placed(row).length > 0 && isWhole(row, placed(row), cells));
  return {
    cells,
    rows: table.rows.map((row) => ({ row, cells: placed(row) })).filter((row) => row.cells.length > 0),
    statements: [
      ...known.flatMap((row) => boundsOf(row, rules).map((bound) => ({ ...bound, cells: placed(row) }))),
      ...(review ? readReview(review, table) : [])
        .filter(({ row }) => placed(row).length > 0 && isWhole(row, placed(row), cells))
        .map(({ row, bound }) => ({ ...bound, cells: placed(row) })),
      // Between options there is no middle, and nobody can have chosen it.
      ...(questionKind === 'option'
        ? cells.map((_, index) => ({ factors: of.neutral, low: 0, high: 0, cells: [index] }))
        : []),
      ...(assisted
        ? [
            {
              ...assisted,
              isAssisted: true as const,
              cells: cells.flatMap((cell, index) => (cell.isAssisted ? [index] : [])),
            },
          ]
        : []),
      ...(isFirst
        ? readCards(wave.cards, table, otherTexts(tables, questionId)).map(({ row, bound }) => ({
            ...bound,
            cells: placed(row),
          }))
        : []),
    ],
  };
}

/** Of the first question, to which everybody who answers at all gives an answer. */
function readAssisted({ releases }: SurfaceWave): Bound | undefined {
  const answers = releases[0]?.assisted?.answers;
  if (answers?.limit !== undefined) return { factors: of.n, low: 0, high: answers.limit - 1 };
  if (answers?.from === undefined || answers.to === undefined) return undefined;
  return { factors: of.n, low: answers.from, high: answers.to };
}

function pointsOf({ scale }: SurfaceTable): number {
  return scale ? scale.maximum - scale.minimum + 1 : 5;
}

/** The same row as the export of scores spells it. */
function exported({ scores }: SurfaceWave, { questionId, rows }: SurfaceTable): readonly SurfaceRow[] {
  return scores
    .filter((score) => score.questionId === questionId)
    .flatMap(({ groupId, label, responsePercent, isBelowFloor, ...figures }) => {
      const row = rows.find((other) => other.groupId === groupId);
      return row ? [{ ...row, figures: { ...figures, label }, responsePercent, isBelowFloor }] : [];
    });
}

/** A row whose people the roster does not name one by one says nothing about cells. */
function isWhole(row: SurfaceRow, indices: readonly number[], cells: readonly CellOfPeople[]): boolean {
  return indices.reduce((sum, index) => sum + (cells[index]?.people.length ?? 0), 0) === row.headcount;
}

const otherTexts = (
  tables: readonly (SurfaceTable & { readonly questionText?: string })[],
  questionId: string,
) =>
  tables.flatMap((table) =>
    table.questionId !== questionId && table.questionText !== undefined ? [table.questionText] : [],
  );
