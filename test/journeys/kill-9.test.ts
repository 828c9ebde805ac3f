/** The main job while the bot is killed with `kill -9`, at chosen writes and at random instants: twice here, and at
 * least fifty times, at every write of the list, with `KILLS=50 npx jest kill-9`; on Cosmos DB too with
 * `EVERY_STORE=1`. `TEST_SEED` repeats a run. */

import { BotMachine } from '../support/bot-machine';
import type { Death } from '../support/bot-process';
import { processStores } from '../support/stores';
import { withSeed } from '../support/with-seed';
import { checkMainJob, MainJob, shortProgramme } from './kill-9-job';
import { pause } from './kill-9-people';

/** In the order in which the job comes by them. */
const deaths: readonly Death[] = [
  { write: '^create delivery', number: 20, when: 'after' },
  { write: '^replace delivery delivered', number: 10, when: 'before' },
  { write: '^create answerSheet', number: 15, when: 'after' },
  { write: '^replace answerSheet', number: 8, when: 'before' },
  { write: '^replace wave closing', number: 1, when: 'after' },
  { write: '^upsert seal', number: 1, when: 'after' },
  { write: '^create releasePart', number: 1, when: 'after' },
  { write: '^create release$', number: 1, when: 'after' },
  { write: '^upsert confidenceScore', number: 5, when: 'after' },
  { write: '^delete responses', number: 20, when: 'after' },
  { write: '^replace escalation withExecutive', number: 1, when: 'after' },
  { write: '^replace escalation decided', number: 1, when: 'after' },
  { write: '^create decision', number: 1, when: 'after' },
  { write: '^replace delivery delivered', number: 3, when: 'before' },
];
const { KILLS } = process.env;
/** Of each round: how many of the writes it dies at, and how often it is killed at any instant. */
const [atWrites, atInstants] = KILLS ? [deaths.length, 5] : [1, 1];
const rounds = KILLS ? Math.ceil(Number(KILLS) / (atWrites + atInstants)) : 1;
const perAtom = 10;
/** Room for a machine that is busy with other things, and for many kills. */
const longestMs = 900_000;

function someOf(random: () => number): readonly Death[] {
  const ranked = deaths.map((death) => ({ death, rank: random() })).sort((a, b) => a.rank - b.rank);
  const dies = new Set(ranked.slice(0, atWrites).map(({ death }) => death));
  return deaths.filter((death) => dies.has(death));
}

/** Deaths at writes, and between them `undefined` for one at any instant. */
function plan(random: () => number): readonly (Death | undefined)[] {
  const planned: (Death | undefined)[] = [...someOf(random)];
  for (let each = 0; each < atInstants; each += 1) {
    planned.splice(Math.floor(random() * (planned.length + 1)), 0, undefined);
  }
  return planned;
}

processStores('the main job', (open, host) => {
  let machine: BotMachine;
  beforeEach(async () => {
    machine = await BotMachine.open({ host, open }, shortProgramme(), perAtom);
  });
  afterEach(() => machine.close());

  it.each(Array.from({ length: rounds }, (_, round) => round + 1))(
    'loses nothing and does nothing twice, whichever write or instant it is killed at (round %i)',
    () =>
      withSeed(async (random) => {
        const job = new MainJob(machine, random);
        const done = job.run();
        done.catch(() => {});
        let isUnplanned = false;
        for (const death of plan(random)) {
          isUnplanned ||= !death;
          const bot = await machine.start(death);
          await Promise.race(death ? [bot.ended, done] : [pause(random() * 2_500), done]);
          // Between a kill at any instant and the next start the job may have got past the write that was waited for.
          if (isUnplanned) await bot.kill();
          else expect({ death, isAlive: bot.isAlive }).toEqual({ death, isAlive: false });
          await job.afterKill();
        }
        await machine.start();
        await done;
        await checkMainJob(machine, job);
      }),
    longestMs,
  );
});
