/** An issue as one of the people it concerns may see it: their own part, their own thread, where it goes on. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Concern } from '../../domain/issue/concern';
import type { Issue } from '../../domain/issue/issue';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { concernOf, readIssue, whereItGoesOn } from './concerns';

export interface OwnIssue {
  readonly programme: Programme;
  readonly issue: Issue;
  readonly concern: Concern;
  /** The issue in which it goes on, where it was merged and this person has not been moved yet. */
  readonly goesOnIn?: Issue;
}

/** Undefined for everybody whom the issue does not concern, also where there is no such issue: nobody learns from it
 * whether there is one. A person who was moved to another issue by a merger gets that one. */
export async function readOwnIssue(
  context: AppContext,
  { programmeId, issueId }: { readonly programmeId: ProgrammeId; readonly issueId: IssueId },
  personId: PersonId,
): Promise<OwnIssue | undefined> {
  const [programme, issue, concern] = await Promise.all([
    currentProgramme(context, programmeId),
    readIssue(context, { programmeId, issueId }),
    concernOf(context, programmeId, issueId, personId),
  ]);
  if (!programme || !issue) return undefined;
  if (!issue.mergedInto) return concern && { programme, issue, concern };
  const target = (await whereItGoesOn(context, { programmeId, issueId })).issue;
  const there = target && (await concernOf(context, programmeId, target.issueId, personId));
  if (there) return { programme, issue: target, concern: there };
  return concern && { programme, issue, concern, ...(target ? { goesOnIn: target } : {}) };
}
