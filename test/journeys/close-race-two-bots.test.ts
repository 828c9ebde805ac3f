/** Two bots on one store: both answer, one sends, and one that was frozen in the middle of a close spoils nothing. */

import { readRecord } from '../../src/app/records';
import { BotMachine } from '../support/bot-machine';
import { leadOid } from '../support/samples';
import { processStores } from '../support/stores';
import { withSeed } from '../support/with-seed';
import {
  all,
  checkOnlyOneRelease,
  checkReleaseAgainstTallies,
  checkTallies,
  possibleDuplicates,
  storedRelease,
  unrecordedMessages,
} from './kill-9-checks';
import { shortProgramme } from './kill-9-job';
import { cardsSaying, insist, pause, Respondent, until } from './kill-9-people';

/** Room for a machine that is busy with other things: on an idle one it takes a twentieth. */
const longestMs = 200_000;

let machine: BotMachine;

async function answers(respondents: readonly Respondent[], random: () => number, withinMs: number) {
  await Promise.all(
    respondents.map(async (respondent, index) => {
      await pause(random() * withinMs);
      await respondent.answer(index % 3 === 0 ? 2 : 5, 4);
    }),
  );
}

/** Whoever taps meets the one or the other. */
function alternate(bots: readonly Parameters<BotMachine['speakTo']>[0][], random: () => number): () => void {
  const timer = setInterval(() => {
    const bot = bots[Math.floor(random() * bots.length)];
    if (bot) machine.speakTo(bot);
  }, 5);
  return () => clearInterval(timer);
}

processStores('two bots', (open, host) => {
  beforeEach(async () => {
    machine = await BotMachine.open({ host, open }, shortProgramme(), 12);
  });
  afterEach(() => machine.close());

  it(
    'answer together, send once and release once',
    () =>
      withSeed(async (random) => {
        const { context, programme, people, teams } = machine;
        const { store } = context;
        const sender = await machine.start();
        await until(() => sender.log.some((line) => line.includes('lease taken')) || undefined);
        const other = await machine.startHere();
        const stopAlternating = alternate([sender, other], random);
        const waveId = await machine.openPulse();
        const respondents = people.map((person) => new Respondent(person, teams));
        const lead = teams.user(leadOid);
        try {
          await answers(respondents.slice(0, -12), random, 200);
          const late = answers(respondents.slice(-12), random, 2_000);
          await lead.say('close wave');
          await insist(lead, 'wave-close', () => ({ verb: 'wave-close' }), {}, ['is closing']);
          await until(async () => readRecord(store, 'seal', waveId, 'seal'));
          sender.freeze();
          stopAlternating();
          machine.speakTo(other);
          expect(await storedRelease(machine, waveId)).toBeUndefined();
          await late;
        } finally {
          stopAlternating();
        }
        const release = await until(() => storedRelease(machine, waveId));
        await until(async () => !(await readRecord(store, 'waveKey', 'waveKey', waveId)) || undefined);
        sender.resume();
        await until(() => sender.log.some((line) => line.includes('lease lost')) || undefined);
        await until(async () => {
          const campaigns = await all(store, 'campaign', programme.id);
          return (campaigns.length >= 3 && campaigns.every(({ status }) => status === 'done')) || undefined;
        });
        await until(async () => (await all(store, 'releasePart', programme.id)).length === 2 || undefined);

        expect(await storedRelease(machine, waveId)).toEqual(release);
        await checkOnlyOneRelease(machine, waveId);
        await checkTallies(machine, waveId, respondents);
        await checkReleaseAgainstTallies(store, release.release);
        const invitations = await all(store, 'delivery', `invite.${waveId}`);
        expect(new Set(invitations.map(({ epoch }) => epoch))).toEqual(new Set([1]));
        const results = await all(store, 'delivery', `result.${waveId}`);
        expect(results.map(({ status, epoch }) => [status, epoch])).toEqual([['delivered', 2]]);
        const beyond = (await unrecordedMessages(machine)) - cardsSaying(lead, 'Open waves').length;
        expect(beyond).toBeLessThanOrEqual(await possibleDuplicates(machine));
      }),
    longestMs,
  );
});
