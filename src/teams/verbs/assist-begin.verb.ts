/** A colleague's one-time code, typed on a champion's device. */

import { z } from 'zod';
import { beginSitting } from '../../app/assist/begin-sitting.use-case';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { assistStartReply, assistStepReply, notAChampionReply } from './assist-reply';
import { subject } from './subject';

export const assistBeginVerb = defineVerb({
  name: verbNames.assistBegin,
  schema: z.object({ ...subject, code: z.string().max(100).optional() }),
  // Champions hold no role; the use case asks whether the actor is one.
  role: 'respondent',
  async handle(edge, { actor, data: { code = '' } }) {
    const begun = await beginSitting(edge.app, actor, code);
    switch (begun.outcome) {
      case 'notAChampion':
        return notAChampionReply(edge);
      case 'refused':
      case 'tooMany':
        return assistStartReply(edge, actor, begun.programme, { notice: begun.outcome });
      case 'notConfirmed':
        return assistStartReply(edge, actor, begun.programme, { notice: begun.outcome, typedCode: code });
      case 'begun': {
        const { asked, personId, sitting } = begun;
        return assistStepReply(edge, actor, { asked, personId, sitting }, begun);
      }
    }
  },
});
