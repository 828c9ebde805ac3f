/** Puts what has just begun to wait on the desk of everybody it waits for, instead of a card for each item. */

import { proposedChange } from '../../domain/gate/gate-terms';
import type { PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme, Role } from '../../domain/programme/programme';
import { rolesAsked } from '../../domain/review/deciding-roles';
import type { Review } from '../../domain/review/review';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import type { IntendingDocument, IntentHandler } from '../intent-handler';
import { executivesOf, holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { askAboutReview } from '../review/ask-about-review';
import { noteReview, settleDesk } from './settle-desk.use-case';

/** In an escalation, a gate, an issue or a review: for whom it waits follows from its state. */
export const putOnDeskIntent: IntentHandler = {
  kind: 'put-on-desk',
  async carryOut(context, { document }) {
    const programme = await currentProgramme(context, document.programmeId);
    if (!programme) return;
    if (document.type === 'review') await askAboutReview(context, programme, document.reviewId);
    for (const personId of waitingFor(context, programme, document)) {
      if (document.type === 'escalation' && document.status === 'decided') {
        await noteReview(context, programme, personId, document.escalationId);
      }
      await settleDesk(context, programme, personId);
    }
    context.poke();
  },
};

function waitingFor(
  { keys, clock }: AppContext,
  programme: Programme,
  document: IntendingDocument,
): readonly PersonId[] {
  if (document.type === 'escalation') {
    if (document.status === 'withExecutive') return document.assignment?.carded ?? [];
    const isReviewed = document.status === 'decided' && document.decision?.reviewOn !== undefined;
    return isReviewed ? executivesOf(keys, programme).map(({ personId }) => personId) : [];
  }
  const asked: readonly Role[] =
    document.type === 'review'
      ? reviewRoles(document, clock.now())
      : document.type === 'gate'
        ? [...document.askedRoles, ...(proposedChange(document) ? (['sro'] as const) : [])]
        : document.type === 'issue'
          ? leadRoles
          : [];
  return [...new Set(holdersOf(keys, programme, asked).map(({ personId }) => personId))];
}

function reviewRoles(review: Review, now: Instant): readonly Role[] {
  if (review.status === 'closed') return rolesAsked(review, now);
  return review.status === 'toBeConfirmed' ? leadRoles : [];
}
