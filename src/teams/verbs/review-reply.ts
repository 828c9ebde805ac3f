/** The card that answers whatever was done about a design review: always where it stands now. */

import type { Message } from '../../app/ports/messenger';
import type { ReviewPlace } from '../../app/review/open-review.use-case';
import { type PreviousDecision, previousDecisions } from '../../app/review/previous-decisions';
import { type ReadReview, readReview } from '../../app/review/read-review';
import { messageOf } from '../../cards/messages/message';
import {
  mayManageReviews,
  type ReviewSaid,
  reviewMessage,
  reviewPreviewMessage,
} from '../../cards/messages/review-message';
import { noticeCard } from '../../cards/notice.card';
import type { DecidedBeforeView } from '../../cards/review-preview.card';
import { type ReviewSetupView, reviewSetupCard } from '../../cards/review-setup.card';
import { asId, type ReviewId } from '../../domain/ids';
import { dayOf } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { emptyReview } from '../../domain/review/empty-review';
import type { ReviewSetupNotice } from '../../text/en/review-setup';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

/** A draft is for those who set it up; anything else for everybody with a role. */
export async function reviewReply(
  edge: EdgeContext,
  actor: Actor,
  place: ReviewPlace,
  said: ReviewSaid = {},
): Promise<Message> {
  const read = await readReview(edge.app, place, actor.personId);
  if (!read) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  if (read.review.status === 'draft') {
    if (!mayManageReviews(read.reader.roles)) {
      return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    }
    return previewOf(edge, actor, read);
  }
  const frame = frameOf(edge, actor, read.programme, { card: 'review', subjectId: place.reviewId });
  return reviewMessage(read, edge.app.clock.now(), frame, said);
}

/** All of it as it would be asked, while it can still be changed. */
export async function previewReply(
  edge: EdgeContext,
  actor: Actor,
  place: ReviewPlace,
  notice?: ReviewSetupNotice,
): Promise<Message> {
  const read = await readReview(edge.app, place, actor.personId);
  if (!read) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const { status } = read.review;
  if (status !== 'draft' && status !== 'toBeConfirmed') return reviewReply(edge, actor, place);
  return previewOf(edge, actor, read, notice);
}

async function previewOf(
  edge: EdgeContext,
  actor: Actor,
  read: ReadReview,
  notice?: ReviewSetupNotice,
): Promise<Message> {
  const { programme, review } = read;
  const { workflow, reviewId } = review;
  const previous =
    workflow === '' ? [] : await previousDecisions(edge.app, actor, { workflow, except: reviewId });
  const before = previous.map((one) => beforeOf(one, programme));
  return reviewPreviewMessage(read, before, frameOf(edge, actor, programme), notice);
}

function beforeOf(
  { programmeId, programmeName, title, decision, optionTitle, standing }: PreviousDecision,
  { id }: Programme,
): DecidedBeforeView {
  return {
    ...(programmeId === id ? {} : { programmeName }),
    ...{ title, kind: decision.kind, on: dayOf(decision.decidedAt), standing },
    ...(optionTitle ? { option: optionTitle } : {}),
  };
}

/** One step, to be filled in. */
export function stepReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  view: Omit<ReviewSetupView, 'programme'>,
): Message {
  return messageOf(reviewSetupCard, { programme, ...view }, frameOf(edge, actor, programme));
}

/** The first step of a new one; nothing is stored until it is saved. */
export function newReviewReply(edge: EdgeContext, actor: Actor, programme: Programme): Message {
  const reviewId = newReviewId(programme, edge.app.newId());
  const review = { ...emptyReview(programme), reviewId };
  return stepReply(edge, actor, programme, { review, step: 'about' });
}

export function newReviewId({ id }: Pick<Programme, 'id'>, random: string): ReviewId {
  return asId(`review.${id}.${random}`);
}

/** Ids are made here; one that a card carries belongs to the programme that it names. */
export function isOfProgramme(reviewId: ReviewId, { id }: Pick<Programme, 'id'>): boolean {
  return reviewId.startsWith(`review.${id}.`);
}
