/** The main job while the bot is killed with `kill -9`: at chosen writes, and at random instants. */

import { BotMachine } from '../support/bot-machine';
import type { Death } from '../support/bot-process';
import { withSeed } from '../support/with-seed';
import { checkMainJob, MainJob, shortProgramme } from './kill-9-job';
import { pause } from './kill-9-people';

/** Room for a machine that is busy with other things: on an idle one it takes a tenth. */
const longestMs = 300_000;
const perAtom = 10;

let machine: BotMachine;
beforeEach(async () => {
  machine = await BotMachine.open(shortProgramme(), perAtom);
});
afterEach(() => machine.close());

/** In the order in which the job comes by them. A start takes a second: two of those that are not `always` die too. */
const deaths: readonly (Death & { readonly always?: true })[] = [
  { write: '^create delivery', number: 20, when: 'after' },
  { write: '^replace delivery delivered', number: 10, when: 'before', always: true },
  { write: '^create answerSheet', number: 15, when: 'after' },
  { write: '^replace answerSheet', number: 8, when: 'before' },
  { write: '^replace wave closing', number: 1, when: 'after' },
  { write: '^upsert seal', number: 1, when: 'after', always: true },
  { write: '^create releasePart', number: 1, when: 'after', always: true },
  { write: '^create release$', number: 1, when: 'after', always: true },
  { write: '^upsert confidenceScore', number: 5, when: 'after' },
  { write: '^delete responses', number: 20, when: 'after' },
  { write: '^replace escalation withExecutive', number: 1, when: 'after' },
  { write: '^replace escalation decided', number: 1, when: 'after', always: true },
  { write: '^create decision', number: 1, when: 'after' },
  { write: '^replace delivery delivered', number: 3, when: 'before' },
];

function someOf(random: () => number): readonly Death[] {
  const optional = deaths.filter(({ always }) => !always).map((death) => ({ death, rank: random() }));
  optional.sort((a, b) => a.rank - b.rank);
  const dies = new Set(optional.slice(0, 2).map(({ death }) => death));
  return deaths.filter((death) => death.always || dies.has(death));
}

const loses = 'loses nothing and does nothing twice';

it(
  `${loses}, whichever write it dies at`,
  () =>
    run(async (job, done, random) => {
      for (const death of someOf(random)) {
        const bot = await machine.start(death);
        await Promise.race([bot.ended, done]);
        expect({ death, isAlive: bot.isAlive }).toEqual({ death, isAlive: false });
        await job.afterKill();
      }
    }),
  longestMs,
);

it(
  `${loses} when it is killed at any instant`,
  () =>
    run(async (job, done, random) => {
      for (let kills = 0; kills < 2; kills += 1) {
        const bot = await machine.start();
        await Promise.race([pause(random() * 2_500), done]);
        await bot.kill();
        await job.afterKill();
      }
    }),
  longestMs,
);

function run(
  kill: (job: MainJob, done: Promise<void>, random: () => number) => Promise<void>,
): Promise<void> {
  return withSeed(async (random) => {
    const job = new MainJob(machine, random);
    const done = job.run();
    done.catch(() => {});
    await kill(job, done, random);
    await machine.start();
    await done;
    await checkMainJob(machine, job);
  });
}
