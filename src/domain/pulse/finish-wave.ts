/** Takes a wave whose release is written from closing to closed, with everything that follows from a release. */

import type { Instant } from '../instant';
import { plusMs } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Wave } from './wave';

/** A write that was on its way when the wave was sealed is unacknowledged; this is when the last of them is swept up. */
const sweepAfterMs = 10 * 60_000;

export function finishWave(wave: Wave, now: Instant): { readonly outcome: 'closed'; readonly next?: Wave } {
  if (wave.status === 'closed') return { outcome: 'closed' };
  const at = (id: string, lane: Intent['lane'], dueAt: Instant, data?: Intent['data']): Intent => ({
    id,
    kind: id.replace(/:.*$/, ''),
    lane,
    dueAt,
    ...(data ? { data } : {}),
  });
  const erase = at('erase-answers:first', 'urgent', now);
  // Of ballots the review says what came of them: no scores, no cards and no alarm of a pulse.
  const following = wave.reviewId
    ? [at('conclude-review', 'urgent', now), erase]
    : [
        at('publish-scores', 'urgent', now),
        erase,
        at('start-campaign:wave-result', 'urgent', now, { purpose: 'wave-result' }),
        at('raise-escalation', 'urgent', now),
        at('start-campaign:wave-heard', 'normal', now, { purpose: 'wave-heard' }),
      ];
  const sweep = at('erase-answers:sweep', 'normal', plusMs(now, sweepAfterMs));
  return {
    outcome: 'closed',
    next: planIntents({ ...wave, status: 'closed' as const, closedAt: now }, [...following, sweep]),
  };
}
