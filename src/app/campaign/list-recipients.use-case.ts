/** Everybody a campaign was for with what became of it, for the lead who asks who is missing and why. */

import type { Delivery, DeliveryStatus } from '../../domain/campaign/campaign';
import { foldedReason } from '../../domain/campaign/fold-choices';
import type { CampaignId, ProgrammeId } from '../../domain/ids';
import { roleHolderOf } from '../audience/role-holder';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { listRecords, readRecord } from '../records';

export interface CampaignRecipient {
  /** Empty for somebody who is on file no more. */
  readonly directoryId: string;
  readonly name: string;
  readonly site: string;
  readonly outcome: DeliveryStatus;
  /** A code. Who asked not to be asked is nobody's business: they are listed like those who had enough this time. */
  readonly reason?: string;
  readonly mayHaveItTwice: boolean;
}

export type ListRecipientsOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'noSuchCampaign' }
  | { readonly outcome: 'listed'; readonly recipients: readonly CampaignRecipient[] };

const peopleAtOnce = 200;

/** Nothing in it says who has answered. */
export async function listRecipients(
  context: Pick<AppContext, 'store' | 'keys'>,
  { programmeId, campaignId }: { readonly programmeId: ProgrammeId; readonly campaignId: CampaignId },
): Promise<ListRecipientsOutcome> {
  const { store, keys } = context;
  const programme = await findProgramme(store, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  if (!(await readRecord(store, 'campaign', programmeId, campaignId))) return { outcome: 'noSuchCampaign' };
  const recipients: CampaignRecipient[] = [];
  const describe = async (delivery: Delivery): Promise<CampaignRecipient> => {
    const { personId, status, reason, possibleDuplicate = false } = delivery;
    const person = (await readRecord(store, 'person', programmeId, personDocumentId(personId)))?.document;
    const found = person ?? roleHolderOf(keys, programme, personId);
    const shownReason = reason && foldedReason(reason);
    return {
      directoryId: found?.aadObjectId ?? '',
      name: found?.displayName ?? '',
      site: person?.site ?? '',
      outcome: status,
      ...(shownReason && status !== 'pending' ? { reason: shownReason } : {}),
      mayHaveItTwice: possibleDuplicate,
    };
  };
  let page: Delivery[] = [];
  const describePage = async () => {
    recipients.push(...(await Promise.all(page.map(describe))));
    page = [];
  };
  for await (const { document } of listRecords(store, 'delivery', campaignId)) {
    page.push(document);
    if (page.length === peopleAtOnce) await describePage();
  }
  await describePage();
  return { outcome: 'listed', recipients };
}
