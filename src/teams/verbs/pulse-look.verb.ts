/** The lead looks whom a pulse would ask if it were opened now. */

import { z } from 'zod';
import { UnavailableError } from '../../app/ports/errors';
import { findProgramme } from '../../app/programme/find-programme';
import { findPulse } from '../../app/schedule/find-pulse';
import { keptPreview } from '../../app/schedule/kept-preview';
import { messageOf } from '../../cards/messages/message';
import { pulseLookCard } from '../../cards/pulse-look.card';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import { frameOf } from '../frame-of';
import { defineVerb } from '../verb';
import { within } from '../within';
import { pulsesOfReply } from './pulses-reply';
import { idField, subject } from './subject';

/** Of Teams' five seconds; what takes longer is there when the card is asked for again. */
const patienceMs = 3_000;

export const pulseLookVerb = defineVerb({
  name: verbNames.pulseLook,
  schema: z.object({ ...subject, pulseId: idField<PulseId>() }),
  role: ['lead', 'pmo'],
  async handle(edge, { actor, data: { programmeId, pulseId } }) {
    const { app } = edge;
    try {
      const programme = await findProgramme(app.store, programmeId);
      const pulse = programme && (await findPulse(app.store, programme, pulseId));
      if (!programme || !pulse) return pulsesOfReply(edge, actor, programmeId, { notice: 'noSuchPulse' });
      const seen = await within(app.clock, patienceMs, keptPreview(app, programme, pulse, true));
      const view = { programme, pulse, ...(seen.outcome === 'done' ? { preview: seen.value.preview } : {}) };
      return messageOf(pulseLookCard, view, frameOf(edge, actor, programme));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return pulsesOfReply(edge, actor, programmeId, { notice: 'notConfirmed' });
    }
  },
});
