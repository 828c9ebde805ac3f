/** Changes a campaign by one of the rules of its life. */

import type { Campaign } from '../../domain/campaign/campaign';
import type { CampaignId, ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { changeRecord } from '../records';

export type CampaignChange = 'changed' | 'unchanged' | 'noSuchCampaign';

/** @param decide pure: it may run several times; undefined means that nothing is to change. */
export async function changeCampaign(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, campaignId }: { readonly programmeId: ProgrammeId; readonly campaignId: CampaignId },
  decide: (current: Campaign) => Campaign | undefined,
): Promise<CampaignChange> {
  const outcome = await changeRecord(store, 'campaign', programmeId, campaignId, (current) => {
    const next = decide(current);
    return next ? { outcome: 'changed' as const, next } : { outcome: 'unchanged' as const };
  });
  return outcome ?? 'noSuchCampaign';
}
