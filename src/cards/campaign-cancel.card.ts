/** Asked before a send is stopped: who has it already, who would not get it, and what stays open. */

import { z } from 'zod';
import type { CampaignNotice } from '../text/en/campaigns';
import type { ShownCampaign } from './campaign-parts';
import { plainText } from './plain-text';
import { sampleInvitation, sampleReport } from './sample-campaign';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface CampaignCancelView {
  readonly programme: ProgrammeSubject;
  readonly campaign: ShownCampaign;
  readonly notice?: CampaignNotice;
}

const schema = z.strictObject({
  programmeId: line,
  campaignId: line,
  notices: box,
  heading: line,
  title: line,
  paragraphs: lines,
  confirm: line,
  keep: line,
});

const sample: CampaignCancelView = {
  programme: sampleProgramme,
  campaign: { ...sampleInvitation, status: 'sending', remindersToCome: 2, report: sampleReport },
};

export const campaignCancelCard = defineCard<CampaignCancelView, typeof schema>({
  name: 'campaign-cancel',
  schema,
  summarise: (_view, text) => text.campaigns.cancelSummary,
  bind: ({ programme, campaign, notice }, { campaigns }) => {
    const { campaignId, purpose, status, wave, report, remindersToCome, reminderPass } = campaign;
    const isSent = status === 'done';
    const isReminded = remindersToCome > 0 || reminderPass !== undefined;
    return {
      programmeId: programme.id,
      campaignId,
      notices: asBox([notice && campaigns.notices[notice]]),
      heading: campaigns.heading(purpose, plainText(campaign.title)),
      title: isSent ? campaigns.cancelTitleReminders : campaigns.cancelTitle,
      paragraphs: asLines([
        report ? campaigns.have(report.totals.delivered) : campaigns.counting,
        report && !isSent ? campaigns.wouldNotGet(report.totals.pending) : undefined,
        isReminded ? campaigns.noReminders : undefined,
        wave?.status === 'open' ? campaigns.stillOpen(wave.closesAt) : undefined,
        campaigns.cannotUndo,
      ]),
      confirm: campaigns.confirmStop,
      keep: campaigns.keepSending,
    };
  },
  samples: {
    'while it is being sent': sample,
    'reminders, not confirmed': {
      programme: sampleProgramme,
      campaign: { ...sample.campaign, status: 'done', reminderPass: 1, remindersToCome: 1 },
      notice: 'notConfirmed',
    },
  },
});
