/** The message that carries ballots: the one ballot itself, or the list of those it carries. */

import type { AppContext } from '../app/context';
import { findReview } from '../app/review/save-review-draft.use-case';
import { ballotListCard } from '../cards/ballot-list.card';
import { ballotOverMessage, ballotSubjectOf, optionMessage } from '../cards/messages/ballot-message';
import { type CardMessage, messageOf } from '../cards/messages/message';
import type { CardFrame } from '../cards/template';
import type { PersonId, ReviewId } from '../domain/ids';
import type { Programme } from '../domain/programme/programme';
import { askedByName } from '../domain/review/asked-by-name';
import type { Review } from '../domain/review/review';

/** The same for everybody who is asked the same way, and harmless to somebody who has voted meanwhile. Undefined where no
 * review is left of what it carried. */
export async function ballotsMessage(
  context: AppContext,
  programme: Programme,
  personId: PersonId,
  carried: readonly ReviewId[],
): Promise<((frame: CardFrame) => CardMessage) | undefined> {
  const found = await Promise.all(
    carried.map((reviewId) => findReview(context, { programmeId: programme.id, reviewId })),
  );
  const reviews = found.filter((review) => review !== undefined);
  const [first] = reviews;
  if (!first) return undefined;
  if (carried.length === 1) return (frame) => oneBallot(context, programme, personId, first, frame);
  const ballots = reviews.flatMap(({ reviewId, title, rounds }) => {
    const round = rounds.at(-1);
    return round ? [{ reviewId, title, closesAt: round.closesAt }] : [];
  });
  return (frame) => messageOf(ballotListCard, { programme, ballots }, frame);
}

function oneBallot(
  { clock }: AppContext,
  programme: Programme,
  personId: PersonId,
  review: Review,
  frame: CardFrame,
): CardMessage {
  const round = review.rounds.at(-1);
  if (!round || review.status !== 'open' || round.outcome || clock.now() >= round.closesAt)
    return ballotOverMessage({ programme, review }, frame);
  const ballot = ballotSubjectOf(review, round, programme, askedByName(review).includes(personId));
  return optionMessage({ programme, ballot, revision: 0 }, review, frame);
}
