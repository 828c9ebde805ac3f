/** Somebody differs, or says that it is unsafe: the review goes up, with the groups that differ as they may be told. */

import { raiseEscalation } from '../escalation/raise-escalation.use-case';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const escalateReviewIntent = defineIntent(
  'escalate-review',
  'review',
  async (context, review, intent) => {
    const { programmeId, reviewId, title } = review;
    const programme = await currentProgramme(context, programmeId);
    const outcome = review.rounds.at(-1)?.outcome;
    if (!programme || !outcome || review.status !== 'closed') return;
    const result = await raiseEscalation(context, {
      programme,
      source: { kind: 'review', reviewId },
      occasion: intent.id,
      facts: [
        {
          kind: 'review',
          reviewId,
          title,
          outcome: context.wording.reviewOutcome(outcome.kind),
          groups: outcome.groupsThatDiffer,
        },
      ],
    });
    const escalationId =
      result.outcome === 'raised'
        ? result.escalationId
        : result.outcome === 'nothingNew'
          ? result.covering
          : undefined;
    if (!escalationId) return;
    await changeRecord(context.store, 'review', programmeId, reviewId, (current) => ({
      outcome: 'noted',
      next: { ...current, escalationId },
    }));
    context.poke();
  },
);
