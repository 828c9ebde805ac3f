/** "Unsafe, because …" on a ballot: an issue with an open hazard, whose raiser stays as hidden as any other's. */

import type { PersonId } from '../../domain/ids';
import type { HarmAnswer } from '../../domain/issue/raise-issue';
import type { AppContext } from '../context';
import { type RaiseIssueOutcome, raiseIssue } from '../issue/raise-issue.use-case';
import { currentProgramme } from '../programme/current-programme';
import { readPersonSite } from '../programme/read-person-site';
import { changeRecord } from '../records';
import { openBallotsOf } from './open-ballots';
import type { ReviewPlace } from './open-review.use-case';

export interface RaiseUnsafe extends ReviewPlace {
  readonly personId: PersonId;
  /** Random, made with the card: the same card sent three times makes one issue. */
  readonly draftId: string;
  readonly text: string;
  /** Where it happens; absent: the site where they work. */
  readonly site?: string;
  /** Whether somebody comes to harm now, or has: then nothing is stored, and they are told where to turn. */
  readonly harm: Exclude<HarmAnswer, 'none'>;
  readonly isNamed: boolean;
}

/** `notAsked`: the review is closed, or not put to this person. */
export type RaiseUnsafeOutcome = RaiseIssueOutcome | { readonly outcome: 'notAsked' };

/** The clinical safety officer is alerted by the issue's own intent. Neither the review nor the issue says who it was: the
 * issue's id is an HMAC, and the review keeps its unsafe ones in an order of their ids. */
export async function raiseUnsafe(context: AppContext, command: RaiseUnsafe): Promise<RaiseUnsafeOutcome> {
  const { programmeId, reviewId, personId, draftId, text, harm, isNamed } = command;
  const programme = await currentProgramme(context, programmeId);
  const open = programme ? await openBallotsOf(context, programmeId, personId) : [];
  if (!programme || !open.some(({ review }) => review.reviewId === reviewId)) return { outcome: 'notAsked' };
  const site = command.site ?? (await readPersonSite(context, programme, personId));
  const raised = await raiseIssue(context, {
    ...{ programmeId, personId, draftId, text, reviewId, harm, isNamed },
    category: 'safety',
    effect: 'careCouldSuffer',
    ...(site ? { site } : {}),
    isHarmRuledOut: false,
  });
  if (raised.outcome !== 'raised') return raised;
  const { issueId } = raised.issue;
  await changeRecord(context.store, 'review', programmeId, reviewId, (review) =>
    review.unsafe.includes(issueId)
      ? { outcome: 'noted' }
      : { outcome: 'noted', next: { ...review, unsafe: [...review.unsafe, issueId].sort() } },
  );
  return raised;
}
