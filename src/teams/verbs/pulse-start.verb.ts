/** Begins a pulse in chat, or goes on with one that was begun. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { currentProgramme } from '../../app/programme/current-programme';
import { findChatPulse } from '../../app/pulse-setup/find-pulse-draft';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { pulseOverview } from '../../cards/pulse-steps';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import { plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { newPulseReply, placeReply, startReply } from './pulse-setup-reply';
import { idField, subject } from './subject';

export const pulseStartVerb = defineVerb({
  name: verbNames.pulseStart,
  /** Without a pulse: a new one. */
  schema: z.object({ ...subject, pulseId: idField<PulseId>().optional() }),
  role: leadRoles,
  async handle(edge, { actor, data: { programmeId, pulseId } }) {
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    if (!pulseId) return newPulseReply(edge, actor, programme);
    const pulse = await findChatPulse(edge.app, { programmeId, pulseId });
    return pulse
      ? placeReply(edge, actor, programme, pulse, pulseOverview)
      : startReply(edge, actor, { notice: 'gone' });
  },
});
