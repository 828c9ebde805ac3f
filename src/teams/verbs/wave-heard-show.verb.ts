/** What was heard in a closed wave, from the card of a question that came too late. */

import { z } from 'zod';
import { groupsEscalated } from '../../app/escalation/groups-escalated';
import { readRecord } from '../../app/records';
import { readRelease } from '../../app/wave/read-release';
import { messageOf } from '../../cards/messages/message';
import { verbNames } from '../../cards/verb-names';
import { waveHeardCard } from '../../cards/wave-heard.card';
import { deliveryIdOf, type WaveId } from '../../domain/ids';
import { frameOf } from '../frame-of';
import { defineVerb } from '../verb';
import { closedReply, goneReply, notInvitedReply } from './pulse-reply';
import { idField, subject } from './subject';

/** For whoever was asked; until the release is there, the card that says so comes back. */
export const waveHeardShowVerb = defineVerb({
  name: verbNames.waveHeardShow,
  schema: z.object({ ...subject, waveId: idField<WaveId>() }),
  role: 'respondent',
  async handle(edge, { actor, data: { programmeId, waveId } }) {
    const { store } = edge.app;
    const asked = await edge.app.waves.read(programmeId, waveId);
    if (!asked) return goneReply(edge);
    const { campaignId } = asked.wave;
    const invited = await readRecord(store, 'delivery', campaignId, deliveryIdOf(campaignId, actor.personId));
    if (!invited) return notInvitedReply(edge);
    const release = asked.wave.status === 'closed' && (await readRelease(store, programmeId, waveId));
    if (!release) return closedReply(edge, actor, asked);
    const { programme } = asked;
    const escalated = await groupsEscalated(edge.app, programmeId, waveId);
    const heard = { programme, release, asked: asked.wave, ...escalated };
    return messageOf(waveHeardCard, heard, frameOf(edge, actor, programme));
  },
});
