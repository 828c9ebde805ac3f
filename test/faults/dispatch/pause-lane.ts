/** Teams tells one lane to wait: when does it go on, and does the other one notice? */

import { startCampaign } from '../../../src/app/campaign/start-campaign.use-case';
import { asId } from '../../../src/domain/ids';
import type { Wave } from '../../../src/domain/pulse/wave';
import { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import type { Arrived } from '../../support/loopback-teams/timeline';
import { untilDone } from './kill-again';

export interface ResumeFigures {
  /** From a 429 with `Retry-After: 2` to the next request of its lane. */
  readonly resumeMs: number;
  /** Requests of that lane before its two seconds had passed, beside those that were on their way. */
  readonly sentWhilePaused: number;
  /** The longest silence of the other lane meanwhile. */
  readonly otherLaneGapMs: number;
  readonly otherLaneStopped: boolean;
}

const ordinary = 1_600;
const urgent = 1_200;
const latencyMs = 150;
const retryAfterMs = 2_000;
/** What was on its way when the answer came, and the time it takes to be heard. */
const onTheWayMs = 300;
const mostSilentMs = 1_000;

/** Pulses in one lane, as many messages as it takes in the other. */
export async function pauseLane(): Promise<ResumeFigures> {
  const setting = await DispatchSetting.open({ teams: { appRequestsPerSecond: 0, keepTimeline: true } });
  try {
    await setting.addPeople(ordinary, { known: ordinary });
    const others = await setting.addAcquaintances(urgent);
    await setting.teams.control('faults', { effect: { kind: 'latency', ms: latencyMs } });
    const effect = { kind: 'status', status: 429, retryAfterSeconds: retryAfterMs / 1_000 };
    await setting.teams.control('faults', { aadObjectId: somebodyInTheMiddle(setting), times: 1, effect });
    const wave = await setting.openPulse();
    await startUrgent(setting, wave, others);
    const sender = await setting.startSender(10_000);
    await untilDone(setting, sender, wave.campaignId);
    await sender.stop();
    const arrived = await setting.teams.arrivedSince(0);
    return figuresOf(arrived, new Set(others.map(({ aadObjectId }) => aadObjectId)));
  } finally {
    await setting.close();
  }
}

/** Deliveries go out in the order of people's ids. */
function somebodyInTheMiddle({ people }: DispatchSetting): string {
  const inOrder = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const person = inOrder[Math.floor(ordinary * 0.5)];
  if (!person) throw new Error('nobody');
  return person.aadObjectId;
}

async function startUrgent(
  setting: DispatchSetting,
  { waveId, programmeId }: Wave,
  others: Readonly<DispatchSetting['people']>,
): Promise<void> {
  await startCampaign(setting.context, {
    campaignId: asId('urgent'),
    programmeId,
    purpose: 'pulse-invitation',
    audienceKind: 'role',
    subjectId: waveId,
    recipients: { kind: 'people', personIds: others.map(({ personId }) => personId) },
    lane: 'urgent',
  });
}

function figuresOf(arrived: readonly Arrived[], others: ReadonlySet<string>): ResumeFigures {
  const refused = arrived.find(({ status }) => status === 429);
  if (!refused) throw new Error('nobody was told to wait');
  const isOther = ({ aadObjectId = '' }: Arrived) => others.has(aadObjectId);
  const since = arrived
    .map((one) => ({ ...one, afterMs: one.atMs - refused.atMs }))
    .filter((one) => one.afterMs > 0);
  // The answer itself takes as long as every other.
  const pausedFromMs = latencyMs + onTheWayMs;
  const own = since.filter((one) => !isOther(one) && one.afterMs > pausedFromMs);
  const [next] = own;
  const times = since
    .filter((one) => isOther(one) && one.afterMs < latencyMs + retryAfterMs)
    .map(({ afterMs }) => afterMs);
  const gaps = [0, ...times].map((afterMs, index) => (times[index] ?? latencyMs + retryAfterMs) - afterMs);
  const otherLaneGapMs = Math.round(Math.max(...gaps));
  return {
    resumeMs: Math.round(next ? next.afterMs - latencyMs : Number.POSITIVE_INFINITY),
    sentWhilePaused: own.filter(({ afterMs }) => afterMs < retryAfterMs).length,
    otherLaneGapMs,
    otherLaneStopped: otherLaneGapMs > mostSilentMs,
  };
}
