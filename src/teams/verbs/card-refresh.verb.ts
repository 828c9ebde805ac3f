/** A client asks by itself for the current form of a card it has just loaded. Changes nothing. */

import { z } from 'zod';
import { readCurrentStep } from '../../app/read-current-step';
import { verbNames } from '../../cards/verb-names';
import { asId, type WaveId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { escalationReply } from './escalation-reply';
import { currentStepReply } from './pulse-reply';
import { subject } from './subject';

export const cardRefreshVerb = defineVerb({
  name: verbNames.cardRefresh,
  schema: z.object({
    ...subject,
    card: z.enum(['pulse', 'escalation']),
    subjectId: z.string().min(1).max(200),
  }),
  role: 'respondent',
  async handle(edge, { actor, data: { card, programmeId, subjectId } }) {
    if (card === 'escalation') {
      return escalationReply(edge, actor, { programmeId, escalationId: asId(subjectId) });
    }
    const ids = { programmeId, waveId: asId<WaveId>(subjectId), personId: actor.personId };
    return currentStepReply(edge, actor, await readCurrentStep(edge.app, ids));
  },
});
