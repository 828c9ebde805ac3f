/** The lead ends a pulse that was set up in chat, for good. */

import { z } from 'zod';
import { UnavailableError } from '../../app/ports/errors';
import { type RetirePulseOutcome, retirePulse } from '../../app/schedule/retire-pulse.use-case';
import type { ScheduleNotice } from '../../cards/pulse-missed.card';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { pulsesOfReply } from './pulses-reply';
import { idField, subject } from './subject';

const notices = {
  retired: 'retired',
  alreadyRetired: 'retired',
  inTheFile: 'inTheFile',
  noSuchPulse: 'noSuchPulse',
  noSuchProgramme: 'noSuchPulse',
} as const satisfies Record<RetirePulseOutcome, ScheduleNotice>;

export const pulseRetireVerb = defineVerb({
  name: verbNames.pulseRetire,
  schema: z.object({ ...subject, pulseId: idField<PulseId>() }),
  role: ['lead', 'pmo'],
  async handle(edge, { actor, data: { programmeId, pulseId } }) {
    let notice: ScheduleNotice = 'notConfirmed';
    try {
      notice = notices[await retirePulse(edge.app, { programmeId, pulseId })];
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
    }
    return pulsesOfReply(edge, actor, programmeId, { notice });
  },
});
