/** The reviews that a person is asked to vote on now, whether or not they have: what a message can carry. */

import type { Campaign, Delivery } from '../../domain/campaign/campaign';
import {
  asId,
  type CampaignId,
  deliveryIdOf,
  type PersonId,
  type ProgrammeId,
  type ReviewId,
  type WaveId,
} from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { waveCampaignIdOf } from '../../domain/pulse/open-wave';
import { askedByName } from '../../domain/review/asked-by-name';
import type { Review, ReviewRound } from '../../domain/review/review';
import { ballotCampaignIdOf } from '../../domain/review/review-campaigns';
import type { AppContext } from '../context';
import { listRecords, readRecord } from '../records';

export interface OpenBallot {
  readonly review: Review;
  readonly round: ReviewRound;
  /** The wave of a confidential one; absent for whoever votes on it by name. */
  readonly waveId?: WaveId;
  /** Its invitation to this person; absent where nobody got as far as writing it. */
  readonly delivery?: Delivery;
}

/** One message carries at most so many. */
export const mostBallotsCarried = 5;

/** The ones that close first come first. Nothing in it depends on who has voted. */
export async function openBallotsOf(
  context: Pick<AppContext, 'store' | 'clock' | 'waves'>,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<readonly OpenBallot[]> {
  const { store, clock } = context;
  const now = clock.now();
  const found: OpenBallot[] = [];
  for await (const { document: review } of listRecords(store, 'review', programmeId, { status: 'open' })) {
    const round = review.rounds.at(-1);
    if (!round || !isTakingVotes(round, now)) continue;
    if (askedByName(review).includes(personId)) {
      const delivery = await invitationOf(store, ballotCampaignIdOf(review.reviewId, round.number), personId);
      found.push({ review, round, ...(delivery ? { delivery } : {}) });
    } else if (round.waveId && (await context.waves.read(programmeId, round.waveId))?.key) {
      const delivery = await invitationOf(store, waveCampaignIdOf(round.waveId), personId);
      if (delivery) found.push({ review, round, waveId: round.waveId, delivery });
    }
  }
  return found.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

export type Carrying = readonly ReviewId[] | 'carriedBefore' | 'nothing' | 'waits';

/** What the message to this person carries: its own ballot first, then others that are open to them.
 * `carriedBefore`: another message that they got has its ballot already. `nothing`: it is not open to them any more.
 * `waits`: another ballot's message, which is just being sent, will carry it. */
export async function ballotsToCarry(
  context: Pick<AppContext, 'store' | 'clock' | 'waves'>,
  { programmeId, subjectId }: Pick<Campaign, 'programmeId' | 'subjectId'>,
  personId: PersonId,
  mayWait: boolean,
): Promise<Carrying> {
  const open = await openBallotsOf(context, programmeId, personId);
  const own = open.find(({ review, waveId }) => (waveId ?? review.reviewId) === asId(subjectId));
  if (!own) return 'nothing';
  const { reviewId } = own.review;
  const others = open.filter((one) => one !== own);
  const isCarried = others.some(
    ({ delivery }) => delivery?.status === 'delivered' && delivery.carried?.includes(reviewId),
  );
  if (isCarried) return 'carriedBefore';
  const place = open.indexOf(own);
  const before = place < mostBallotsCarried ? open.slice(0, place) : [];
  if (mayWait && before.some(({ delivery }) => delivery?.status === 'pending')) return 'waits';
  return [own, ...others].slice(0, mostBallotsCarried).map(({ review }) => review.reviewId);
}

async function invitationOf(
  store: AppContext['store'],
  campaignId: CampaignId,
  personId: PersonId,
): Promise<Delivery | undefined> {
  return (await readRecord(store, 'delivery', campaignId, deliveryIdOf(campaignId, personId)))?.document;
}

function isTakingVotes({ outcome, closesAt }: ReviewRound, now: Instant): boolean {
  return outcome === undefined && now < closesAt;
}

const orderOf = ({ round, review }: OpenBallot) => `${round.closesAt} ${review.reviewId}`;
