/** Reads a directory group into a programme's people: everybody in it, or only what changed. */

import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { Directory, GroupRefusal, MemberPage } from '../ports/directory';
import { type Leaving, whoIsGone, whoLeft } from './leaving';
import type { MemberIntake } from './member-intake';

export interface GroupReading {
  readonly context: Pick<AppContext, 'store' | 'keys' | 'clock'>;
  readonly directory: Directory;
  readonly programme: Programme;
  readonly group: string;
  readonly intake: MemberIntake;
}

export interface GroupRead {
  readonly outcome: 'read';
  readonly read: 'everybody' | 'changes';
  readonly leaving: Leaving;
  /** What the next changes are counted from; absent where they would not do. */
  readonly mark?: string;
}

/** The mark is taken first: what changes while the pages are read is found by the next reading. */
export async function readEverybody(reading: GroupReading): Promise<GroupRead | GroupRefusal> {
  const { context, directory, group, intake } = reading;
  const marked = await directory.markNow(group);
  if (marked.outcome !== 'marked') return marked;
  let nestedGroups = 0;
  let next: string | undefined;
  do {
    const page: MemberPage | GroupRefusal = await directory.members(group, next);
    if (page.outcome !== 'page') return page;
    nestedGroups += page.nestedGroups;
    await intake.take(page.members);
    next = page.next;
  } while (next !== undefined);
  const leaving = await whoIsGone(context, reading, intake.members);
  // Changes tell of a group's own members only.
  const mark = nestedGroups === 0 ? marked.mark : undefined;
  return { outcome: 'read', read: 'everybody', leaving, ...(mark ? { mark } : {}) };
}

/** `notEnough`: everybody has to be read. */
export async function readChanges(
  reading: GroupReading,
  mark: string,
): Promise<GroupRead | GroupRefusal | { readonly outcome: 'notEnough' }> {
  const { context, directory, intake } = reading;
  const changes = await directory.changesSince(mark);
  if (changes.outcome === 'expired') return { outcome: 'notEnough' };
  if (changes.outcome !== 'changes') return changes;
  if (changes.isNested) return { outcome: 'notEnough' };
  const joined = await directory.people(changes.joined);
  if (joined.outcome !== 'found') return joined;
  await intake.take(joined.members);
  const leaving = await whoLeft(context, reading, changes.left);
  return { outcome: 'read', read: 'changes', leaving, ...(changes.mark ? { mark: changes.mark } : {}) };
}
