/** Whether a row of a people file can become a person of the programme, and if not, every reason why. */

import { asId, type ProgrammeId } from '../ids';
import type { Day } from '../instant';
import { type DirectoryPerson, employments, type Person, shifts } from './person';
import type { AssistedRow, PersonFactsRow, PersonRow } from './person-row';
import type { Programme, Site } from './programme';

/** What a row's words may mean in this programme, made once per file. */
export interface PeopleVocabulary {
  readonly programmeId: ProgrammeId;
  readonly sites: ReadonlyMap<string, Site>;
  /** Staff group ids by lower-case id and by lower-case name. */
  readonly staffGroups: ReadonlyMap<string, string>;
}

export function vocabularyOf(programme: Programme): PeopleVocabulary {
  return {
    programmeId: programme.id,
    sites: new Map(programme.sites.map((site) => [site.odsCode.toLowerCase(), site])),
    staffGroups: new Map([
      ...programme.staffGroups.map((group) => [group.name.toLowerCase(), group.id] as const),
      ...programme.staffGroups.map((group) => [group.id.toLowerCase(), group.id] as const),
    ]),
  };
}

type Refused = { readonly outcome: 'refused'; readonly reasons: readonly string[] };

export type PersonRowOutcome =
  | { readonly outcome: 'accepted'; readonly person: Omit<DirectoryPerson, 'personId'> }
  | Refused;

export type AssistedRowOutcome =
  | { readonly outcome: 'accepted'; readonly reference: string; readonly person: PersonFacts }
  | Refused;

/** All that a row says but who it is. */
type PersonFacts = Omit<Person, 'personId' | 'aadObjectId' | 'isAssisted'>;

const directoryId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestName = 200;
const longestWord = 100;

/** Reasons never repeat a name or a directory id. Capital letters and spaces at the ends make no difference; an empty
 * optional value is an absent one. */
export function acceptPersonRow(row: PersonRow, vocabulary: PeopleVocabulary): PersonRowOutcome {
  const aadObjectId = row.aadObjectId.trim().toLowerCase();
  const accepted = acceptFacts(row, vocabulary, [
    [directoryId.test(aadObjectId), 'aad_object_id is not a directory id (8-4-4-4-12 digits and a–f)'],
  ]);
  return accepted.outcome === 'refused'
    ? accepted
    : { outcome: 'accepted', person: { ...accepted.person, aadObjectId } };
}

/** The same for somebody without Teams. Capital letters and spaces at the ends make no difference in a reference. */
export function acceptAssistedRow(row: AssistedRow, vocabulary: PeopleVocabulary): AssistedRowOutcome {
  const reference = row.reference.trim().toLowerCase();
  const accepted = acceptFacts(row, vocabulary, [
    [reference !== '', 'reference is empty'],
    [reference.length <= longestWord, `reference is longer than ${longestWord} characters`],
    [!directoryId.test(reference), 'reference is a directory id: people in the directory are imported'],
  ]);
  return accepted.outcome === 'refused' ? accepted : { ...accepted, reference };
}

function acceptFacts(
  row: PersonFactsRow,
  vocabulary: PeopleVocabulary,
  identity: readonly (readonly [isRight: boolean, reason: string])[],
): { readonly outcome: 'accepted'; readonly person: PersonFacts } | Refused {
  const reasons: string[] = [];
  const reasonUnless = (isRight: boolean, reason: string) => {
    if (!isRight) reasons.push(reason);
  };
  const displayName = row.displayName.trim();
  const staffGroup = vocabulary.staffGroups.get(row.staffGroup.trim().toLowerCase());
  const site = vocabulary.sites.get(row.site.trim().toLowerCase());
  const [area, cohort] = [wordOf(row.area), wordOf(row.cohort)];
  const shift = wordOf(row.shift)?.toLowerCase();
  const employment = wordOf(row.employment)?.toLowerCase();
  const [trainedOn, accessTestedOn] = [wordOf(row.trainedOn), wordOf(row.accessTestedOn)];
  const firstFortnight = wordOf(row.worksFirstFortnight)?.toLowerCase();

  for (const [isRight, reason] of identity) reasonUnless(isRight, reason);
  reasonUnless(displayName !== '', 'display_name is empty');
  reasonUnless(displayName.length <= longestName, `display_name is longer than ${longestName} characters`);
  reasonUnless(staffGroup !== undefined, undeclared('staff_group', row.staffGroup));
  reasonUnless(site !== undefined, undeclared('site', row.site));
  reasonUnless((area ?? '').length <= longestWord, `area is longer than ${longestWord} characters`);
  reasonUnless((cohort ?? '').length <= longestWord, `cohort is longer than ${longestWord} characters`);
  reasonUnless(isOneOf(shift, shifts), `shift is none of: ${shifts.join(', ')}`);
  reasonUnless(isOneOf(employment, employments), `employment is none of: ${employments.join(', ')}`);
  reasonUnless(isDay(trainedOn), 'trained_on is not a day written as YYYY-MM-DD');
  reasonUnless(isOneOf(firstFortnight, yesAndNo), 'works_first_fortnight is neither yes nor no');
  reasonUnless(isDay(accessTestedOn), 'access_tested_on is not a day written as YYYY-MM-DD');
  if (
    reasons.length > 0 ||
    !staffGroup ||
    !site ||
    !isOneOf(shift, shifts) ||
    !isOneOf(employment, employments) ||
    !isDay(trainedOn) ||
    !isDay(accessTestedOn)
  ) {
    return { outcome: 'refused', reasons };
  }
  return {
    outcome: 'accepted',
    person: {
      programmeId: vocabulary.programmeId,
      organisationId: asId(site.organisation),
      displayName,
      staffGroup,
      site: site.odsCode,
      ...(area ? { area } : {}),
      ...(cohort ? { cohort } : {}),
      ...(shift ? { shift } : {}),
      ...(employment ? { employment } : {}),
      ...(trainedOn ? { trainedOn } : {}),
      ...(firstFortnight ? { worksFirstFortnight: yes.includes(firstFortnight) } : {}),
      ...(accessTestedOn ? { accessTestedOn } : {}),
    },
  };
}

const yes = ['yes', 'y', 'true', '1'];
const yesAndNo = [...yes, 'no', 'n', 'false', '0'];

function wordOf(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function undeclared(column: string, value: string): string {
  const written = value.trim().slice(0, 40);
  return written ? `${column} "${written}" is not declared in the programme` : `${column} is empty`;
}

function isOneOf<T extends string>(value: string | undefined, allowed: readonly T[]): value is T | undefined {
  return value === undefined || (allowed as readonly string[]).includes(value);
}

function isDay(value: string | undefined): value is Day | undefined {
  if (value === undefined) return true;
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
