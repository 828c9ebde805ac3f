/** A person joins an issue that others may read of: they hear what comes of it, and nobody learns that it is them. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Issue } from '../../domain/issue/issue';
import type { AppContext } from '../context';
import { concernOf, createConcern, whereItGoesOn } from './concerns';
import { isOpenToVoices, isOver } from './published-issues';
import { isUnclear, memberOf } from './raise-issue.use-case';

export type AddVoiceOutcome =
  | 'notAMember'
  | 'added'
  | 'addedBefore'
  /** They raised it themselves. */
  | 'raisedByThem'
  | 'noLongerOpen'
  | 'notConfirmed';

/** Safe to repeat. What was merged meanwhile is joined where it goes on. */
export async function addVoice(
  context: AppContext,
  place: { readonly programmeId: ProgrammeId; readonly issueId: IssueId; readonly personId: PersonId },
): Promise<AddVoiceOutcome> {
  const { programmeId, personId } = place;
  const member = await memberOf(context, programmeId, personId);
  if (!member) return 'notAMember';
  const { issue: goesOn } = await whereItGoesOn(context, place);
  if (!goesOn || !canBeJoined(goesOn, place.issueId)) return 'noLongerOpen';
  const { issueId } = goesOn;
  const known = await concernOf(context, programmeId, issueId, personId);
  if (known) return known.part === 'raiser' ? 'raisedByThem' : 'addedBefore';
  try {
    const { organisationId } = member;
    const recipient = { personId, organisationId };
    const created = await createConcern(context, { programmeId, issueId, part: 'supporter', recipient });
    return created === 'created' ? 'added' : 'addedBefore';
  } catch (error) {
    if (isUnclear(error)) return 'notConfirmed';
    throw error;
  }
}

/** Whoever taps on the title of what was merged meanwhile means the same thing under another title, or under none. */
function canBeJoined(issue: Issue, tapped: IssueId): boolean {
  return issue.issueId === tapped ? isOpenToVoices(issue) : !isOver(issue);
}
