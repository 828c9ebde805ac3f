/** The wave that asks whether people work around what was decided: one agreement question about one workflow. */

import { asId, type QuestionId, type WaveId } from '../ids';
import { dayOf, type Instant, plusDays } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import { waveCampaignIdOf } from '../pulse/open-wave';
import type { Frame, Wave } from '../pulse/wave';
import { reviewPulseIdOf } from './open-review';
import type { Review } from './review';

const openForDays = 7;

export interface WorkaroundRequest {
  readonly programme: Programme;
  /** The decided review whose people are asked. */
  readonly review: Review;
  readonly frame: Frame;
  /** Of the programme. */
  readonly waves: readonly Pick<Wave, 'waveId' | 'status'>[];
  readonly questionText: string;
  readonly openedBy: Wave['openedBy'];
  readonly now: Instant;
}

export type WorkaroundOutcome =
  | { readonly outcome: 'asked'; readonly wave: Wave }
  | { readonly outcome: 'notLiveYet' | 'askedAlready' | 'nobodyToAsk' };

/** The review of a workflow that was decided last. */
export function decidedReviewOf(reviews: readonly Review[], workflow: string): Review | undefined {
  return reviews
    .filter(
      (review) =>
        review.workflow === workflow && review.status === 'decided' && review.decision?.kind === 'approve',
    )
    .sort((a, b) => ((a.decision?.decidedAt ?? '') < (b.decision?.decidedAt ?? '') ? -1 : 1))
    .at(-1);
}

function waveIdOf({ reviewId }: Review, number: number): WaveId {
  return asId(`${reviewId}.workarounds${number}`);
}

/** Agreement is favourable here: it means that somebody works around it. */
export function workaroundWave(request: WorkaroundRequest): WorkaroundOutcome {
  const { programme, review, frame, waves, questionText, openedBy, now } = request;
  const goLive = programme.stages.find(({ name }) => name === 'go-live');
  if (!goLive || goLive.startsOn > dayOf(now)) return { outcome: 'notLiveYet' };
  if (frame.atoms.length === 0) return { outcome: 'nobodyToAsk' };
  const before = waves.filter(({ waveId }) => waveId.startsWith(`${review.reviewId}.workarounds`));
  if (before.some(({ status }) => status !== 'closed')) return { outcome: 'askedAlready' };
  const waveId = waveIdOf(review, before.length + 1);
  const wave: Wave = {
    waveId,
    programmeId: programme.id,
    pulseId: reviewPulseIdOf(review.reviewId),
    title: review.title,
    status: 'open',
    questions: [
      { id: asId<QuestionId>(`workaround.${review.reviewId}`), kind: 'agreement', text: questionText },
    ],
    audience: { kind: 'everyone' },
    minimumGroupSize: programme.minimumGroupSize,
    confidenceFloor: programme.confidenceFloor,
    frame,
    reviewId: review.reviewId,
    campaignId: waveCampaignIdOf(waveId),
    opensAt: now,
    closesAt: plusDays(now, openForDays),
    openedBy,
    intents: [],
  };
  const purpose = 'pulse-invitation';
  return {
    outcome: 'asked',
    wave: planIntents(wave, [
      {
        ...{ id: `start-campaign:${purpose}`, kind: 'start-campaign', lane: 'normal' },
        ...{ dueAt: now, data: { purpose } },
      },
      {
        ...{ id: 'remind:1', kind: 'remind', lane: 'normal' },
        ...{ dueAt: plusDays(now, openForDays / 2), data: { pass: 1 } },
      },
      { id: 'close-wave', kind: 'close-wave', lane: 'urgent', dueAt: wave.closesAt },
    ]),
  };
}
