/** Declared headcounts: each of one group that the programme knows, and of none twice. */

import { checkReference } from './check-reference';
import type { DeclaredHeadcount } from './programme';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

const dimensions = ['siteGroup', 'staffFamily', 'shift', 'employment'] as const;

/** The group a headcount is of, such as `staffFamily nursing`; `everyone` where it names none. */
export function nameOfHeadcount(declared: DeclaredHeadcount): string {
  const named = dimensions.flatMap((key) => (declared[key] === undefined ? [] : [`${key} ${declared[key]}`]));
  return named.join(', ') || 'everyone';
}

export function checkHeadcounts({
  headcounts,
  siteGroups,
  staffFamilies,
}: ProgrammeDraft): ProgrammeProblem[] {
  const seen = new Set<string>();
  return (headcounts ?? []).flatMap((declared, index) => {
    const path = ['headcounts', index];
    const name = nameOfHeadcount(declared);
    const isRepeated = seen.has(name);
    seen.add(name);
    const { siteGroup, staffFamily } = declared;
    return [
      ...(dimensions.filter((key) => declared[key] !== undefined).length > 1
        ? [problem(path, `a headcount of ${name} is of two groups at once`, 'Name one of them.')]
        : []),
      ...(isRepeated
        ? [problem(path, `the headcount of ${name} is given twice`, 'Keep the newer one.')]
        : []),
      ...(siteGroup !== undefined && siteGroups
        ? checkReference(siteGroup, idsOf(siteGroups), [...path, 'siteGroup'], 'siteGroups')
        : []),
      ...(staffFamily !== undefined && staffFamilies
        ? checkReference(staffFamily, idsOf(staffFamilies), [...path, 'staffFamily'], 'staffFamilies')
        : []),
    ];
  });
}

const idsOf = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);

function problem(path: ProgrammeProblem['path'], message: string, remedy: string): ProgrammeProblem {
  return { path, message, remedy };
}
