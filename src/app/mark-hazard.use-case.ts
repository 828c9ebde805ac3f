/** The lead or a safety officer says of an issue that it could harm a patient; the officers are alerted at once. */

import type { IssueId, PersonId, ProgrammeId } from '../domain/ids';
import { safetyRoles } from '../domain/issue/alert-hazard';
import { isOpenHazard, openHazard } from '../domain/issue/hazard';
import type { Issue } from '../domain/issue/issue';
import type { Role } from '../domain/programme/programme';
import type { AppContext } from './context';
import { currentProgramme } from './current-programme';
import { leadRoles } from './plan-campaign';
import { changeRecord } from './records';
import { holdersOf } from './role-holders';

export const markHazardRoles: readonly Role[] = [...leadRoles, ...safetyRoles];

export type MarkHazardOutcome = 'marked' | 'alreadyOpen' | 'merged' | 'noSuchIssue' | 'anotherRole';

/** Also of an issue that was closed as a hazard before: what was said then is kept. The issue's own card stays current. */
export async function markAsHazard(
  context: AppContext,
  command: { readonly programmeId: ProgrammeId; readonly issueId: IssueId; readonly personId: PersonId },
): Promise<MarkHazardOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, issueId, personId } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return 'noSuchIssue';
  const mayMark = holdersOf(keys, programme, markHazardRoles).some((one) => one.personId === personId);
  if (!mayMark) return 'anotherRole';
  const outcome = await changeRecord(
    store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: MarkHazardOutcome; next?: Issue } => {
      if (isOpenHazard(issue)) return { outcome: 'alreadyOpen' };
      // The one that carries it on can be marked.
      if (issue.status === 'merged') return { outcome: 'merged' };
      return { outcome: 'marked', next: openHazard(issue, clock.now()) };
    },
  );
  context.poke();
  return outcome ?? 'noSuchIssue';
}
