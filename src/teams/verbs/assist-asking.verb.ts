/** "Stop asking me" and its way back, for the colleague whose turn it is. */

import { z } from 'zod';
import { changeAsking } from '../../app/people/change-asking.use-case';
import { UnavailableError } from '../../app/ports/errors';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { assistRecordedReply } from './assist-reply';
import { inTurn } from './in-turn';
import { sittingFields } from './sitting-fields';

export const assistAskingVerb = defineVerb({
  name: verbNames.assistAsking,
  schema: z.object({ ...sittingFields, asking: z.enum(['stop', 'resume']) }),
  role: 'respondent',
  handle: (edge, { actor, data }) =>
    inTurn(edge, actor, data, async (turn) => {
      const stopAsking = data.asking === 'stop';
      try {
        await changeAsking(edge.app, { personId: turn.personId, stopAsking });
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        return assistRecordedReply(edge, actor, turn, { notice: 'notConfirmed' });
      }
      return assistRecordedReply(edge, actor, turn, { notice: stopAsking ? 'stopped' : 'resumed' });
    }),
});
