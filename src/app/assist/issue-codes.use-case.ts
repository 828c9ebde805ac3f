/** Takes people without Teams into a programme and gives each who has none a one-time code; a code is told once. */

import { accessCodeOf } from '../../domain/assist/access-code';
import type { PersonId, ProgrammeId } from '../../domain/ids';
import { acceptAssistedRow, vocabularyOf } from '../../domain/programme/accept-person-row';
import type { AssistedPerson } from '../../domain/programme/person';
import type { AssistedRow } from '../../domain/programme/person-row';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { accessCodesPk } from '../documents';
import { forEachConcurrently } from '../for-each-concurrently';
import type { ImportCounts, RefusedRow, SourceRow } from '../people/import-people.use-case';
import { savePerson } from '../people/save-person';
import { ConflictError } from '../ports/errors';
import { findProgramme } from '../programme/find-programme';
import { createRecord, listRecords } from '../records';
import { retryStore } from '../retry-store';
import { assistedPersonIdOf } from './assisted-person-id';

export interface IssuedCode {
  /** As the file writes it. */
  readonly reference: string;
  readonly displayName: string;
  readonly code: string;
}

export interface IssueCodesCommand {
  readonly programmeId: ProgrammeId;
  readonly rows: AsyncIterable<SourceRow<AssistedRow>> | Iterable<SourceRow<AssistedRow>>;
  /** True: also those who have a code get another one, and theirs is good no longer. */
  readonly isRenewal: boolean;
  /** The only time that a code is told. */
  readonly onIssued: (issued: IssuedCode) => void;
  readonly onRefused?: (row: RefusedRow) => void;
}

export type IssueCodesOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | ({ readonly outcome: 'issued'; readonly issued: number; readonly hadOne: number } & ImportCounts);

const rowsAtOnce = 8;

type Ports = Pick<AppContext, 'store' | 'keys' | 'clock' | 'newId'>;

/** May be repeated at any time: who has a code keeps it. Where it was interrupted between keeping a code and telling it,
 * that code is known to nobody, and only a renewal gives another. */
export async function issueCodes(context: Ports, command: IssueCodesCommand): Promise<IssueCodesOutcome> {
  const programme = await findProgramme(context.store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0, issued: 0, hadOne: 0 };
  const known = await codeKeysByPerson(context, programme);
  const judge = rowJudge(context, programme);
  await forEachConcurrently(command.rows, rowsAtOnce, async (source) => {
    const judged = judge(source);
    if (judged.outcome === 'refused') {
      counts.refused += 1;
      command.onRefused?.({ line: source.line, reasons: judged.reasons });
      return;
    }
    const { person, reference } = judged;
    counts[await savePerson(context, person, false)] += 1;
    const earlier = known.get(person.personId) ?? [];
    if (earlier.length > 0 && !command.isRenewal) {
      counts.hadOne += 1;
      return;
    }
    const code = await keepNewCode(context, person);
    for (const codeKey of earlier) {
      const pk = accessCodesPk(programme.id);
      await retryStore(context.clock, () => context.store.delete('programmes', pk, codeKey));
    }
    counts.issued += 1;
    command.onIssued({ reference, displayName: person.displayName, code });
  });
  return { outcome: 'issued', ...counts };
}

async function codeKeysByPerson(
  { store }: Ports,
  { id }: Programme,
): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  const known = new Map<PersonId, string[]>();
  for await (const { document } of listRecords(store, 'accessCode', accessCodesPk(id))) {
    known.set(document.personId, [...(known.get(document.personId) ?? []), document.codeKey]);
  }
  return known;
}

async function keepNewCode(
  { store, keys, clock, newId }: Ports,
  { programmeId, personId }: AssistedPerson,
): Promise<string> {
  for (;;) {
    const code = accessCodeOf(newId());
    const codeKey = keys.codeKeyOf(programmeId, code);
    try {
      await retryStore(clock, () => createRecord(store, 'accessCode', { programmeId, personId, codeKey }));
      return code;
    } catch (error) {
      // Somebody has this very code; or it is there from a try whose reply was lost, and is never told.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

type Judged =
  | { readonly outcome: 'accepted'; readonly person: AssistedPerson; readonly reference: string }
  | { readonly outcome: 'refused'; readonly reasons: readonly string[] };

/** Judges rows in the order of the file, so that of two rows for one person the first is the one that counts. */
function rowJudge({ keys }: Ports, programme: Programme): (source: SourceRow<AssistedRow>) => Judged {
  const vocabulary = vocabularyOf(programme);
  const lineOf = new Map<PersonId, number>();
  return (source) => {
    if ('unreadable' in source) return { outcome: 'refused', reasons: [source.unreadable] };
    const accepted = acceptAssistedRow(source.row, vocabulary);
    if (accepted.outcome === 'refused') return accepted;
    const personId = assistedPersonIdOf(keys, programme.tenantId, accepted.reference);
    const firstLine = lineOf.get(personId);
    if (firstLine !== undefined) {
      return { outcome: 'refused', reasons: [`the same reference stands on line ${firstLine}`] };
    }
    lineOf.set(personId, source.line);
    const person: AssistedPerson = { ...accepted.person, personId, isAssisted: true };
    return { outcome: 'accepted', person, reference: source.row.reference.trim() };
  };
}
