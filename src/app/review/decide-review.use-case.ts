/** Records the decider's decision on a design review, once for each round. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { asId, type PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { type Programme, roles } from '../../domain/programme/programme';
import { afterDecision } from '../../domain/review/after-decision';
import {
  type DecideReviewOutcome,
  type DecideReviewRequest,
  decideReview as decide,
} from '../../domain/review/decide-review';
import { rolesAsked } from '../../domain/review/deciding-roles';
import type { Review } from '../../domain/review/review';
import { workaroundsAskedAt } from '../../domain/review/workarounds-asked-at';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import type { ReviewPlace } from './open-review.use-case';

export type DecideReviewResult =
  | Exclude<DecideReviewOutcome, { outcome: 'decided' }>
  | { readonly outcome: 'decided'; readonly review: Review }
  | { readonly outcome: 'noSuchReview' };

export async function decideReview(
  context: AppContext,
  command: ReviewPlace &
    Pick<DecideReviewRequest, 'kind' | 'optionId' | 'rationale' | 'revision'> & {
      readonly personId: PersonId;
    },
): Promise<DecideReviewResult> {
  const { programmeId, reviewId, personId, rationale, ...choice } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchReview' };
  const now = context.clock.now();
  const words = maskText(rationale, programme.hospitalNumber).text.trim();
  const outcome = await changeRecord<'review', DecideReviewResult>(
    context.store,
    'review',
    programmeId,
    reviewId,
    (review) => {
      const askedRoles = rolesAsked(review, now);
      const by = holderAmong(context, programme, personId, askedRoles);
      if (!by) return { outcome: notAsked(review) };
      const number = review.earlierDecisions.length + (review.decision ? 2 : 1);
      const decisionId = asId<DecideReviewRequest['decisionId']>(`${reviewId}.d${number}`);
      const decided = decide(review, { ...choice, rationale: words, by, askedRoles, decisionId, now });
      if (decided.outcome !== 'decided') return { outcome: decided };
      const next = afterDecision(decided.next, termsOf(programme, now));
      return { outcome: { outcome: 'decided', review: next }, next };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchReview' };
}

function holderAmong(
  { keys }: AppContext,
  programme: Programme,
  personId: PersonId,
  askedRoles: DecideReviewRequest['askedRoles'],
): DecideReviewRequest['by'] | undefined {
  const held = holdersOf(keys, programme, roles).filter((holder) => holder.personId === personId);
  const role = askedRoles.find((asked) => held.some((holder) => holder.role === asked));
  const [first] = held;
  return role && first && { personId, name: first.displayName, role };
}

/** Whoever comes second is told that it is decided. */
function notAsked({ status }: Review): DecideReviewResult {
  if (status === 'decided') return { outcome: 'alreadyDecided' };
  return { outcome: status === 'closed' ? 'askedOfSomeoneElse' : 'notToBeDecided' };
}

function termsOf(programme: Programme, now: Instant) {
  const workaroundsAt = workaroundsAskedAt(programme, now);
  return {
    calendar: calendarOf(programme),
    decideWithinWorkingDays: programme.escalationPolicy.decideWithinWorkingDays,
    ...(workaroundsAt ? { workaroundsAt } : {}),
    now,
  };
}
