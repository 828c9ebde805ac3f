/** Answers a second of our bot and of a bare one, in turns, so that the machine's moods strike both. */

import { median, rounded } from '../statistics';
import { sameSizedCards } from './bare-cards';
import type { BenchSetting } from './bench-setting';
import { type RunningProcess, startBare } from './bot-processes';
import type { LoadCommand, LoadReport, LoadTarget } from './load-commands';
import type { LoadGenerator } from './load-generator';

const rounds = 5;
const peoplePerRound = 1_000;
const atATime = 32;
const warmUpPeople = 150;

/** Distinct people whose answers are counted. */
export const comparedPeople = rounds * peoplePerRound;
/** People who must be invited, from number 0 on. */
export const peopleToInvite = 1 + warmUpPeople + comparedPeople;

interface Round {
  readonly perSecond: number;
  readonly cpuMsPerRequest: number;
  readonly generatorBusy: number;
}

export interface RateComparison {
  readonly ratioEmbedded: number;
  readonly requestsPerSecond: { readonly ours: number; readonly bare: number };
  readonly cpuMsPerRequest: { readonly ours: number; readonly bare: number };
  readonly generatorBusy: number;
}

export async function compareRates(
  setting: BenchSetting,
  generator: LoadGenerator,
  ours: RunningProcess,
  target: LoadTarget,
): Promise<RateComparison> {
  const { replies } = await generator.run({ ...target, kind: 'capture', people: { from: 0, to: 1 } });
  const { origin, appId, tenantId, password } = setting.teams.address;
  const bare = await startBare({ origin, appId, tenantId, password, cards: sameSizedCards(replies) });
  const run = (url: string, from: number, people: number): Promise<LoadReport> => {
    const command: LoadCommand = {
      ...target,
      url,
      kind: 'closed',
      atATime,
      people: { from, to: from + people },
    };
    return generator.run(command);
  };
  const measured: Record<'ours' | 'bare', Round[]> = { ours: [], bare: [] };
  const bots = { ours, bare };
  for (const bot of [ours, bare]) await run(bot.url, 1, warmUpPeople);
  for (let round = 0; round < rounds; round += 1) {
    const from = 1 + warmUpPeople + round * peoplePerRound;
    for (const who of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const cpuBefore = bots[who].cpuMs();
      const report = await run(bots[who].url, from, peoplePerRound);
      const done: Round = {
        perSecond: (report.requests * 1_000) / report.elapsedMs,
        cpuMsPerRequest: (bots[who].cpuMs() - cpuBefore) / report.requests,
        generatorBusy: report.generatorBusy,
      };
      measured[who].push(done);
      console.error(
        `round ${round + 1} ${who}: ${rounded(done.perSecond, 0)}/s, ${rounded(done.cpuMsPerRequest, 3)} ms of processor each, generator busy ${rounded(done.generatorBusy)}`,
      );
    }
  }
  await bare.stop();
  const middle = (who: 'ours' | 'bare', of: (round: Round) => number) => median(measured[who].map(of));
  const perSecond = { ours: middle('ours', (r) => r.perSecond), bare: middle('bare', (r) => r.perSecond) };
  return {
    ratioEmbedded: rounded(perSecond.ours / perSecond.bare, 3),
    requestsPerSecond: { ours: rounded(perSecond.ours, 0), bare: rounded(perSecond.bare, 0) },
    cpuMsPerRequest: {
      ours: rounded(
        middle('ours', (r) => r.cpuMsPerRequest),
        3,
      ),
      bare: rounded(
        middle('bare', (r) => r.cpuMsPerRequest),
        3,
      ),
    },
    generatorBusy: rounded(Math.max(...measured.bare.map((r) => r.generatorBusy))),
  };
}
