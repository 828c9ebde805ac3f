/** "When suits you?", from a card. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { askingTimeReply } from './asking-time-reply';
import { subject } from './subject';

export const askingWhenVerb = defineVerb({
  name: verbNames.askingWhen,
  schema: z.object(subject),
  role: 'respondent',
  handle: (edge, { actor }) => askingTimeReply(edge, actor),
});
