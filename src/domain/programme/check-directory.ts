/** What the values of directory attributes stand for must be declared. */

import { checkReference } from './check-reference';
import { type MemberField, optionalMemberFields, requiredMemberFields } from './directory-rules';
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
  return [
    ...declared.flatMap(([field, known, section]) =>
      Object.entries(directory[field]?.map ?? {}).flatMap(([from, to]) =>
        known ? checkReference(to, known, ['directory', field, 'map', from], section) : [],
      ),
    ),
    ...[...requiredMemberFields, ...optionalMemberFields].flatMap((field) =>
      repeatedValues(field, Object.keys(directory[field]?.map ?? {})),
    ),
  ];
}

/** Members are read whatever the capital letters and spaces of a value: of two alike only the first would count. */
function repeatedValues(field: MemberField, values: readonly string[]): ProgrammeProblem[] {
  const plain = values.map((value) => value.trim().toLowerCase());
  return values.flatMap((value, index) => {
    const first = plain.indexOf(plain[index] ?? '');
    if (first === index) return [];
    return [
      {
        path: ['directory', field, 'map', value],
        message: `"${value}" is the same value as "${values[first]}": capital letters and spaces at the ends make no difference`,
        remedy: 'Keep the one that is meant.',
      },
    ];
  });
}
