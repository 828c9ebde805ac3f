/** The card that answers whatever a person did on a ballot. */

import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { mostBallotsCarried, openBallotsOf } from '../../app/review/open-ballots';
import { type BallotStep, type CurrentBallot, readBallot } from '../../app/review/read-ballot';
import { ballotListCard } from '../../cards/ballot-list.card';
import type { BallotCardView } from '../../cards/ballot-parts';
import {
  type BallotSaid,
  ballotOverMessage,
  ballotRecordedMessage,
  ballotSubjectOf,
  optionMessage,
  worksMessage,
} from '../../cards/messages/ballot-message';
import { messageOf } from '../../cards/messages/message';
import type { ProgrammeId, ReviewId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { Review } from '../../domain/review/review';
import { frameOf } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { notInvitedReply } from './pulse-reply';

export interface ShownBallot {
  readonly programmeId: ProgrammeId;
  readonly reviewId: ReviewId;
  /** It was opened from a list. */
  readonly list: boolean;
}

/** Where they stand now, or what came of it. `typed`: words that came too late. */
export async function ballotReply(
  edge: EdgeContext,
  actor: Actor,
  shown: ShownBallot,
  said: BallotSaid & { readonly typed?: string; readonly fromTheStart?: boolean } = {},
): Promise<Message> {
  const { personId } = actor;
  const current = await readBallot(edge.app, { ...shown, personId }, said.fromTheStart);
  const { typed, fromTheStart: _start, ...rest } = said;
  if (current.outcome === 'notInvited') return notInvitedReply(edge);
  const frame = ballotFrame(edge, actor, current.programme, shown);
  if (current.outcome === 'over') {
    return ballotOverMessage(current, frame, { isFromList: shown.list, ...(typed ? { typed } : {}) });
  }
  return openReply(edge, actor, current, shown, rest);
}

function openReply(
  edge: EdgeContext,
  actor: Actor,
  current: Extract<CurrentBallot, { outcome: 'open' }>,
  shown: ShownBallot,
  said: BallotSaid,
): Message {
  const { programme, review, round, isNamed, revision, step } = current;
  const ballot = ballotSubjectOf(review, round, programme, isNamed);
  const view = { programme, ballot, revision, isFromList: shown.list };
  return stepMessage(edge, actor, { view, programme, review, step }, said);
}

/** @param review only looked at where the options are to be shown. */
export function stepMessage(
  edge: EdgeContext,
  actor: Actor,
  at: {
    readonly view: BallotCardView;
    readonly programme: Programme;
    readonly step: BallotStep;
    readonly review: Review;
  },
  said: BallotSaid,
): Message {
  const { view, programme, step, review } = at;
  const frame = ballotFrame(edge, actor, programme, {
    reviewId: view.ballot.reviewId,
    list: view.isFromList ?? false,
  });
  if (step === 'option') return optionMessage(view, review, frame, said);
  if (step === 'works') return worksMessage(view, edge.app.wording.worksQuestion(), frame, said);
  const { backupRetentionDays } = edge.app.settings;
  return ballotRecordedMessage({ ...view, backupRetentionDays }, frame, said);
}

export function ballotFrame(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  { reviewId, list }: Pick<ShownBallot, 'reviewId' | 'list'>,
) {
  return frameOf(edge, actor, programme, {
    card: 'ballot',
    subjectId: reviewId,
    ...(list ? { page: 'list' } : {}),
  });
}

/** What is open to them in this programme now, whether or not they have voted. */
export async function ballotListReply(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
): Promise<Message> {
  const asked = await openBallotsOf(edge.app, programmeId, actor.personId);
  const programme = await currentProgramme(edge.app, programmeId);
  if (!programme) return notInvitedReply(edge);
  const ballots = asked.slice(0, mostBallotsCarried).map(({ review, round }) => ({
    ...{ reviewId: review.reviewId, title: review.title, closesAt: round.closesAt },
  }));
  const frame = frameOf(edge, actor, programme, { card: 'ballots', subjectId: programmeId });
  return messageOf(ballotListCard, { programme, ballots }, frame);
}
