/** The columns of a people file and what is wrong with its header. */

import type { AssistedRow, PersonFactsRow, PersonRow } from '../../domain/programme/person-row';
import { nearestWord } from '../programme-file/nearest-word';

/** By which column a file says who somebody is: people in the directory, and people without Teams. */
const identityFields = {
  aad_object_id: 'aadObjectId',
  reference: 'reference',
} as const satisfies Record<string, keyof PersonRow | keyof AssistedRow>;
export type IdentityColumn = keyof typeof identityFields;

const factFields = {
  display_name: 'displayName',
  staff_group: 'staffGroup',
  site: 'site',
  area: 'area',
  cohort: 'cohort',
  shift: 'shift',
  employment: 'employment',
  trained_on: 'trainedOn',
  works_first_fortnight: 'worksFirstFortnight',
  access_tested_on: 'accessTestedOn',
} as const satisfies Record<string, keyof PersonFactsRow>;

const requiredFacts = ['display_name', 'staff_group', 'site'] as const;

export type HeaderOutcome =
  | { readonly outcome: 'read'; readonly fields: readonly string[] }
  | { readonly outcome: 'refused'; readonly problems: readonly string[] };

/** Columns may come in any order; capital letters and spaces at the ends make no difference. */
export function readHeader(cells: readonly string[], identity: IdentityColumn): HeaderOutcome {
  const fields: Readonly<Record<string, string>> = { [identity]: identityFields[identity], ...factFields };
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const separator = names.length === 1 ? /[;\t|]/.exec(cells[0] ?? '')?.[0] : undefined;
  if (separator) return { outcome: 'refused', problems: [wrongSeparator(separator)] };
  const problems = [
    ...names.flatMap((name, index) => headerProblem(name, index, names, Object.keys(fields))),
    ...[identity, ...requiredFacts]
      .filter((name) => !names.includes(name))
      .map((name) => `the column ${name} is missing: add it to the first line`),
  ];
  if (problems.length > 0) return { outcome: 'refused', problems };
  return { outcome: 'read', fields: names.map((name) => fields[name] ?? name) };
}

function headerProblem(
  name: string,
  index: number,
  names: readonly string[],
  known: readonly string[],
): string[] {
  const column = `column ${index + 1}`;
  if (name === '') return [`${column} has no name: name it or remove it`];
  if (!known.includes(name)) {
    const meant = nearestWord(name, known);
    const remedy = meant ? `did you mean "${meant}"?` : `remove it; known are: ${known.join(', ')}`;
    return [`${column} "${name.slice(0, 40)}" is not known: ${remedy}`];
  }
  const first = names.indexOf(name);
  return first < index ? [`${column} repeats "${name}" of column ${first + 1}: remove one of the two`] : [];
}

function wrongSeparator(separator: string): string {
  const names: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };
  return `the columns are separated by ${names[separator]}: save the file as CSV with commas (in Excel "CSV UTF-8 (Comma delimited)")`;
}
