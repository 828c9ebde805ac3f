/** A hazard with everybody its card may name, for one reader. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { ShownPlace } from '../../domain/issue/shown-place';
import { type ThreadEntry, threadWith } from '../../domain/issue/thread';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { raiserKeyOf, readIssue } from '../issue/concerns';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { siteForReading } from '../programme/site-for-reading';
import { readRecord } from '../records';

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
