/** "Change my answers" on a champion's device: the first question again, while the colleague's turn lasts. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { currentTurnReply } from './in-turn';
import { sittingFields } from './sitting-fields';

export const assistChangeVerb = defineVerb({
  name: verbNames.assistChange,
  schema: z.object(sittingFields),
  role: 'respondent',
  handle: (edge, { actor, data }) => currentTurnReply(edge, actor, data, { notice: 'changing' }, true),
});
