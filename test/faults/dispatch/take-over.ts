/** Two instances on one store: one sends, and the other takes over when that is killed, or paused for a while. */

import { cosmosAt, startCosmosEmulator } from '../../support/cosmos-emulator';
import { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import type { SenderProcess } from '../../support/dispatch/sender-process';
import { machineMs } from '../../support/loopback-teams/timeline';
import { lostOf, untilDone } from './kill-again';
import { unrecorded } from './unrecorded';

export interface Takeover {
  readonly store: 'embedded' | 'cosmos';
  readonly how: 'killed' | 'paused';
  readonly lost: number;
  readonly duplicates: number;
  /** Messages that were there and not on record when the other one took over. */
  readonly repeatable: number;
  /** From the death or the pause to the other's first request. */
  readonly tookOverMs: number;
  /** Requests of the first that began after it woke; it never does when it was killed. */
  readonly requestsAfterWaking: number;
}

const recipients = 500;
const reachedBefore = 120;
const sendRate = 50;
/** Four seconds until it is taken over, and 1.6 for Teams to answer. */
const timeScale = '0.2';
const latencyMs = 40;
const awakeForMs = 2_000;
const mostTries = 100;

export async function takeOver(store: Takeover['store'], how: Takeover['how']): Promise<Takeover> {
  const emulator = store === 'cosmos' ? await startCosmosEmulator() : undefined;
  const environment = {
    SOUNDINGS_LOCAL_TIME_SCALE: timeScale,
    ...(emulator ? cosmosAt(emulator, 'dispatch') : {}),
  };
  const teams = { appRequestsPerSecond: sendRate, keepTimeline: true };
  const setting = await DispatchSetting.open({ teams, environment });
  try {
    await setting.addPeople(recipients, { known: recipients });
    await setting.teams.control('faults', { effect: { kind: 'latency', ms: latencyMs } });
    const senders = {
      one: await setting.startSender(sendRate, { via: 'one' }),
      other: await setting.startSender(sendRate, { via: 'other' }),
    };
    const figures = await interrupted(setting, senders, how);
    return { store, how, ...figures };
  } finally {
    await setting.close();
    await emulator?.close();
  }
}

type Senders = Readonly<Record<'one' | 'other', SenderProcess>>;

async function interrupted(
  setting: DispatchSetting,
  senders: Senders,
  how: Takeover['how'],
): Promise<Omit<Takeover, 'store' | 'how'>> {
  const { clock } = setting.context;
  const { campaignId } = await setting.openPulse();
  while ((await setting.teams.statistics()).peopleReached < reachedBefore) await clock.sleep(20);
  const [first, second] = await inOrder(setting);
  const interruptedAtMs = machineMs();
  if (how === 'killed') await senders[first].kill();
  else await pauseBetweenCommits(setting, senders[first]);
  // What was on its way has arrived.
  await clock.sleep(2 * latencyMs);
  const repeatable = await unrecorded(setting, campaignId);
  await senders[second].until('leaseTaken', ({ atMs }) => atMs > interruptedAtMs);
  await clock.sleep(awakeForMs / 2);
  let wokeAtMs = Number.POSITIVE_INFINITY;
  if (how === 'paused') {
    wokeAtMs = machineMs();
    senders[first].resume();
    await clock.sleep(awakeForMs);
  }
  await untilDone(setting, senders[second], campaignId);
  const arrived = await setting.teams.arrivedSince(interruptedAtMs);
  const { messagesAccepted, peopleReached } = await setting.teams.statistics();
  const next = arrived.find(({ via }) => via === second);
  await Promise.all(Object.values(senders).map((sender) => sender.kill()));
  return {
    lost: await lostOf(setting, campaignId),
    duplicates: messagesAccepted - peopleReached,
    repeatable,
    tookOverMs: Math.round((next?.atMs ?? Number.NaN) - interruptedAtMs),
    requestsAfterWaking: arrived.filter(({ via, atMs }) => via === first && atMs >= wokeAtMs).length,
  };
}

/** The one that sends just now, and the one that waits. */
async function inOrder({ teams }: DispatchSetting): Promise<readonly [keyof Senders, keyof Senders]> {
  const arrived = await teams.arrivedSince(0);
  return arrived.at(-1)?.via === 'one' ? ['one', 'other'] : ['other', 'one'];
}

/** Whoever is stopped within a commit holds the embedded file until it goes on: nobody can take over, and nobody sends. */
async function pauseBetweenCommits(setting: DispatchSetting, sender: SenderProcess): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    sender.pause();
    if (setting.isFileFree()) return;
    if (tries === mostTries) throw new Error('it is always within a commit');
    sender.resume();
    await setting.context.clock.sleep(7);
  }
}
