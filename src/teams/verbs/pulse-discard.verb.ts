/** Throws a pulse away that is being set up. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { currentProgramme } from '../../app/programme/current-programme';
import { discardPulseDraft } from '../../app/pulse-setup/discard-pulse-draft.use-case';
import { findChatPulse } from '../../app/pulse-setup/find-pulse-draft';
import { pulseOverview } from '../../cards/pulse-steps';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { placeReply, startReply } from './pulse-setup-reply';
import { idField, subject } from './subject';

export const pulseDiscardVerb = defineVerb({
  name: verbNames.pulseDiscard,
  schema: z.object({ ...subject, pulseId: idField<PulseId>(), revision: z.int().min(0) }),
  role: leadRoles,
  async handle(edge, { actor, data: { programmeId, pulseId, revision } }) {
    const outcome = await discardPulseDraft(edge.app, { programmeId, pulseId, revision });
    const pulse = outcome === 'outOfDate' && (await findChatPulse(edge.app, { programmeId, pulseId }));
    const programme = pulse && (await currentProgramme(edge.app, programmeId));
    return pulse && programme
      ? placeReply(edge, actor, programme, pulse, pulseOverview, { notice: 'changedMeanwhile' })
      : startReply(edge, actor, { notice: 'discarded' });
  },
});
