/** What each send of a review is: ballots to those asked by name, and what was decided to everybody who was asked. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import { decisionNumbered, roundDecided } from '../../domain/decision/decision-on-review';
import type { Intent } from '../../domain/intent/intent';
import { askedByName } from '../../domain/review/asked-by-name';
import type { Review } from '../../domain/review/review';
import { ballotCampaignIdOf, reviewToldCampaignIdOf } from '../../domain/review/review-campaigns';

/** @throws Error for a purpose a review has no card for. */
export function planReviewCampaign(review: Review, { data }: Intent): CampaignPlan {
  const { programmeId, reviewId } = review;
  const number = Number(data?.number);
  const common = { programmeId, subjectId: reviewId, lane: 'normal' as const };
  const named = { kind: 'people' as const, personIds: askedByName(review) };
  if (data?.purpose === 'ballot-invitation') {
    return {
      ...common,
      campaignId: ballotCampaignIdOf(reviewId, number),
      purpose: 'ballot-invitation',
      audienceKind: 'respondent',
      recipients: named,
      ...pointlessAfterRound(review, number),
    };
  }
  if (data?.purpose !== 'review-told')
    throw new Error(`a review has no campaign for ${String(data?.purpose)}`);
  const to = data.audience === 'staff' ? 'staff' : 'named';
  const waveId = data.action === undefined ? waveDecided(review, number) : review.rounds.at(-1)?.waveId;
  if (to === 'staff' && !waveId) throw new Error('nobody voted on this review without a name');
  const about = data.action === undefined ? (`d${number}` as const) : (`a${Number(data.action)}` as const);
  return {
    ...common,
    campaignId: reviewToldCampaignIdOf(reviewId, about, to),
    purpose: 'review-told',
    audienceKind: 'reply',
    recipients: to === 'staff' && waveId ? { kind: 'wave', waveId } : named,
  };
}

function pointlessAfterRound({ rounds }: Review, number: number) {
  const round = rounds.find((one) => one.number === number);
  return round ? { pointlessAfter: round.closesAt } : {};
}

function waveDecided(review: Review, number: number) {
  const made = decisionNumbered(review, number);
  return made && roundDecided(review, made)?.waveId;
}
