/** Records a vote with a name to it: in time, by somebody who was asked by name, on the card as it is now. */

import { localDay } from '../../domain/calendar/local-time';
import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { roles } from '../../domain/programme/programme';
import {
  acceptBallot,
  type BallotOutcome,
  type NamedTap,
  type NamedVoter,
} from '../../domain/review/accept-ballot';
import { askedByName } from '../../domain/review/asked-by-name';
import type { AttributedBallot, Review } from '../../domain/review/review';
import { type MaskedText, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { holdersOf } from '../people/role-holders';
import { ConflictError, ThrottledError, UnavailableError } from '../ports/errors';
import { currentProgramme } from '../programme/current-programme';
import { createRecord, readRecord, replaceRecord } from '../records';
import type { ReviewPlace } from './open-review.use-case';
import { panelOf } from './review-vote';
import { findReview } from './save-review-draft.use-case';

/** `ballot`: what counts now, so that the card can go on from there. `notConfirmed`: tap again, which is harmless. */
export type RecordAttributedBallotOutcome =
  | {
      readonly outcome: BallotOutcome['outcome'] | 'changed' | 'notConfirmed';
      readonly review: Review;
      readonly ballot?: AttributedBallot;
      readonly masked?: MaskedText;
    }
  | { readonly outcome: 'noSuchReview' };

export async function recordAttributedBallot(
  context: AppContext,
  command: ReviewPlace & { readonly personId: PersonId; readonly tap: NamedTap },
): Promise<RecordAttributedBallotOutcome> {
  const { programmeId, personId, tap } = command;
  const programme = await currentProgramme(context, programmeId);
  const review = programme && (await findReview(context, command));
  if (!programme || !review) return { outcome: 'noSuchReview' };
  const masked = tap.comment === undefined ? undefined : maskText(tap.comment, programme.hospitalNumber);
  const safe = { ...tap, ...(masked ? { comment: masked.text } : {}) };
  const said = masked ? { masked } : {};
  try {
    const written = await write(context, programme, review, personId, safe);
    return { ...written, review, ...said };
  } catch (error) {
    if (error instanceof UnavailableError || error instanceof ThrottledError)
      return { outcome: 'notConfirmed', review, ...said };
    throw error;
  }
}

/** What this person said by name in the present round. */
export async function readAttributedBallot(
  { store }: Pick<AppContext, 'store'>,
  { reviewId, rounds }: Pick<Review, 'reviewId' | 'rounds'>,
  personId: PersonId,
): Promise<AttributedBallot | undefined> {
  return (await readRecord(store, 'attributedBallot', reviewId, `${rounds.length}:${personId}`))?.document;
}

type Written = { readonly outcome: BallotOutcome['outcome'] | 'changed'; readonly ballot?: AttributedBallot };

async function write(
  context: AppContext,
  programme: Programme,
  review: Review,
  personId: PersonId,
  tap: NamedTap,
): Promise<Written> {
  const { store, clock } = context;
  const now = clock.now();
  const stored = await readRecord(
    store,
    'attributedBallot',
    review.reviewId,
    `${review.rounds.length}:${personId}`,
  );
  const voter = await voterOf(context, programme, review, personId);
  const at = { now, today: localDay(now, programme.timeZone) };
  const decided = acceptBallot(review, voter, stored?.document, tap, at);
  const before = stored ? { ballot: stored.document } : {};
  if (decided.outcome !== 'recorded') return { outcome: decided.outcome, ...before };
  const { ballot, isChange } = decided;
  try {
    await (stored
      ? replaceRecord(store, 'attributedBallot', ballot, stored.version)
      : createRecord(store, 'attributedBallot', ballot));
  } catch (error) {
    // Another delivery was first: what it wrote is what counts.
    if (!(error instanceof ConflictError)) throw error;
    const first = await readAttributedBallot(context, review, personId);
    return { outcome: 'outOfDate', ...(first ? { ballot: first } : {}) };
  }
  return { outcome: isChange ? 'changed' : 'recorded', ballot };
}

/** Undefined for somebody who was not asked by name. */
async function voterOf(
  { store, keys }: AppContext,
  programme: Programme,
  review: Review,
  personId: PersonId,
): Promise<NamedVoter | undefined> {
  if (!askedByName(review).includes(personId)) return undefined;
  const person = await readRecord(store, 'person', programme.id, personDocumentId(personId));
  const held = holdersOf(keys, programme, roles).find((holder) => holder.personId === personId);
  const spoken = review.representatives.find((one) => one.personId === personId);
  const displayName = person?.document.displayName ?? held?.displayName ?? spoken?.displayName;
  const panel = await panelOf({ store }, programme, review);
  const groupName = panel.find((one) => one.personId === personId)?.groupName;
  return displayName && groupName ? { personId, displayName, groupName } : undefined;
}
