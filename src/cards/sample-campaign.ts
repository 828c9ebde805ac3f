/** A pulse's invitation on its way, for the sample views of cards. */

import type { CampaignReport } from '../domain/campaign/campaign-report';
import { asId, type CampaignId } from '../domain/ids';
import { sampleWave } from './subject';

const { waveId, title, closesAt } = sampleWave;

export const sampleInvitation = {
  campaignId: asId<CampaignId>(`invite.${waveId}`),
  purpose: 'pulse-invitation' as const,
  title,
  wave: { waveId, status: 'open' as const, closesAt },
};

export const sampleReport: CampaignReport = {
  totals: {
    invited: 5_000,
    delivered: 1_240,
    unreachable: 212,
    failed: 3,
    pending: 3_335,
    cancelled: 210,
    possibleDuplicates: 7,
  },
  reasons: [
    { status: 'cancelled', reason: 'allowance', people: 150 },
    { status: 'unreachable', reason: 'notInstalled', people: 140 },
    { status: 'unreachable', reason: 'MessageWritesBlocked', people: 72 },
    { status: 'cancelled', reason: 'choseNotToBeAsked', people: 60 },
    { status: 'failed', reason: 'status418', people: 3 },
  ],
  waiting: 0,
};
