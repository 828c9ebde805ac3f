/** Writes one person of a programme, with their membership, only if something about them changed. */

import type { Person } from '../../domain/programme/person';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { ConflictError, ThrottledError, UnavailableError } from '../ports/errors';
import { createRecord, readRecord, replaceRecord } from '../records';
import { ensureMembership } from './change-membership';

export type SavePersonOutcome = 'added' | 'changed' | 'unchanged';

const attempts = 8;
const pauseMs = 1_000;

/** What is written, from what is there and what was read of the person. */
export type SettlePerson = (known: Person | undefined, read: Person) => Person;

/** A people file does not say which groups somebody comes from. */
const keepGroups: SettlePerson = (known, read) =>
  known?.fromGroups ? { ...read, fromGroups: known.fromGroups } : read;

/** The membership is written first: a person who is there is always found from their chat. A store that asks to slow
 * down is obeyed. With `isDryRun` nothing is written. */
export async function savePerson(
  context: Pick<AppContext, 'store' | 'clock'>,
  person: Person,
  isDryRun: boolean,
  settle: SettlePerson = keepGroups,
): Promise<SavePersonOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await trySave(context, person, isDryRun, settle);
    } catch (error) {
      if (attempt === attempts || !isWorthAnotherTry(error)) throw error;
      const hint = error instanceof ThrottledError ? error.retryAfterMs : undefined;
      if (!(error instanceof ConflictError)) await context.clock.sleep(hint ?? pauseMs * attempt);
    }
  }
}

async function trySave(
  { store }: Pick<AppContext, 'store'>,
  read: Person,
  isDryRun: boolean,
  settle: SettlePerson,
): Promise<SavePersonOutcome> {
  const { personId, programmeId, organisationId } = read;
  const current = await readRecord(store, 'person', programmeId, personDocumentId(personId));
  const person = settle(current?.document, read);
  if (current && isSame(current.document, person)) return 'unchanged';
  const outcome = current ? 'changed' : 'added';
  if (isDryRun) return outcome;
  await ensureMembership(store, personId, { programmeId, organisationId });
  if (current) await replaceRecord(store, 'person', person, current.version);
  else await createRecord(store, 'person', person);
  return outcome;
}

const fields = [
  'organisationId',
  'aadObjectId',
  'isAssisted',
  'displayName',
  'staffGroup',
  'site',
  'area',
  'cohort',
  'shift',
  'employment',
  'trainedOn',
  'worksFirstFortnight',
  'accessTestedOn',
] as const satisfies readonly (keyof Person)[];

function isSame(known: Person, person: Person): boolean {
  const [before, after] = [known, person].map(({ fromGroups = [] }) => fromGroups.join());
  return before === after && fields.every((field) => known[field] === person[field]);
}

function isWorthAnotherTry(error: unknown): boolean {
  return (
    error instanceof ConflictError ||
    error instanceof ThrottledError ||
    (error instanceof UnavailableError && error.isAmbiguous)
  );
}
