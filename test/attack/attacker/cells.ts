/** Divides a roster into cells: people whom no row that is shown tells apart. */

import { type Attribute, attributes, type RosterPerson, type SurfaceRow } from './surfaces';

/** How a row is named that is about those of whom it is not known. */
const notStated = 'notStated';

export interface CellOfPeople {
  readonly people: readonly string[];
  readonly atomId: string;
  readonly isAssisted: boolean;
  readonly traits: Readonly<Partial<Record<Attribute, string>>>;
}

/** Cells by atom and by those attributes that a row of `rows` is about. `marked` people are told apart as well, and people
 * without Teams where something is told of them. */
export function divide(
  roster: readonly RosterPerson[],
  rows: readonly SurfaceRow[],
  marked: ReadonlyMap<string, string> = new Map(),
  tellsAssisted = false,
): readonly CellOfPeople[] {
  const used = attributes.filter((attribute) => rows.some(({ kind }) => kind === attribute));
  const cells = new Map<string, ReturnType<typeof emptyCell>>();
  for (const person of roster) {
    const traits = used.map((attribute) => [attribute, person[attribute] ?? notStated] as const);
    const isAssisted = tellsAssisted && person.isAssisted === true;
    const key = JSON.stringify([person.atomId, traits, marked.get(person.id), isAssisted]);
    const cell = cells.get(key) ?? emptyCell(person.atomId, isAssisted, Object.fromEntries(traits));
    cells.set(key, cell);
    cell.people.push(person.id);
  }
  return [...cells.values()];
}

/** The cells that a row is about, by index. */
export function cellsOf(row: SurfaceRow, cells: readonly CellOfPeople[]): readonly number[] {
  const attribute = attributes.find((known) => known === row.kind);
  const values = row.groupId.slice(row.groupId.indexOf(':') + 1).split('~');
  return cells.flatMap(({ atomId, traits }, index) => {
    const isIn = attribute
      ? traits[attribute] !== undefined && values.includes(traits[attribute])
      : row.kind === 'total' || row.atomIds.includes(atomId);
    return isIn ? [index] : [];
  });
}

const emptyCell = (atomId: string, isAssisted: boolean, traits: CellOfPeople['traits']) => ({
  people: [] as string[],
  atomId,
  isAssisted,
  traits,
});
