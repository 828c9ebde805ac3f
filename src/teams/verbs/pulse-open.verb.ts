/** The lead opens a wave of a pulse now, from the list or in the place of a run that was missed. */

import { z } from 'zod';
import { UnavailableError } from '../../app/ports/errors';
import { type OpenPulseNowOutcome, openPulseNow } from '../../app/schedule/open-pulse-now.use-case';
import type { ScheduleNotice } from '../../cards/pulse-missed.card';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { defineVerb } from '../verb';
import { within } from '../within';
import { missedReply, pulsesOfReply } from './pulses-reply';
import { idField, subject } from './subject';

/** Of Teams' five seconds: what has begun by then goes on. */
const patienceMs = 3_500;

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
      const command = { ...opening, ...(inPlaceOf ? { inPlaceOf } : {}) };
      const opened = await within(edge.app.clock, patienceMs, openPulseNow(edge.app, command));
      notice = opened.outcome === 'late' ? 'takesLonger' : noticeOf(opened.value);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      notice = 'notConfirmed';
    }
    return inPlaceOf
      ? missedReply(edge, actor, { programmeId, pulseId, plannedFor: inPlaceOf }, notice)
      : pulsesOfReply(edge, actor, programmeId, { notice });
  },
});

function noticeOf({ outcome }: OpenPulseNowOutcome): ScheduleNotice {
  return outcome === 'noSuchProgramme' ? 'noSuchPulse' : outcome;
}
