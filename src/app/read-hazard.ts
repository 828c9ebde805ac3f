/** A hazard with everybody its card may name, for one reader. */

import type { IssueId, PersonId, ProgrammeId } from '../domain/ids';
import type { ShownPlace } from '../domain/issue/shown-place';
import { type ThreadEntry, threadWith } from '../domain/issue/thread';
import { type Programme, type Role, roles } from '../domain/programme/programme';
import { raiserKeyOf, readIssue } from './concerns';
import type { AppContext } from './context';
import { currentProgramme } from './current-programme';
import type { DocumentOf } from './documents';
import { readRecord } from './records';
import { holdersOf } from './role-holders';
import { siteForReading } from './site-for-reading';

export interface ReadHazard {
  readonly programme: Programme;
  readonly issue: DocumentOf<'issue'>;
  readonly place: ShownPlace;
  /** The design review on whose ballot it was said to be unsafe. */
  readonly review?: string;
  /** What the raiser was asked and answered, oldest first. */
  readonly thread: readonly ThreadEntry[];
  readonly reader: { readonly personId: PersonId; readonly roles: readonly Role[] };
}

/** Undefined where the issue is not, and never was, a hazard. */
export async function readHazard(
  context: AppContext,
  ids: { readonly programmeId: ProgrammeId; readonly issueId: IssueId },
  personId: PersonId,
): Promise<ReadHazard | undefined> {
  const [programme, issue] = await Promise.all([
    currentProgramme(context, ids.programmeId),
    readIssue(context, ids),
  ]);
  if (!programme || !issue?.hazard) return undefined;
  const held = holdersOf(context.keys, programme, roles).filter((holder) => holder.personId === personId);
  const review = issue.reviewId
    ? await readRecord(context.store, 'review', ids.programmeId, issue.reviewId)
    : undefined;
  const raiser = issue.threads.length > 0 ? await raiserKeyOf(context, ids) : undefined;
  return {
    programme,
    issue,
    place: await siteForReading(context, programme, issue.site),
    ...(review ? { review: review.document.title } : {}),
    thread: raiser ? threadWith(issue, raiser) : [],
    reader: { personId, roles: held.map(({ role }) => role) },
  };
}
