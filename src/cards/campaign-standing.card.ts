/** How far what was sent to staff is: a bar, the figures that add up, why somebody has not got it, and what can be stopped. */

import { z } from 'zod';
import type { CampaignId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { CampaignNotice } from '../text/en/campaigns';
import { campaignParts, campaignShape, type ShownCampaign } from './campaign-parts';
import { plainText } from './plain-text';
import { sampleInvitation, sampleReport } from './sample-campaign';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface CampaignStandingView {
  readonly programme: ProgrammeSubject;
  readonly campaigns: readonly ShownCampaign[];
  readonly now: Instant;
  /** Whether its reader may stop and correct. */
  readonly mayManage: boolean;
  readonly notice?: CampaignNotice;
  /** `all`: the cards of roles as well. */
  readonly which?: 'staff' | 'all';
  /** The campaign that was asked for alone. */
  readonly only?: CampaignId;
  /** The page that is shown, from 0. */
  readonly page: number;
  /** The page after this one; 0 leads back to the first. */
  readonly nextPage?: number;
}

const schema = z.strictObject({
  programmeId: line,
  which: line,
  heading: line,
  title: line,
  notices: box,
  empty: lines,
  campaigns: z.array(campaignShape),
  again: z.array(z.strictObject({ title: line, campaignId: z.string(), page: z.number() })),
});

export const campaignStandingCard = defineCard<CampaignStandingView, typeof schema>({
  name: 'campaign-standing',
  schema,
  summarise: ({ programme }, text) => text.campaigns.summary(programme.name),
  bind: (view, text) => {
    const { programme, campaigns: shown, notice, only = '', page, nextPage, which = 'staff' } = view;
    const { campaigns } = text;
    return {
      programmeId: programme.id,
      which,
      heading: plainText(programme.name),
      title: campaigns.title,
      notices: asBox([notice && campaigns.notices[notice]]),
      empty: asLines(shown.length === 0 ? [campaigns.none] : []),
      campaigns: shown.map((campaign) => campaignParts(campaign, view, text)),
      again: [
        { title: campaigns.refresh, campaignId: only, page },
        ...(nextPage === undefined
          ? []
          : [{ title: nextPage === 0 ? campaigns.first : campaigns.more, campaignId: only, page: nextPage }]),
      ],
    };
  },
  samples: {
    'being sent, reminded and stopped': {
      programme: sampleProgramme,
      now: '2026-11-24T14:02:00.000Z' as Instant,
      mayManage: true,
      page: 0,
      nextPage: 1,
      campaigns: [
        {
          ...sampleInvitation,
          status: 'sending',
          remindersToCome: 2,
          endsAt: '2026-11-24T21:04:00.000Z' as Instant,
          report: {
            ...sampleReport,
            waiting: 310,
            waitsUntil: '2026-11-24T21:00:00.000Z' as Instant,
          },
        },
        {
          ...sampleInvitation,
          title: 'Training check 2',
          status: 'done',
          reminderPass: 1,
          remindersToCome: 1,
        },
        {
          ...sampleInvitation,
          title: 'Drug round',
          status: 'cancelled',
          remindersToCome: 0,
          report: sampleReport,
        },
      ],
    },
    'stopped, to a sponsor': {
      programme: sampleProgramme,
      now: '2026-11-24T14:02:00.000Z' as Instant,
      mayManage: false,
      notice: 'stopped',
      only: sampleInvitation.campaignId,
      page: 0,
      campaigns: [{ ...sampleInvitation, status: 'cancelled', remindersToCome: 0, report: sampleReport }],
    },
    'nothing was sent': {
      programme: sampleProgramme,
      campaigns: [],
      now: '2026-11-24T14:02:00.000Z' as Instant,
      mayManage: true,
      page: 0,
    },
  },
});
