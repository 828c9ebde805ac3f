/** Brings a programme's people in step with a group of the organisation's directory. */

import type { ProgrammeId } from '../../domain/ids';
import { isDirectoryId } from '../../domain/programme/directory-rules';
import { markToFollow, readingRulesOf } from '../../domain/programme/follow-group';
import { leavesTooMany } from '../../domain/programme/leaves-too-many';
import type { AppContext } from '../context';
import { directorySyncId } from '../documents';
import type { Directory, GroupRefusal } from '../ports/directory';
import { findProgramme } from '../programme/find-programme';
import { readRecord, upsertRecord } from '../records';
import { removeLeaving } from './leaving';
import { type IntakeOptions, MemberIntake, type UnmappedCount } from './member-intake';
import { readChanges, readEverybody } from './read-group';

export interface SyncPeopleCommand extends Omit<IntakeOptions, 'isDryRun'> {
  readonly programmeId: ProgrammeId;
  /** The directory id of the group; absent: the one that the programme's file names. */
  readonly group?: string;
  /** True: says what would change, writes nothing. */
  readonly isDryRun?: boolean;
  /** True: everybody is read again, also where changes would do. */
  readonly isFull?: boolean;
  /** True: also many people may leave at once. */
  readonly mayManyLeave?: boolean;
}

export interface SyncCounts {
  /** Whether all members were read, or only what changed. */
  readonly read: 'everybody' | 'changes';
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Members whose staff group or site stands for nothing; whoever was there before is kept as they were. */
  readonly refused: number;
  /** Members whose account is switched off: they count as no members. */
  readonly disabled: number;
  readonly unmapped: readonly UnmappedCount[];
  /** Directory ids of those who left, or would leave; without those whom another group keeps. */
  readonly left: readonly string[];
}

export type SyncPeopleOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'notDeclared' | 'noGroup' | 'otherTenant' }
  | GroupRefusal
  /** Nobody left, and the same is found again by a repetition; everything else was done. */
  | ({ readonly outcome: 'manyLeave'; readonly of: number } & SyncCounts)
  | ({ readonly outcome: 'synced' | 'wouldSync' } & SyncCounts);

/** May be repeated at any time, also after a failure in the middle: how far the group is followed is noted last.
 * @throws UnavailableError of the directory or of the store. */
export async function syncPeople(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  directory: Directory,
  command: SyncPeopleCommand,
): Promise<SyncPeopleOutcome> {
  const { store, clock } = context;
  const { isDryRun = false, mayManyLeave = false, isFull = false } = command;
  const programme = await findProgramme(store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const { directory: rules } = programme;
  if (!rules) return { outcome: 'notDeclared' };
  const group = (command.group ?? rules.group)?.toLowerCase();
  if (!group || !isDirectoryId(group)) return { outcome: 'noGroup' };
  if (programme.tenantId !== directory.tenantId.toLowerCase()) return { outcome: 'otherTenant' };
  const intake = new MemberIntake(context, programme, rules, group, { ...command, isDryRun });
  const reading = { context, directory, programme, group, intake };
  const rulesNow = readingRulesOf(rules, programme);
  const known = await readRecord(store, 'directorySync', programme.id, directorySyncId(group));
  const mark = isFull ? undefined : markToFollow(known?.document, rulesNow, clock.now());
  const readInFullAt = clock.now();
  const changes = mark ? await readChanges(reading, mark) : ({ outcome: 'notEnough' } as const);
  const read = changes.outcome === 'notEnough' ? await readEverybody(reading) : changes;
  if (read.outcome !== 'read') return read;
  const { leaving } = read;
  const left = leaving.people.filter(({ stays }) => !stays).map(({ aadObjectId }) => aadObjectId);
  const counts = { read: read.read, ...intake.counts, unmapped: intake.unmappedCounts(), left };
  if (leavesTooMany(left.length, leaving.of) && !mayManyLeave) {
    return { outcome: 'manyLeave', of: leaving.of, ...counts };
  }
  if (isDryRun) return { outcome: 'wouldSync', ...counts };
  await removeLeaving(context, reading, leaving);
  await upsertRecord(store, 'directorySync', {
    programmeId: programme.id,
    group,
    rules: rulesNow,
    readInFullAt: read.read === 'changes' && known ? known.document.readInFullAt : readInFullAt,
    ...(read.mark ? { mark: read.mark } : {}),
  });
  return { outcome: 'synced', ...counts };
}
