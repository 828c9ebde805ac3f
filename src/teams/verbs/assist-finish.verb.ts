/** The phone is handed back: the colleague's turn is over, whatever was answered. */

import { z } from 'zod';
import { endSitting } from '../../app/assist/end-sitting.use-case';
import { UnavailableError } from '../../app/ports/errors';
import { currentProgramme } from '../../app/programme/current-programme';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { assistStartReply, notAChampionReply, sittingOverReply } from './assist-reply';
import { currentTurnReply } from './in-turn';
import { sittingFields } from './sitting-fields';

export const assistFinishVerb = defineVerb({
  name: verbNames.assistFinish,
  schema: z.object(sittingFields),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    try {
      const ended = await endSitting(edge.app, actor, data);
      if (ended === 'over') return await sittingOverReply(edge, actor, data.programmeId);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return currentTurnReply(edge, actor, data, { notice: 'notConfirmed' });
    }
    const programme = await currentProgramme(edge.app, data.programmeId);
    return programme
      ? assistStartReply(edge, actor, programme, { notice: 'finished' })
      : notAChampionReply(edge);
  },
});
