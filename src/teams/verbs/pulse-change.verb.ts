/** "Change my answer": the first question again; what was said before counts until it is answered anew. */

import { z } from 'zod';
import { readCurrentStep } from '../../app/wave/read-current-step';
import { verbNames } from '../../cards/verb-names';
import type { WaveId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { currentStepReply } from './pulse-reply';
import { idField, subject } from './subject';

export const pulseChangeVerb = defineVerb({
  name: verbNames.pulseChange,
  schema: z.object({ ...subject, waveId: idField<WaveId>() }),
  role: 'respondent',
  async handle(edge, { actor, data: { programmeId, waveId } }) {
    const ids = { programmeId, waveId, personId: actor.personId };
    return currentStepReply(edge, actor, await readCurrentStep(edge.app, ids, true), {
      notice: 'changing',
    });
  },
});
