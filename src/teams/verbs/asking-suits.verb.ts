/** A person chooses when they are written to. */

import { z } from 'zod';
import { chooseTime } from '../../app/people/choose-time.use-case';
import { UnavailableError } from '../../app/ports/errors';
import { whenever } from '../../cards/asking-time.card';
import { verbNames } from '../../cards/verb-names';
import { preferredTimes } from '../../domain/timing/sending-policy';
import { defineVerb } from '../verb';
import { askingTimeReply } from './asking-time-reply';
import { subject } from './subject';

export const askingSuitsVerb = defineVerb({
  name: verbNames.askingSuits,
  schema: z.object({
    ...subject,
    revision: z.string().min(1).max(60),
    suits: z.enum([...preferredTimes, whenever]),
  }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { revision, suits } = data;
    const command = { personId: actor.personId, revision, ...(suits === whenever ? {} : { suits }) };
    try {
      const { outcome } = await chooseTime(edge.app, command);
      return askingTimeReply(edge, actor, outcome === 'unknownPerson' ? undefined : outcome);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return askingTimeReply(edge, actor, 'notConfirmed');
    }
  },
});
