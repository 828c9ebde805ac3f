/** Opens a round of a review: the wave that carries its ballots, or everything that is missing before it may. */

import { calendarOf } from '../calendar/calendar-of';
import { instantAt, localDay } from '../calendar/local-time';
import { asId, type PulseId, type ReviewId, type WaveId } from '../ids';
import { epochMsOf, type Instant, plusMs } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import { waveCampaignIdOf } from '../pulse/open-wave';
import type { Frame, Wave } from '../pulse/wave';
import { type MissingPart, missingParts } from './missing-parts';
import type { Review, ReviewRound } from './review';
import { reviewPolicyOf } from './review-policy';
import { reviewQuestions } from './review-questions';

export interface ReviewOpening {
  readonly review: Review;
  readonly programme: Programme;
  /** As `buildReviewFrame` makes it; not looked at where voting is attributed. */
  readonly frame: Frame;
  /** How the ballot's second question reads. */
  readonly worksText: string;
  readonly openedBy: Wave['openedBy'];
  readonly now: Instant;
}

export type ReviewOpeningOutcome =
  | {
      readonly outcome: 'opened';
      readonly review: Review;
      /** Absent where voting is attributed. */
      readonly wave?: Wave;
    }
  | { readonly outcome: 'incomplete'; readonly missing: readonly MissingPart[] }
  | { readonly outcome: 'openAlready' | 'decidedAlready' | 'nobodyToAsk' };

/** The partition of a round's ballots. */
export function reviewWaveIdOf(reviewId: ReviewId, round: number): WaveId {
  return asId(`${reviewId}.r${round}`);
}

export function reviewPulseIdOf(reviewId: ReviewId): PulseId {
  return asId(`review.${reviewId}`);
}

/** A draft opens, and so does a review that is to be confirmed, or was closed and nobody decided yet: as its next round,
 * with the policy of today. It closes when work ends on its closing day. An attributed one has no wave: its `conclude-review` is planned
 * here; of a confidential one it follows from the wave's release. */
export function openReview(opening: ReviewOpening): ReviewOpeningOutcome {
  const { review, programme, frame, now } = opening;
  if (review.status === 'open') return { outcome: 'openAlready' };
  if (review.status === 'decided') return { outcome: 'decidedAlready' };
  const missing = missingParts(review, programme, localDay(now, programme.timeZone));
  if (missing.length > 0) return { outcome: 'incomplete', missing };
  const isConfidential = review.voting === 'confidential';
  if (isConfidential && frame.atoms.length === 0) return { outcome: 'nobodyToAsk' };
  const closesAt = instantAt(review.closesOn, calendarOf(programme).closesAt, programme.timeZone);
  const number = review.rounds.length + 1;
  const waveId = reviewWaveIdOf(review.reviewId, number);
  const round: ReviewRound = { number, openedAt: now, closesAt, ...(isConfidential ? { waveId } : {}) };
  const { stale: _past, ...rest } = review;
  const opened: Review = {
    ...rest,
    status: 'open',
    policy: reviewPolicyOf(programme),
    revision: review.revision + 1,
    rounds: [...review.rounds, round],
  };
  if (isConfidential)
    return { outcome: 'opened', review: opened, wave: waveOf(opening, { waveId, closesAt }) };
  const closing = { id: `conclude-review:${number}`, kind: 'conclude-review', dueAt: closesAt };
  return { outcome: 'opened', review: planIntents(opened, [{ ...closing, lane: 'urgent' }]) };
}

function waveOf(
  { review, programme, frame, worksText, openedBy, now }: ReviewOpening,
  { waveId, closesAt }: Pick<Wave, 'waveId' | 'closesAt'>,
): Wave {
  const third = Math.round((epochMsOf(closesAt) - epochMsOf(now)) / 3);
  const wave: Wave = {
    waveId,
    programmeId: programme.id,
    pulseId: reviewPulseIdOf(review.reviewId),
    title: review.title,
    status: 'open',
    questions: reviewQuestions(review, worksText),
    audience: { kind: 'everyone' },
    minimumGroupSize: programme.minimumGroupSize,
    confidenceFloor: programme.confidenceFloor,
    frame,
    reviewId: review.reviewId,
    campaignId: waveCampaignIdOf(waveId),
    opensAt: now,
    closesAt,
    openedBy,
    intents: [],
  };
  const ask = { purpose: 'ballot-invitation' };
  return planIntents(wave, [
    { id: 'start-campaign:ballot-invitation', kind: 'start-campaign', lane: 'normal', dueAt: now, data: ask },
    { id: 'remind:1', kind: 'remind', lane: 'normal', dueAt: plusMs(now, third), data: { pass: 1 } },
    { id: 'remind:2', kind: 'remind', lane: 'normal', dueAt: plusMs(now, 2 * third), data: { pass: 2 } },
    { id: 'close-wave', kind: 'close-wave', lane: 'urgent', dueAt: closesAt },
  ]);
}
