/** A colleague's comment on a champion's device. */

import { z } from 'zod';
import { addComment } from '../../app/wave/add-comment.use-case';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { assistRecordedReply, sittingOverReply } from './assist-reply';
import { inTurn } from './in-turn';
import { sittingFields } from './sitting-fields';

export const assistCommentVerb = defineVerb({
  name: verbNames.assistComment,
  schema: z.object({ ...sittingFields, comment: z.string().max(20_000).optional() }),
  role: 'respondent',
  handle: (edge, { actor, data }) => {
    const { programmeId, waveId, comment: text = '' } = data;
    return inTurn(
      edge,
      actor,
      data,
      async (turn) => {
        const { personId } = turn;
        const result = await addComment(edge.app, { programmeId, waveId, personId, text });
        switch (result.outcome) {
          case 'noSuchWave':
          case 'notInvited':
          case 'closed':
            return sittingOverReply(edge, actor, programmeId, text);
          case 'saved':
            return assistRecordedReply(edge, actor, turn, { notice: 'commentSaved', masked: result.masked });
          case 'empty':
            return assistRecordedReply(edge, actor, turn, { notice: 'commentEmpty' });
          case 'tooLong':
          case 'notConfirmed':
            return assistRecordedReply(edge, actor, turn, {
              notice: 'commentNotConfirmed',
              typedComment: text,
            });
        }
      },
      text,
    );
  },
});
