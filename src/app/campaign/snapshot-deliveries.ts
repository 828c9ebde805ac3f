/** Writes one delivery per person of the audience, once each however often it is interrupted and repeated. */

import { beginSending, markAgain } from '../../domain/campaign/advance-campaign';
import type { Campaign } from '../../domain/campaign/campaign';
import { newDelivery, type Recipient } from '../../domain/campaign/plan-campaign';
import type { AppContext } from '../context';
import { ensureRecord } from '../records';
import { retryStore } from '../retry-store';
import { changeCampaign } from './change-campaign';

const writesAtOnce = 50;
const pageSize = 1_000;

/** Creates the deliveries and then lets the campaign send. A person met twice gets one; those who chose not to be asked
 * get one that is already cancelled. A campaign that is being sent or done is left alone and `recipients` is not read; of
 * one that is cancelled meanwhile, or was cancelled before its audience was complete, everybody gets a delivery that says
 * so.
 * @param recipients in ascending order of person id, so that an interrupted snapshot goes on where it stood.
 * @throws RangeError when they are not. */
export async function snapshotDeliveries(
  context: AppContext,
  campaign: Campaign,
  recipients: AsyncIterable<Recipient>,
  signal?: AbortSignal,
): Promise<void> {
  if (campaign.status === 'sending' || campaign.status === 'done') return;
  let page: Recipient[] = [];
  let last = campaign.cursor ?? '';
  for await (const recipient of ascending(recipients)) {
    if (recipient.personId <= last) continue;
    last = recipient.personId;
    page.push(recipient);
    if (page.length < pageSize) continue;
    await writePage(context, campaign, page, signal);
    page = [];
  }
  await writePage(context, campaign, page, signal);
  const now = context.clock.now();
  await changeCampaign(context, campaign, (current) => beginSending(current, now) ?? markAgain(current, now));
  context.poke();
}

async function* ascending(recipients: AsyncIterable<Recipient>): AsyncGenerator<Recipient> {
  let previous = '';
  for await (const recipient of recipients) {
    if (recipient.personId < previous) throw new RangeError('recipients must come in order of person id');
    previous = recipient.personId;
    yield recipient;
  }
}

async function writePage(
  context: AppContext,
  campaign: Campaign,
  page: readonly Recipient[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let start = 0; start < page.length; start += writesAtOnce) {
    signal?.throwIfAborted();
    const deliveries = page.slice(start, start + writesAtOnce).map((person) => newDelivery(campaign, person));
    await Promise.all(
      deliveries.map((delivery) =>
        retryStore(context.clock, () => ensureRecord(context.store, 'delivery', delivery), signal),
      ),
    );
  }
  const cursor = page.at(-1)?.personId;
  if (cursor === undefined || page.length < pageSize) return;
  await changeCampaign(context, campaign, (current) =>
    current.status === 'snapshotting' ? { ...current, cursor } : undefined,
  );
}
