/** A campaign whose sender is killed again and again, at random points of it, while Teams fails now and then. */

import { listRecords } from '../../../src/app/records';
import type { CampaignId } from '../../../src/domain/ids';
import { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import type { SenderProcess } from '../../support/dispatch/sender-process';
import { type FaultRule, replyLost } from '../../support/loopback-teams/faults';
import { seededRandom } from '../../support/loopback-teams/seeded-random';
import { unrecorded } from './unrecorded';

export interface KillFigures {
  readonly kills: number;
  readonly recipients: number;
  readonly delivered: number;
  /** On record as failed or unreachable: two replies in doubt, one after the other. */
  readonly notConfirmed: number;
  /** The most requests on their way at once, as Teams counted. */
  readonly inFlightMax: number;
  /** People without a message and without an outcome that says so. */
  readonly lost: number;
  readonly duplicates: number;
  /** In flight × kills + replies in doubt. */
  readonly bound: number;
  /** Messages that were there and not on record at the moment of each kill, summed, + replies in doubt: what can be
   * repeated at all. */
  readonly boundCounted: number;
}

/** All times of the lease: it is taken over four seconds after a death. */
const timeScale = '0.2';
const sendRate = 10_000;
const mostMinutes = 20;

/** One request in twenty is refused or left in doubt, one in a hundred is carried out without a reply. */
const faults: readonly FaultRule[] = [
  { effect: { kind: 'latency', ms: 20, upToMs: 80 } },
  { probability: 0.0125, effect: { kind: 'status', status: 429, retryAfterSeconds: 1 } },
  { probability: 0.0125, effect: { kind: 'status', status: 412 } },
  { probability: 0.0125, effect: { kind: 'status', status: 502 } },
  { probability: 0.0125, effect: { kind: 'status', status: 504, accepted: true } },
  { probability: 0.01, effect: replyLost },
];

export async function killAgain(kills: number, recipients: number, seed: number): Promise<KillFigures> {
  const random = seededRandom(seed);
  const environment = { SOUNDINGS_LOCAL_TIME_SCALE: timeScale };
  const setting = await DispatchSetting.open({ teams: { appRequestsPerSecond: 0, seed }, environment });
  try {
    await setting.addPeople(recipients, { known: Math.floor(recipients / 2) });
    for (const fault of faults) await setting.teams.control('faults', fault);
    const { campaignId } = await setting.openPulse();
    const points = Array.from({ length: kills }, () => Math.floor(random() * recipients * 0.98));
    let couldRepeat = 0;
    let killed = 0;
    for (const point of points.sort((a, b) => a - b)) {
      const sender = await setting.startSender(sendRate);
      await sender.until('leaseTaken');
      await untilReached(setting, sender, point);
      await setting.context.clock.sleep(random() * 400);
      await sender.kill();
      killed += 1;
      couldRepeat += await unrecorded(setting, campaignId);
      process.stderr.write(`\r${killed} kills, ${point} of ${recipients} reached`);
    }
    const last = await setting.startSender(sendRate);
    await untilDone(setting, last, campaignId);
    await last.stop();
    process.stderr.write('\n');
    return await figuresOf(setting, campaignId, killed, couldRepeat);
  } finally {
    await setting.close();
  }
}

async function untilReached(setting: DispatchSetting, sender: SenderProcess, people: number): Promise<void> {
  for (;;) {
    const { peopleReached } = await setting.teams.statistics();
    if (peopleReached >= people || !sender.isAlive) return;
    await setting.context.clock.sleep(20);
  }
}

/** @throws Error when it takes far too long. */
export async function untilDone(
  setting: DispatchSetting,
  sender: SenderProcess,
  campaignId: CampaignId,
): Promise<void> {
  const { clock } = setting.context;
  const giveUpAtMs = clock.monotonicMs() + mostMinutes * 60_000;
  while (!(await setting.isDone(campaignId))) {
    if (!sender.isAlive) throw new Error('the last sender ended by itself');
    if (clock.monotonicMs() > giveUpAtMs) throw new Error('the campaign does not end');
    await clock.sleep(100);
  }
}

async function figuresOf(
  setting: DispatchSetting,
  campaignId: CampaignId,
  kills: number,
  couldRepeat: number,
): Promise<KillFigures> {
  const statistics = await setting.teams.statistics();
  const { inFlightMaximum, ambiguousReplies, messagesAccepted, peopleReached } = statistics;
  const { delivered, failed, unreachable } = await setting.totals(campaignId);
  return {
    kills,
    recipients: setting.people.length,
    delivered,
    notConfirmed: failed + unreachable,
    inFlightMax: inFlightMaximum,
    lost: await lostOf(setting, campaignId),
    duplicates: messagesAccepted - peopleReached,
    bound: inFlightMaximum * kills + ambiguousReplies,
    boundCounted: couldRepeat + ambiguousReplies,
  };
}

/** Whoever has no message, unless the record says that it is not confirmed; and whoever has no delivery. */
export async function lostOf(setting: DispatchSetting, campaignId: CampaignId): Promise<number> {
  const messages = await setting.teams.deliveredPerPerson();
  const { store, keys } = setting.context;
  const statuses = new Map<string, string>();
  for await (const { document } of listRecords(store, 'delivery', campaignId)) {
    statuses.set(document.personId, document.status);
  }
  return setting.people.filter(({ personId, aadObjectId }) => {
    const status = statuses.get(personId);
    if (personId !== keys.personIdOf(setting.programme.tenantId, aadObjectId)) return true;
    if (status === 'failed' || status === 'unreachable') return false;
    return status !== 'delivered' || !messages[aadObjectId];
  }).length;
}
