/** Refuses, when a gate is made, a group that could never be heard: it would hold the gate back for ever. */

import type { ReportingGroup } from '../disclosure/release';
import type { Cell, Frame } from '../pulse/wave';
import type { NamedGroup } from './gate-definition';
import { holdsCell, oneWayOf } from './named-group';

export interface HeadcountInput {
  /** The programme's frame with its people, and the groups that releases have rows for. */
  readonly frame: Frame;
  readonly groups: readonly ReportingGroup[];
  /** People by one-way group, as `cohort:phase 1`. */
  readonly oneWay: Readonly<Record<string, number>>;
  /** People by cell. */
  readonly cells: readonly (Cell & { readonly headcount: number })[];
  readonly minimumGroupSize: number;
}

export type HearingOutcome =
  | { readonly outcome: 'canBeHeard' }
  | {
      readonly outcome: 'cannotBeHeard';
      readonly people: number;
      /** People it takes to reach k answers at a 50 % response. */
      readonly needed: number;
      /** The smallest reporting group it is part of that can be heard; absent where nothing is large enough. */
      readonly parent?: string;
    };

/** A group can be heard when half of those invited are k or more, and the frame does not speak of it only together with
 * others. @param invitedShare the share of the people whom the pulse asks, above 0 and at most 1. */
export function canBeHeard(group: NamedGroup, input: HeadcountInput, invitedShare: number): HearingOutcome {
  const needed = neededFor(input, invitedShare);
  const people = peopleOfGroup(group, input);
  const oneWay = oneWayOf(group);
  const everyone = input.groups.find(({ kind }) => kind === 'total');
  const all = everyone?.headcount ?? 0;
  if (oneWay) {
    if (people >= needed) return { outcome: 'canBeHeard' };
    return { outcome: 'cannotBeHeard', people, needed, ...(all >= needed ? { parent: 'everyone' } : {}) };
  }
  const around = input.groups
    .filter((candidate) => candidate.atomIds.length > 0 && candidate.headcount >= needed)
    .map((candidate) => ({ candidate, cells: cellsOf(candidate, input.frame) }))
    .filter(({ cells }) => namedCells(group, input).every((cell) => cells.has(keyOf(cell))))
    .sort((a, b) => a.candidate.headcount - b.candidate.headcount);
  const [nearest] = around;
  const isExact = nearest && people > 0 && nearest.cells.size === namedCells(group, input).length;
  if (isExact) return { outcome: 'canBeHeard' };
  return {
    outcome: 'cannotBeHeard',
    people,
    needed,
    ...(nearest && people > 0 ? { parent: nearest.candidate.name } : {}),
  };
}

/** People it takes for half of those a pulse asks to be k or more. */
export function neededFor({ minimumGroupSize }: HeadcountInput, invitedShare: number): number {
  return Math.ceil((2 * minimumGroupSize) / invitedShare);
}

export function peopleOfGroup(group: NamedGroup, { oneWay, cells }: HeadcountInput): number {
  const alone = oneWayOf(group);
  if (alone) return oneWay[`${alone.kind}:${alone.value}`] ?? 0;
  return cells.reduce((sum, cell) => (holdsCell(group, cell) ? sum + cell.headcount : sum), 0);
}

function namedCells(group: NamedGroup, { frame }: Pick<HeadcountInput, 'frame'>): readonly Cell[] {
  return frame.atoms.flatMap(({ cells }) => cells).filter((cell) => holdsCell(group, cell));
}

function cellsOf({ atomIds }: ReportingGroup, { atoms }: Frame): ReadonlySet<string> {
  const inside = atoms.filter(({ id }) => atomIds.includes(id));
  return new Set(inside.flatMap(({ cells }) => cells.map(keyOf)));
}

const keyOf = ({ siteGroup, staffFamily }: Cell) => `${siteGroup}\n${staffFamily}`;
