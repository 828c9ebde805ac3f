/** The lead stops what is being sent: asked once, then done. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { stopCampaign } from '../../app/campaign/stop-campaign.use-case';
import { UnavailableError } from '../../app/ports/errors';
import { currentProgramme } from '../../app/programme/current-programme';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import type { CampaignId } from '../../domain/ids';
import { plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { campaignsReply, cancelReply } from './campaigns-reply';
import { idField, subject } from './subject';

export const campaignCancelVerb = defineVerb({
  name: verbNames.campaignCancel,
  schema: z.object({ ...subject, campaignId: idField<CampaignId>(), act: z.enum(['ask', 'stop']) }),
  role: leadRoles,
  async handle(edge, { actor, data: { programmeId, campaignId, act } }) {
    const place = { programmeId, campaignId };
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    if (act === 'ask') return cancelReply(edge, actor, place, programme);
    try {
      const { outcome } = await stopCampaign(edge.app, place);
      if (outcome === 'noSuchCampaign') {
        return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
      }
      return await campaignsReply(edge, actor, place, outcome);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return cancelReply(edge, actor, place, programme, 'notConfirmed');
    }
  },
});
