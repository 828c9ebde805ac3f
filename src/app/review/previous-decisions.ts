/** What was decided before about a workflow: in this programme, and in others where the reader holds a role. */

import type { ProgrammeId, ReviewId } from '../../domain/ids';
import { readingRoles } from '../../domain/programme/reading-roles';
import type { Review, ReviewDecision } from '../../domain/review/review';
import type { AppContext } from '../context';
import { programmesOf } from '../people/programmes-of';
import { listRecords } from '../records';

/** `stands`: nothing has taken its place or cast doubt on it. */
export type DecisionStanding = 'stands' | 'toBeConfirmed' | 'replaced';

export interface PreviousDecision {
  readonly programmeId: ProgrammeId;
  readonly programmeName: string;
  readonly reviewId: ReviewId;
  readonly title: string;
  readonly version: string;
  readonly decision: ReviewDecision;
  /** The option that was decided for, as it reads now. */
  readonly optionTitle?: string;
  readonly standing: DecisionStanding;
}

/** Newest first. Deferrals are left out: nothing was decided by them. */
export async function previousDecisions(
  context: AppContext,
  who: Parameters<typeof programmesOf>[1],
  { workflow, except }: { readonly workflow: string; readonly except?: ReviewId },
): Promise<readonly PreviousDecision[]> {
  const own = await programmesOf(context, who);
  const found: PreviousDecision[] = [];
  for (const { programme, roles } of own) {
    if (!roles.some((role) => readingRoles.includes(role))) continue;
    for await (const { document: review } of listRecords(context.store, 'review', programme.id)) {
      if (review.workflow !== workflow) continue;
      const place = { programmeId: programme.id, programmeName: programme.name };
      found.push(...decisionsOf(review, review.reviewId === except).map((one) => ({ ...place, ...one })));
    }
  }
  return found.sort((a, b) => (a.decision.decidedAt < b.decision.decidedAt ? 1 : -1));
}

/** @param isOwn of the review that is about to be opened again: what it said before is shown, too. */
function decisionsOf(
  review: Review,
  isOwn: boolean,
): readonly Omit<PreviousDecision, 'programmeId' | 'programmeName'>[] {
  const { reviewId, title, proposal, options, decision, earlierDecisions, status } = review;
  return [...earlierDecisions, ...(decision ? [decision] : [])]
    .filter(({ kind }) => kind !== 'defer')
    .map((one) => {
      const option = options.find(({ id }) => id === one.optionId);
      const isDoubted = status === 'toBeConfirmed' || status === 'open' || isOwn;
      return {
        ...{ reviewId, title, version: proposal.version, decision: one },
        ...(option ? { optionTitle: option.title } : {}),
        standing: one !== decision ? 'replaced' : isDoubted ? 'toBeConfirmed' : 'stands',
      };
    });
}

/** The reviews of a programme that are to be confirmed, the longest so first. */
export async function staleReviews(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly Review[]> {
  const stale: Review[] = [];
  for await (const { document } of listRecords(store, 'review', programmeId, { status: 'toBeConfirmed' })) {
    stale.push(document);
  }
  const since = (review: Review) => `${review.stale?.since ?? ''} ${review.reviewId}`;
  return stale.sort((a, b) => (since(a) < since(b) ? -1 : 1));
}
