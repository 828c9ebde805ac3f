/** A review was decided by its decider: what went up about it is over. */

import { forwardEscalation } from '../../domain/escalation/forward-escalation';
import { settleWithOwnDecision } from '../../domain/escalation/settle-with-own-decision';
import { currentProgramme } from '../programme/current-programme';
import { askingNow } from '../programme/roster-of';
import { changeRecord, listRecords } from '../records';
import { defineIntent } from './define-intent';

/** One that is still with the lead goes up with the standard case and is settled there, in one write: nobody is asked. */
export const settleReviewEscalationIntent = defineIntent(
  'settle-review-escalation',
  'review',
  async (context, review) => {
    const { store, clock, wording } = context;
    const { decision, programmeId, reviewId, title } = review;
    const programme = await currentProgramme(context, programmeId);
    if (!programme || !decision || review.status !== 'decided') return;
    const { decidedBy, role, decidedByName: name } = decision;
    const made = { decidedBy, role, name, words: wording.reviewWasDecided(title) };
    for await (const { document } of listRecords(store, 'escalation', programmeId)) {
      const { source, escalationId } = document;
      if (source.kind !== 'review' || source.reviewId !== reviewId || document.status === 'decided') continue;
      const asking = await askingNow(context, programme, document);
      const standard = wording.standardCase(document);
      await changeRecord(store, 'escalation', programmeId, escalationId, (current) => {
        const forwarded = forwardEscalation(current, { ...asking, lead: 'clock', standard });
        const up = forwarded.outcome === 'forwarded' ? forwarded.next : current;
        const next = settleWithOwnDecision(up, made, clock.now());
        return next ? { outcome: 'settled', next } : { outcome: 'nothingToSettle' };
      });
    }
    context.poke();
  },
);
