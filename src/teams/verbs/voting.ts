/** One tap on a ballot: which option, or whether it works; saved at once, like an answer or with a name to it. */

import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { type BallotStep, readBallot } from '../../app/review/read-ballot';
import { recordAttributedBallot } from '../../app/review/record-attributed-ballot.use-case';
import { findReview } from '../../app/review/save-review-draft.use-case';
import { type RecordAnswerOutcome, recordAnswer } from '../../app/wave/record-answer.use-case';
import {
  type BallotSaid,
  ballotOverMessage,
  ballotRecordedMessage,
  ballotSubjectOf,
  ballotSubjectOfWave,
  worksMessage,
  worksTextOf,
} from '../../cards/messages/ballot-message';
import type { WaveId } from '../../domain/ids';
import type { Step } from '../../domain/pulse/next-step';
import type { AnswerValue } from '../../domain/pulse/question';
import type { AttributedBallot, WorksAnswer } from '../../domain/review/review';
import { ballotQuestionIds } from '../../domain/review/review-questions';
import type { Actor, EdgeContext } from '../verb';
import type { BallotTap } from './ballot-fields';
import { ballotFrame, ballotReply, stepMessage } from './ballot-reply';
import { notInvitedReply } from './pulse-reply';

export type Vote =
  | { readonly step: 'option'; readonly optionId: string }
  | { readonly step: 'works'; readonly works: WorksAnswer | 'notMyArea' };

export function voteReply(edge: EdgeContext, actor: Actor, tap: BallotTap, vote: Vote): Promise<Message> {
  const { waveId } = tap;
  return waveId ? confidentialVote(edge, actor, { ...tap, waveId }, vote) : namedVote(edge, actor, tap, vote);
}

type WaveTap = BallotTap & { readonly waveId: WaveId };

async function confidentialVote(edge: EdgeContext, actor: Actor, tap: WaveTap, vote: Vote): Promise<Message> {
  const { programmeId, waveId, revision } = tap;
  const answer = { questionId: ballotQuestionIds[vote.step], revision, value: answerOf(vote) };
  const outcome = await recordAnswer(edge.app, {
    programmeId,
    waveId,
    personId: actor.personId,
    tap: answer,
  });
  switch (outcome.outcome) {
    case 'noSuchWave':
    case 'notInvited':
      return ballotReply(edge, actor, tap, { notice: 'outOfDate' });
    case 'closed':
      return closedBallotReply(edge, actor, tap);
    case 'notConfirmed':
      return waveStepReply(
        edge,
        actor,
        tap,
        { ...outcome, revision, step: vote.step },
        { notice: 'notConfirmed' },
      );
    default: {
      const { outcome: said, asked, next } = outcome;
      return waveStepReply(
        edge,
        actor,
        tap,
        { asked, revision: outcome.revision, step: stepOfWave(next) },
        said === 'recorded' ? {} : { notice: said === 'notAnAnswer' ? 'chooseOne' : said },
      );
    }
  }
}

export type Asked = Extract<RecordAnswerOutcome, { outcome: 'closed' }>['asked'];

/** From the wave alone, so that a vote costs no more than an answer; only the options are the review's. */
export async function waveStepReply(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap,
  at: { readonly asked: Asked; readonly revision: number; readonly step: BallotStep },
  said: BallotSaid,
): Promise<Message> {
  const { programme, wave } = at.asked;
  const ballot = ballotSubjectOfWave(wave);
  if (!ballot) return notInvitedReply(edge);
  const view = { programme, ballot, revision: at.revision, isFromList: tap.list };
  const frame = ballotFrame(edge, actor, programme, { reviewId: ballot.reviewId, list: tap.list });
  const worksText = worksTextOf(wave);
  if (at.step === 'works' && worksText) return worksMessage(view, worksText, frame, said);
  if (at.step === 'recorded') {
    const { backupRetentionDays } = edge.app.settings;
    return ballotRecordedMessage({ ...view, backupRetentionDays }, frame, said);
  }
  const review = await findReview(edge.app, { programmeId: programme.id, reviewId: ballot.reviewId });
  return review
    ? stepMessage(edge, actor, { view, programme, review, step: at.step }, said)
    : notInvitedReply(edge);
}

function stepOfWave(next: Step): BallotStep {
  if (next.step === 'recorded') return 'recorded';
  return next.question.id === ballotQuestionIds.option ? 'option' : 'works';
}

/** Where this asking has closed and another is open, that one is shown. `typed`: what came too late. */
export async function closedBallotReply(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap,
  typed?: string,
): Promise<Message> {
  const current = await readBallot(edge.app, { ...tap, personId: actor.personId });
  if (current.outcome === 'notInvited') return notInvitedReply(edge);
  const isAnother = current.outcome === 'open' && current.round.waveId !== tap.waveId;
  if (isAnother && !typed) return ballotReply(edge, actor, tap, { notice: 'outOfDate' });
  const frame = ballotFrame(edge, actor, current.programme, tap);
  return ballotOverMessage(current, frame, { isFromList: tap.list, ...(typed ? { typed } : {}) });
}

function answerOf(vote: Vote): AnswerValue {
  if (vote.step === 'option') return { kind: 'choice', choice: vote.optionId };
  return vote.works === 'notMyArea'
    ? { kind: 'outside', outside: 'notMyArea' }
    : { kind: 'choice', choice: vote.works };
}

/** The asking that the card was made for is not the present one: nothing on it counts any more. */
export async function isOfEarlierRound(edge: EdgeContext, tap: BallotTap): Promise<boolean> {
  const review = await findReview(edge.app, tap);
  return review !== undefined && review.rounds.length !== tap.round;
}

async function namedVote(edge: EdgeContext, actor: Actor, tap: BallotTap, vote: Vote): Promise<Message> {
  if (await isOfEarlierRound(edge, tap)) return ballotReply(edge, actor, tap, { notice: 'outOfDate' });
  const { programmeId, reviewId, revision } = tap;
  const { step: _step, ...said } = vote;
  const outcome = await recordAttributedBallot(edge.app, {
    ...{ programmeId, reviewId, personId: actor.personId },
    tap: { revision, ...said },
  });
  switch (outcome.outcome) {
    case 'noSuchReview':
    case 'notAsked':
      return notInvitedReply(edge);
    case 'closed':
      return closedBallotReply(edge, actor, tap);
    case 'outOfDate':
      return ballotReply(edge, actor, tap, { notice: 'outOfDate' });
    case 'notAnAnswer':
      return ballotReply(edge, actor, tap, { notice: 'chooseOne' });
    case 'notConfirmed':
    case 'recorded':
    case 'changed': {
      const { review, ballot } = outcome;
      const round = review.rounds.at(-1);
      const programme = await currentProgramme(edge.app, programmeId);
      if (!round || !programme) return notInvitedReply(edge);
      const isSaved = outcome.outcome !== 'notConfirmed';
      const view = {
        programme,
        ballot: ballotSubjectOf(review, round, programme, true),
        revision: isSaved ? (ballot?.revision ?? revision) : revision,
        isFromList: tap.list,
      };
      const step = isSaved ? stepAfter(vote, ballot) : vote.step;
      const notice = outcome.outcome === 'recorded' ? {} : { notice: outcome.outcome };
      return stepMessage(edge, actor, { view, programme, review, step }, notice);
    }
  }
}

function stepAfter(vote: Vote, ballot: AttributedBallot | undefined): BallotStep {
  if (vote.step === 'option') return 'works';
  return ballot?.optionId === undefined ? 'option' : 'recorded';
}
