/** A comment on a ballot: kept beside the votes, or with the name where the vote has one. */

import { z } from 'zod';
import type { Message } from '../../app/ports/messenger';
import { recordAttributedBallot } from '../../app/review/record-attributed-ballot.use-case';
import { addComment } from '../../app/wave/add-comment.use-case';
import type { BallotSaid } from '../../cards/messages/ballot-message';
import { verbNames } from '../../cards/verb-names';
import type { WaveId } from '../../domain/ids';
import { maximumTextLength } from '../../domain/pulse/fits-question';
import { readsLikeHarm } from '../../domain/text/reads-like-harm';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { type BallotTap, ballotFields } from './ballot-fields';
import { ballotReply } from './ballot-reply';
import { notInvitedReply } from './pulse-reply';
import { type Asked, closedBallotReply, isOfEarlierRound, waveStepReply } from './voting';

export const ballotCommentVerb = defineVerb({
  name: verbNames.ballotComment,
  schema: z.object({ ...ballotFields, comment: z.string().max(20_000).optional() }),
  role: 'respondent',
  handle(edge, { actor, data }) {
    const { comment = '', waveId } = data;
    if (comment.trim() === '') return ballotReply(edge, actor, data, { notice: 'commentEmpty' });
    return waveId
      ? commentBeside(edge, actor, { ...data, waveId }, comment)
      : commentWithName(edge, actor, data, comment);
  },
});

async function commentBeside(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap & { readonly waveId: WaveId },
  text: string,
): Promise<Message> {
  const { programmeId, waveId, revision } = tap;
  // The card that has a comment is the recorded one; it is made without another read, which could fail.
  const recordedReply = (asked: Asked, said: BallotSaid) =>
    waveStepReply(edge, actor, tap, { asked, revision, step: 'recorded' }, said);
  const result = await addComment(edge.app, { programmeId, waveId, personId: actor.personId, text });
  switch (result.outcome) {
    case 'noSuchWave':
    case 'notInvited':
      return notInvitedReply(edge);
    case 'closed':
      return closedBallotReply(edge, actor, tap, text);
    case 'saved':
      return recordedReply(result.asked, { ...savedAs(text), masked: result.masked });
    case 'empty':
      return recordedReply(result.asked, { notice: 'commentEmpty' });
    case 'tooLong':
    case 'notConfirmed':
      return recordedReply(result.asked, notSaved(text));
  }
}

async function commentWithName(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap,
  comment: string,
): Promise<Message> {
  if (await isOfEarlierRound(edge, tap)) return closedBallotReply(edge, actor, tap, comment);
  if (comment.length > maximumTextLength) return ballotReply(edge, actor, tap, notSaved(comment));
  const { programmeId, reviewId, revision } = tap;
  const outcome = await recordAttributedBallot(edge.app, {
    ...{ programmeId, reviewId, personId: actor.personId },
    tap: { revision, comment },
  });
  switch (outcome.outcome) {
    case 'noSuchReview':
    case 'notAsked':
      return notInvitedReply(edge);
    case 'closed':
      return closedBallotReply(edge, actor, tap, comment);
    case 'recorded':
    case 'changed':
      return ballotReply(edge, actor, tap, { ...savedAs(comment), masked: outcome.masked?.kinds ?? [] });
    case 'outOfDate':
      return ballotReply(edge, actor, tap, { notice: 'outOfDate', typedComment: comment });
    case 'notAnAnswer':
    case 'notConfirmed':
      return ballotReply(edge, actor, tap, notSaved(comment));
  }
}

function savedAs(comment: string): BallotSaid {
  return { notice: 'commentSaved', readsLikeHarm: readsLikeHarm(comment) };
}

function notSaved(typedComment: string): BallotSaid {
  return { notice: 'commentNotConfirmed', typedComment };
}
