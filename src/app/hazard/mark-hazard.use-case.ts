/** The lead or a safety officer says of an issue that it could harm a patient. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { safetyRoles } from '../../domain/issue/alert-hazard';
import { hazardNumberOf, isOpenHazard, openHazard } from '../../domain/issue/hazard';
import type { Issue } from '../../domain/issue/issue';
import { acknowledgeHazard, type HazardActor } from '../../domain/issue/settle-hazard';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';

export type MarkHazardOutcome =
  | 'marked'
  | 'alreadyOpen'
  | 'merged'
  | 'outOfDate'
  | 'noSuchIssue'
  | 'anotherRole';

/** Also of an issue that was closed as a hazard before: what was said then is kept. The officers are alerted at once; an
 * officer who opens it again has it already. */
export async function markAsHazard(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly issueId: IssueId;
    readonly personId: PersonId;
    /** Which time it was a hazard, as the card has it; absent where no card of a hazard is behind it. */
    readonly number?: number;
  },
): Promise<MarkHazardOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, issueId, personId, number } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return 'noSuchIssue';
  const holder = holdersOf(keys, programme, [...safetyRoles, ...leadRoles]).find(
    (one) => one.personId === personId,
  );
  if (!holder) return 'anotherRole';
  const by = { personId, name: holder.displayName, role: holder.role };
  const outcome = await changeRecord(
    store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: MarkHazardOutcome; next?: Issue } => {
      if (isOpenHazard(issue)) return { outcome: 'alreadyOpen' };
      if (number !== undefined && number !== hazardNumberOf(issue)) return { outcome: 'outOfDate' };
      // The one that carries it on can be marked.
      if (issue.status === 'merged') return { outcome: 'merged' };
      return { outcome: 'marked', next: opened(issue, by, clock.now()) };
    },
  );
  context.poke();
  return outcome ?? 'noSuchIssue';
}

function opened(issue: Issue, by: HazardActor, now: Instant): Issue {
  const open = openHazard(issue, now);
  if (!safetyRoles.includes(by.role)) return open;
  const result = acknowledgeHazard(open, by, hazardNumberOf(open), now);
  return result.outcome === 'acknowledged' ? result.next : open;
}
