/** A comment from the last card of a pulse. */

import { z } from 'zod';
import type { Message } from '../../app/ports/messenger';
import { addComment } from '../../app/wave/add-comment.use-case';
import type { AskedWave } from '../../app/wave/wave-reader';
import { pulseCommentMessage } from '../../cards/messages/pulse-message';
import { verbNames } from '../../cards/verb-names';
import type { WaveId } from '../../domain/ids';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { closedReply, goneReply, notInvitedReply, pulseFrame } from './pulse-reply';
import { idField, subject } from './subject';

export const pulseCommentVerb = defineVerb({
  name: verbNames.pulseComment,
  schema: z.object({
    ...subject,
    waveId: idField<WaveId>(),
    comment: z.string().max(20_000).optional(),
  }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { programmeId, waveId, comment = '' } = data;
    const result = await addComment(edge.app, {
      programmeId,
      waveId,
      personId: actor.personId,
      text: comment,
    });
    switch (result.outcome) {
      case 'noSuchWave':
        return goneReply(edge);
      case 'notInvited':
        return notInvitedReply(edge);
      case 'closed':
        return closedReply(edge, actor, result.asked, comment);
      case 'saved':
        return reply(edge, actor, result.asked, { notice: 'commentSaved', masked: result.masked });
      case 'empty':
        return reply(edge, actor, result.asked, { notice: 'commentEmpty' });
      case 'tooLong':
      case 'notConfirmed':
        return reply(edge, actor, result.asked, { notice: 'commentNotConfirmed', typedComment: comment });
    }
  },
});

function reply(
  edge: EdgeContext,
  actor: Actor,
  asked: AskedWave,
  said: Parameters<typeof pulseCommentMessage>[1],
): Message {
  const { backupRetentionDays } = edge.app.settings;
  return pulseCommentMessage({ ...asked, backupRetentionDays }, said, pulseFrame(edge, actor, asked));
}
