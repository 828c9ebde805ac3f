/** How long a tap waits for its card at 200 taps a second, while a campaign to other people runs at Teams' cap. */

import type { Programme } from '../../../src/domain/programme/programme';
import { quantile, rounded } from '../statistics';
import { type BenchSetting, deliveredIn, openPulse } from './bench-setting';
import { startOurs } from './bot-processes';
import type { LoadTarget } from './load-commands';
import type { LoadGenerator } from './load-generator';

const tapsPerSecond = 200;
const cap = 50;
const seed = 20_260_302;

/** Ten taps each: half a minute. */
export const latencyPeople = 600;
/** More than the campaign can reach meanwhile: each takes two requests or three. */
export const campaignPeople = 1_500;

export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maximumMs: number;
  /** Replies other than expected: a person's next tap came before the reply to the one before it. */
  readonly overtaken: number;
  /** Of the campaign, while the taps came. */
  readonly campaignRequestsPerSecond: number;
}

export async function measureLatency(
  setting: BenchSetting,
  generator: LoadGenerator,
  asked: Omit<LoadTarget, 'url'>,
  from: number,
  others: Programme,
): Promise<Latency> {
  const ours = await startOurs(setting.environment(cap), setting.logFile);
  const requestsSoFar = async () => (await setting.teams.statistics()).requests;
  const idle = await requestsSoFar();
  const waveId = await openPulse(setting.context, others);
  while ((await requestsSoFar()) < idle + 2 * cap) await setting.context.clock.sleep(50);
  const before = await requestsSoFar();
  const report = await generator.run({
    ...asked,
    url: ours.url,
    kind: 'open',
    tapsPerSecond,
    seed,
    people: { from, to: from + latencyPeople },
  });
  const sent = (await requestsSoFar()) - before;
  await ours.stop();
  if ((await deliveredIn(setting.context, waveId)) === campaignPeople)
    throw new Error('the campaign ended before the taps did');
  return {
    p50Ms: rounded(quantile(report.latenciesMs, 0.5)),
    p99Ms: rounded(quantile(report.latenciesMs, 0.99)),
    maximumMs: rounded(Math.max(...report.latenciesMs)),
    overtaken: report.unexpected,
    campaignRequestsPerSecond: rounded((sent * 1_000) / report.elapsedMs, 1),
  };
}
