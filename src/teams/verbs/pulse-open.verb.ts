/** The lead opens a wave of a pulse now, from the list or in the place of a run that was missed. */

import { z } from 'zod';
import { UnavailableError } from '../../app/ports/errors';
import { openPulseNow } from '../../app/schedule/open-pulse-now.use-case';
import type { ScheduleNotice } from '../../cards/pulse-missed.card';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { defineVerb } from '../verb';
import { missedReply, pulsesOfReply } from './pulses-reply';
import { idField, subject } from './subject';

export const pulseOpenVerb = defineVerb({
  name: verbNames.pulseOpen,
  schema: z.object({
    ...subject,
    pulseId: idField<PulseId>(),
    inPlaceOf: z.iso
      .datetime()
      .transform((value) => value as Instant)
      .optional(),
  }),
  role: ['lead', 'pmo'],
  async handle(edge, { actor, data: { programmeId, pulseId, inPlaceOf } }) {
    let notice: ScheduleNotice;
    try {
      const opening = { programmeId, pulseId, openedBy: actor.personId };
      const opened = await openPulseNow(edge.app, { ...opening, ...(inPlaceOf ? { inPlaceOf } : {}) });
      notice = opened.outcome === 'noSuchProgramme' ? 'noSuchPulse' : opened.outcome;
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      notice = 'notConfirmed';
    }
    return inPlaceOf
      ? missedReply(edge, actor, { programmeId, pulseId, plannedFor: inPlaceOf }, notice)
      : pulsesOfReply(edge, actor, programmeId, { notice });
  },
});
