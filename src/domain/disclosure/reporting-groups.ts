/** The groups a release has a row for: the total, both margins and the atoms, each a union of whole atoms. */

import { asId } from '../ids';
import type { Named } from '../programme/programme';
import type { Atom, Cell, Frame } from '../pulse/wave';
import { inDeclaredOrder, joinNames, namesOf } from './name-group';
import type { GroupKind, ReportingGroup } from './release';

/** In the order of a table's rows. Where an atom spans several site groups (or staff families), these share one
 * margin under a joint name; a margin that would hold everybody is left out, because it is the total. */
export function reportingGroups(frame: Frame): readonly ReportingGroup[] {
  const { atoms } = frame;
  return [
    groupOf('total', 'total', 'Everyone', atoms),
    ...marginsOf('siteGroup', atoms, frame.siteGroups ?? []),
    ...marginsOf('staffFamily', atoms, frame.staffFamilies ?? []),
    ...atoms.map((atom) => groupOf('atom', `atom:${atom.id}`, atom.name, [atom])),
  ];
}

interface Margin {
  readonly parts: ReadonlySet<string>;
  readonly atoms: readonly Atom[];
}

function marginsOf(kind: keyof Cell, atoms: readonly Atom[], declared: readonly Named[]) {
  const margins = atoms.reduce<readonly Margin[]>((apart, atom) => joinMargins(apart, kind, atom), []);
  if (margins.length < 2) return [];
  const order = inDeclaredOrder(
    margins.flatMap(({ parts }) => [...parts]),
    declared,
  );
  return margins
    .map((margin) => ({ ...margin, ids: order.filter((id) => margin.parts.has(id)) }))
    .sort((a, b) => order.indexOf(a.ids[0] ?? '') - order.indexOf(b.ids[0] ?? ''))
    .map(({ ids, atoms: members }) =>
      groupOf(
        kind,
        `${kind}:${ids.join('~')}`,
        joinNames(namesOf(ids, declared)),
        atoms.filter((atom) => members.includes(atom)),
      ),
    );
}

function joinMargins(margins: readonly Margin[], kind: keyof Cell, atom: Atom): readonly Margin[] {
  const parts = new Set(atom.cells.map((cell) => cell[kind]));
  const touches = (margin: Margin) => [...margin.parts].some((part) => parts.has(part));
  const touched = margins.filter(touches);
  return [
    ...margins.filter((margin) => !touched.includes(margin)),
    {
      parts: new Set([...parts, ...touched.flatMap((margin) => [...margin.parts])]),
      atoms: [atom, ...touched.flatMap((margin) => margin.atoms)],
    },
  ];
}

function groupOf(kind: GroupKind, id: string, name: string, atoms: readonly Atom[]): ReportingGroup {
  return {
    groupId: asId(id),
    kind,
    name,
    atomIds: atoms.map((atom) => atom.id),
    headcount: atoms.reduce((sum, { headcount }) => sum + headcount, 0),
  };
}
