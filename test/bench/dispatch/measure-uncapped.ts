/** How fast it sends where nobody limits it, beside a bare loop that records nothing, in turns. */

import { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import { median, rounded } from '../statistics';
import { runBareLoop } from './bare-loop';
import { outcomeOf } from './outcome-of';

const bars = { perSecond: 1_000, ratio: 0.55, lost: 0, duplicates: 0, violations: 0 };
const rounds = 5;
/** As much as the configuration allows: two and more times what any machine reaches. */
const sendRate = 10_000;

interface Turn {
  readonly perSecond: number;
  readonly bare: number;
  readonly faults: number;
  readonly delivered: number;
  /** Processor time for one message. */
  readonly cpuMs: number;
  readonly bareCpuMs: number;
  readonly peakRssMb: number;
}

/** In each round a new process sends a campaign of its own to everybody from a store of its own, and a new bare loop posts
 * to them. */
export async function measureUncapped(recipients: number): Promise<boolean> {
  const turns: Turn[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn = await measureTurn(recipients, round % 2 === 0);
    turns.push(turn);
    const { perSecond, bare, cpuMs, bareCpuMs } = turn;
    console.error(
      `round ${round + 1}: ${rounded(perSecond, 0)}/s recorded (${rounded(cpuMs)} ms of processor each), bare ${rounded(bare, 0)}/s (${rounded(bareCpuMs)} ms)`,
    );
  }
  const middle = (of: (turn: Turn) => number) => median(turns.map(of));
  const perSecond = rounded(
    middle((turn) => turn.perSecond),
    0,
  );
  const barePerSecond = rounded(
    middle(({ bare }) => bare),
    0,
  );
  const ratio = rounded(
    middle((turn) => turn.perSecond / turn.bare),
    3,
  );
  const faults = turns.reduce((sum, turn) => sum + turn.faults, 0);
  const isEverybody = turns.every(({ delivered }) => delivered === recipients);
  const barsMet = perSecond >= bars.perSecond && ratio >= bars.ratio && faults === 0 && isEverybody;
  const figures = {
    recipients,
    rounds,
    knownConversations: recipients,
    delivered: Math.min(...turns.map(({ delivered }) => delivered)),
    lostDuplicatesViolations: faults,
    perSecond,
    barePerSecond,
    ratio,
    cpuMsEach: {
      ours: rounded(middle(({ cpuMs }) => cpuMs)),
      bare: rounded(middle(({ bareCpuMs }) => bareCpuMs)),
    },
    peakRssMb: rounded(Math.max(...turns.map(({ peakRssMb }) => peakRssMb)), 0),
  };
  console.log(JSON.stringify({ bench: 'dispatch', cap: 0, ...figures, bars, barsMet }));
  return barsMet;
}

async function measureTurn(recipients: number, isOursFirst: boolean): Promise<Turn> {
  const setting = await DispatchSetting.open({ teams: { appRequestsPerSecond: 0 } });
  try {
    await setting.addPeople(recipients, { known: recipients });
    const wave = await setting.openPulse();
    const bareBefore = isOursFirst ? undefined : await runBareLoop(setting, wave);
    // What the bare loop posted is forgotten.
    if (bareBefore) await renewTeams(setting);
    const sender = await setting.startSender(sendRate);
    const took = await sender.tookFor('send');
    const { peakRssMb } = await sender.stop();
    const { delivered, lost, duplicates, violations } = await outcomeOf(setting, wave.campaignId);
    await renewTeams(setting);
    const bare = bareBefore ?? (await runBareLoop(setting, wave));
    return {
      perSecond: (recipients * 1_000) / took.ms,
      bare: (recipients * 1_000) / bare.ms,
      faults: lost + duplicates + violations,
      delivered,
      cpuMs: took.cpuMs / recipients,
      bareCpuMs: bare.cpuMs / recipients,
      peakRssMb,
    };
  } finally {
    await setting.close();
  }
}

async function renewTeams({ teams, people }: DispatchSetting): Promise<void> {
  await teams.control('reset');
  await teams.know(people.map(({ aadObjectId }) => aadObjectId));
}
