/** Who has the message while the record does not say so: what a death at this moment makes be sent again. */

import { listRecords } from '../../../src/app/records';
import type { CampaignId } from '../../../src/domain/ids';
import type { DispatchSetting } from '../../support/dispatch/dispatch-setting';

export async function unrecorded(setting: DispatchSetting, campaignId: CampaignId): Promise<number> {
  const messages = await setting.teams.deliveredPerPerson();
  const { store, keys } = setting.context;
  const has = new Set(
    Object.keys(messages).map((aadObjectId) => keys.personIdOf(setting.programme.tenantId, aadObjectId)),
  );
  let count = 0;
  for await (const { document } of listRecords(store, 'delivery', campaignId, { status: 'pending' })) {
    if (has.has(document.personId)) count += 1;
  }
  return count;
}
