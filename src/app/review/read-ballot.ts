/** Where somebody stands on the ballot of a review: what they would see now on any device. Reads only; changes nothing. */

import { deliveryIdOf, type PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { waveCampaignIdOf } from '../../domain/pulse/open-wave';
import { askedByName } from '../../domain/review/asked-by-name';
import type { AttributedBallot, Review, ReviewRound } from '../../domain/review/review';
import { ballotQuestionIds } from '../../domain/review/review-questions';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { readRecord } from '../records';
import { readCurrentStep } from '../wave/read-current-step';
import type { ReviewPlace } from './open-review.use-case';
import { readAttributedBallot } from './record-attributed-ballot.use-case';
import { findReview } from './save-review-draft.use-case';

export type BallotStep = 'option' | 'works' | 'recorded';

interface Found {
  readonly programme: Programme;
  readonly review: Review;
  /** The present asking. */
  readonly round: ReviewRound;
  /** Their vote has a name to it. */
  readonly isNamed: boolean;
}

export type CurrentBallot =
  | { readonly outcome: 'notInvited' }
  /** Nobody votes any more. */
  | (Found & { readonly outcome: 'over' })
  | (Found & { readonly outcome: 'open'; readonly revision: number; readonly step: BallotStep });

/** `fromTheStart` is for a person who wants to change what they said. Somebody who was not asked learns nothing. */
export async function readBallot(
  context: AppContext,
  place: ReviewPlace & { readonly personId: PersonId },
  fromTheStart = false,
): Promise<CurrentBallot> {
  const { programmeId, personId } = place;
  const [programme, review] = await Promise.all([
    currentProgramme(context, programmeId),
    findReview(context, place),
  ]);
  const round = review?.rounds.at(-1);
  if (!programme || !review || !round) return { outcome: 'notInvited' };
  const isNamed = askedByName(review).includes(personId);
  const found: Found = { programme, review, round, isNamed };
  if (!isNamed && !(await isInvited(context, round, personId))) return { outcome: 'notInvited' };
  if (review.status !== 'open' || round.outcome || context.clock.now() >= round.closesAt)
    return { ...found, outcome: 'over' };
  return isNamed
    ? { ...found, outcome: 'open', ...(await namedStep(context, review, personId, fromTheStart)) }
    : confidentialStep(context, found, personId, fromTheStart);
}

async function isInvited(
  { store }: AppContext,
  { waveId }: ReviewRound,
  personId: PersonId,
): Promise<boolean> {
  if (!waveId) return false;
  const campaignId = waveCampaignIdOf(waveId);
  return (await readRecord(store, 'delivery', campaignId, deliveryIdOf(campaignId, personId))) !== undefined;
}

async function namedStep(context: AppContext, review: Review, personId: PersonId, fromTheStart: boolean) {
  const ballot = await readAttributedBallot(context, review, personId);
  return { revision: ballot?.revision ?? 0, step: fromTheStart ? ('option' as const) : stepOf(ballot) };
}

/** What a vote with a name still lacks. */
export function stepOf(ballot: Pick<AttributedBallot, 'optionId' | 'works'> | undefined): BallotStep {
  if (ballot?.optionId === undefined) return 'option';
  return ballot.works === undefined ? 'works' : 'recorded';
}

async function confidentialStep(
  context: AppContext,
  found: Found,
  personId: PersonId,
  fromTheStart: boolean,
): Promise<CurrentBallot> {
  const { review, round } = found;
  if (!round.waveId) return { outcome: 'notInvited' };
  const ids = { programmeId: review.programmeId, waveId: round.waveId, personId };
  const current = await readCurrentStep(context, ids, fromTheStart);
  if (current.outcome === 'closed') return { ...found, outcome: 'over' };
  if (current.outcome !== 'open') return { outcome: 'notInvited' };
  const { revision, step } = current;
  if (step.step === 'recorded') return { ...found, outcome: 'open', revision, step: 'recorded' };
  const isOption = step.question.id === ballotQuestionIds.option;
  return { ...found, outcome: 'open', revision, step: isOption ? 'option' : 'works' };
}
