/** Takes a people file into a programme: good rows are kept, bad ones reported, and nobody is deleted. */

import type { PersonId, ProgrammeId } from '../../domain/ids';
import {
  acceptPersonRow,
  type PeopleVocabulary,
  type PersonRowOutcome,
  vocabularyOf,
} from '../../domain/programme/accept-person-row';
import type { DirectoryPerson } from '../../domain/programme/person';
import type { PersonRow } from '../../domain/programme/person-row';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { forEachConcurrently } from '../for-each-concurrently';
import { findProgramme } from '../programme/find-programme';
import { listRecords } from '../records';
import { savePerson } from './save-person';

/** A row with the line it stands on, or what was wrong with the line before it could be a row. */
export type SourceRow<R = PersonRow> =
  | { readonly line: number; readonly row: R }
  | { readonly line: number; readonly unreadable: string };

export interface RefusedRow {
  readonly line: number;
  readonly reasons: readonly string[];
}

export interface ImportPeopleCommand {
  readonly programmeId: ProgrammeId;
  readonly rows: AsyncIterable<SourceRow> | Iterable<SourceRow>;
  /** True: says what would change, writes nothing. */
  readonly isDryRun?: boolean;
  readonly onRefused?: (row: RefusedRow) => void;
  /** Called after each row with the number dealt with so far. */
  readonly onProgress?: (rows: number) => void;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

export type ImportPeopleOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | ({
      readonly outcome: 'imported' | 'wouldImport';
      /** Directory ids of people of the programme whom the file does not name; they are kept. */
      readonly missing: readonly string[];
    } & ImportCounts);

/** Reads of the file never get further ahead of the store than this. */
const rowsAtOnce = 32;

/** May be repeated at any time, also after a failure in the middle: what is already there is `unchanged`. */
export async function importPeople(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  command: ImportPeopleCommand,
): Promise<ImportPeopleOutcome> {
  const programme = await findProgramme(context.store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  const named = new Set<PersonId>();
  const judge = rowJudge(context, programme, named);
  let done = 0;
  await forEachConcurrently(command.rows, rowsAtOnce, async (source) => {
    const judged = judge(source);
    if (judged.outcome === 'refused') {
      counts.refused += 1;
      command.onRefused?.({ line: source.line, reasons: judged.reasons });
    } else {
      counts[await savePerson(context, judged.person, command.isDryRun ?? false)] += 1;
    }
    done += 1;
    command.onProgress?.(done);
  });
  const missing: string[] = [];
  for await (const { document } of listRecords(context.store, 'person', programme.id)) {
    const { personId, aadObjectId } = document;
    if (aadObjectId && !named.has(personId)) missing.push(aadObjectId);
  }
  return { outcome: command.isDryRun ? 'wouldImport' : 'imported', ...counts, missing };
}

type Judged =
  | { readonly outcome: 'accepted'; readonly person: DirectoryPerson }
  | Extract<PersonRowOutcome, { outcome: 'refused' }>;

/** Judges rows in the order of the file, so that of two rows for one person the first that can be taken counts.
 * @param named whoever a row names, also one that is refused. */
function rowJudge(
  { keys }: Pick<AppContext, 'keys'>,
  programme: Programme,
  named: Set<PersonId>,
): (source: SourceRow) => Judged {
  const vocabulary: PeopleVocabulary = vocabularyOf(programme);
  const lineOf = new Map<PersonId, number>();
  return (source) => {
    if ('unreadable' in source) return { outcome: 'refused', reasons: [source.unreadable] };
    const personId = keys.personIdOf(programme.tenantId, source.row.aadObjectId.trim().toLowerCase());
    named.add(personId);
    const accepted = acceptPersonRow(source.row, vocabulary);
    if (accepted.outcome === 'refused') return accepted;
    const firstLine = lineOf.get(personId);
    if (firstLine !== undefined) {
      return { outcome: 'refused', reasons: [`the same aad_object_id stands on line ${firstLine}`] };
    }
    lineOf.set(personId, source.line);
    return { outcome: 'accepted', person: { ...accepted.person, personId } };
  };
}
