/** Merges one issue into another, by the lead's hand. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Issue } from '../../domain/issue/issue';
import { type MergeIntoOutcome, mergeInto } from '../../domain/issue/merge-into';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, readRecord } from '../records';

export type MergeIssueOutcome =
  | { readonly outcome: 'noSuchIssue' | 'notTheLead' | 'noTarget' }
  | Exclude<MergeIntoOutcome, { outcome: 'merged' }>
  | { readonly outcome: 'merged'; readonly issue: Issue };

export async function mergeIssue(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly issueId: IssueId;
    readonly into: IssueId;
    readonly revision?: number;
    readonly personId: PersonId;
  },
): Promise<MergeIssueOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, issueId, into, personId, revision } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchIssue' };
  const holder = holdersOf(keys, programme, leadRoles).find((one) => one.personId === personId);
  if (!holder) return { outcome: 'notTheLead' };
  const target = await readRecord(store, 'issue', programmeId, into);
  if (!target) return { outcome: 'noTarget' };
  const by = { personId, name: holder.displayName, role: holder.role };
  const outcome = await changeRecord(
    store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: MergeIssueOutcome; next?: Issue } => {
      const given = revision === undefined ? {} : { revision };
      const merged = mergeInto(issue, target.document, { ...given, by, now: clock.now() });
      return merged.outcome === 'merged'
        ? { outcome: { outcome: 'merged', issue: merged.next }, next: merged.next }
        : { outcome: merged };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchIssue' };
}
