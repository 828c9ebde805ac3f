/** What the values of directory attributes stand for must be declared. */

import { checkReference } from './check-reference';
import type { MemberField } from './directory-rules';
import { employments, shifts } from './person';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export function checkDirectory({ directory, staffGroups, sites }: ProgrammeDraft): ProgrammeProblem[] {
  if (!directory) return [];
  const declared: readonly (readonly [MemberField, readonly string[] | undefined, string])[] = [
    ['staffGroup', staffGroups?.map(({ id }) => id), 'staffGroups'],
    ['site', sites?.map(({ odsCode }) => odsCode), 'sites'],
    ['shift', shifts, 'the shifts'],
    ['employment', employments, 'the kinds of employment'],
  ];
  return declared.flatMap(([field, known, section]) =>
    Object.entries(directory[field]?.map ?? {}).flatMap(([from, to]) =>
      known ? checkReference(to, known, ['directory', field, 'map', from], section) : [],
    ),
  );
}
