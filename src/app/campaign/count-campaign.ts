/** Counts what became of a campaign's people, and foresees when the rest of them will have it. */

import type { Campaign, Delivery } from '../../domain/campaign/campaign';
import { type CampaignReport, ReportTally } from '../../domain/campaign/campaign-report';
import { requestsFor } from '../../domain/campaign/estimate-end';
import type { WaitingMessage } from '../../domain/campaign/estimate-sending';
import { type Instant, plusMs } from '../../domain/instant';
import type { PreferredTime } from '../../domain/timing/sending-policy';
import type { AppContext } from '../context';
import { addressPk } from '../documents';
import { listRecords, readRecord } from '../records';
import { timeToBegin } from './time-to-begin';

export interface CountedCampaign {
  readonly report: CampaignReport;
  /** The requests that are left, from when on they may be made; empty where nobody is pending. */
  readonly work: readonly WaitingMessage[];
}

const pageSize = 1_000;
/** Of so many pending people it is looked up whether they can be reached with one request, and when it suits them; the
 * others are taken to be like them. Ids are spread evenly, so any of them will do. */
const mostLookedUp = 100;
const countsKept = 200;
/** What is running changes; what is not may still be taken up again, by somebody who installs the app. */
const freshForMs = { running: 2_000, settled: 60_000 };

interface Entry {
  readonly countedAtMs: number;
  readonly counted: Promise<CountedCampaign>;
}

const caches = new WeakMap<AppContext['store'], Map<string, Entry>>();

/** At most that old; whoever asks at the same time shares one count. A failure is not kept. */
export function countCampaign(context: AppContext, campaign: Campaign): Promise<CountedCampaign> {
  const cache = caches.get(context.store) ?? new Map<string, Entry>();
  caches.set(context.store, cache);
  const { campaignId, status } = campaign;
  const isSettled = campaign.intents.length === 0;
  const key = `${campaignId} ${status} ${isSettled}`;
  const nowMs = context.clock.monotonicMs();
  const known = cache.get(key);
  if (known && nowMs - known.countedAtMs < freshForMs[isSettled ? 'settled' : 'running'])
    return known.counted;
  const entry: Entry = { countedAtMs: nowMs, counted: count(context, campaign) };
  cache.delete(key);
  cache.set(key, entry);
  const oldest = cache.keys().next().value;
  if (cache.size > countsKept && oldest !== undefined) cache.delete(oldest);
  entry.counted.catch(() => {
    if (cache.get(key) === entry) cache.delete(key);
  });
  return entry.counted;
}

async function count(context: AppContext, campaign: Campaign): Promise<CountedCampaign> {
  const { store, clock } = context;
  const { campaignId, audienceKind } = campaign;
  const now = clock.now();
  const soon = plusMs(now, 60_000);
  const tally = new ReportTally();
  const toLookUp: Delivery[] = [];
  /** How many people may be written to from when on. */
  const people = new Map<Instant, number>();
  const addPending = async (delivery: Delivery, suits?: PreferredTime) => {
    const suitsAt = audienceKind === 'respondent' ? await timeToBegin(context, delivery, suits) : now;
    const from = suitsAt < soon ? now : suitsAt;
    tally.add(delivery, now, from);
    people.set(from, (people.get(from) ?? 0) + 1);
  };
  for await (const { document } of listRecords(store, 'delivery', campaignId, undefined, { pageSize })) {
    if (document.status !== 'pending') tally.add(document, now);
    else if (toLookUp.length < mostLookedUp) toLookUp.push(document);
    else await addPending(document);
  }
  let requests = 0;
  const lookedUp = await Promise.all(toLookUp.map((delivery) => lookUp(context, delivery)));
  for (const { delivery, suits, needs } of lookedUp) {
    requests += needs;
    await addPending(delivery, suits);
  }
  const each = requests / Math.max(1, lookedUp.length);
  const work = [...people].map(([from, pending]) => ({ from, requests: pending * each }));
  return { report: tally.report(), work };
}

async function lookUp({ store }: AppContext, delivery: Delivery) {
  const pk = addressPk(delivery.organisationId, delivery.personId);
  const [address, preferences] = await Promise.all([
    readRecord(store, 'address', pk, 'address'),
    readRecord(store, 'preferences', pk, 'preferences'),
  ]);
  const suits = preferences?.document.suits;
  return { delivery, needs: requestsFor(address?.document ?? {}), suits };
}
