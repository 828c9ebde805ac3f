/** Who is asked, how often, and who no longer: reminders, the week's allowance, "stop asking me" and its way back. */

import { addressPk } from '../../src/app/documents';
import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { forwardEscalation } from '../../src/app/escalation/forward-escalation.use-case';
import { listRecords, readRecord } from '../../src/app/records';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { readRelease } from '../../src/app/wave/read-release';
import { verbNames } from '../../src/cards/verb-names';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import { deliveryIdOf, type WaveId } from '../../src/domain/ids';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import { waveCampaignIdOf } from '../../src/domain/pulse/open-wave';
import { answerWave, isInFirstAtom } from '../support/answer-wave';
import { campaignTotals } from '../support/campaign-totals';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aPulse, aSmallProgramme, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';
import { untilQuiet } from '../support/until-quiet';

const dayMs = 86_400_000;

eachStore('asking', (open) => {
  let running: RunningBot;

  /** @param perAtom of the one group, which is enough to be told from others who are asked. */
  async function start(openForDays: number, perAtom: number): Promise<void> {
    const { staffGroups, ...programme } = aSmallProgramme();
    const pulses = [{ ...aPulse(), openForDays }];
    running = await startRunningBot({
      store: await open(),
      programme: { ...programme, staffGroups: staffGroups.slice(0, 1), pulses },
      perAtom,
    });
  }
  afterEach(() => running.close());

  const userOf = ({ aadObjectId }: DirectoryPerson): TeamsUser => running.teams.user(aadObjectId);
  /** How many pulse cards each person has, in the order of `people`. */
  const asked = () => running.people.map((person) => pulseCards(person).length);
  const pulseCards = (person: DirectoryPerson) =>
    userOf(person)
      .cardMessages()
      .filter(({ activity }) => JSON.stringify(activity).includes('Question 1 of 3'));
  const expected = (count: (index: number) => number) => running.people.map((_, index) => count(index));
  const confident = () => 5 as const;

  async function pass(days: number): Promise<void> {
    running.clock.moveOn(days * dayMs);
    running.bot.worker.poke();
    await untilQuiet(running);
  }

  async function close(waveId: WaveId): Promise<void> {
    const { bot, programme } = running;
    await closeWave(bot.context, { programmeId: programme.id, waveId });
    await running.until(() => readRelease(bot.context.store, programme.id, waveId));
    await untilQuiet(running);
  }

  async function chargesOf({ organisationId, personId }: DirectoryPerson): Promise<unknown> {
    const pk = addressPk(organisationId, personId);
    return (await readRecord(running.bot.context.store, 'allowance', pk, 'allowance'))?.document.charges;
  }

  async function reminderMarks(waveId: WaveId): Promise<readonly (number | undefined)[]> {
    const marks = new Set<number | undefined>();
    const campaignId = waveCampaignIdOf(waveId);
    for await (const { document } of listRecords(running.bot.context.store, 'delivery', campaignId)) {
      marks.add(document.reminderProcessed);
    }
    return [...marks];
  }

  it('reminds whoever has not answered, twice at most, and charges everybody alike', async () => {
    await start(14, 12);
    const { people } = running;
    const waveId = await running.openPulse();
    await untilQuiet(running);
    expect(asked()).toEqual(expected(() => 1));
    await answerWave(running, waveId, people.slice(0, 5), confident);
    await pass(4.7);
    expect(asked()).toEqual(expected((index) => (index < 5 ? 1 : 2)));
    expect(await reminderMarks(waveId)).toEqual([1]);
    // One of them answers on the reminder: all its taps are as good as on the first card.
    const [late] = people.slice(5);
    if (!late) throw new Error('nobody');
    const reply = await userOf(late).press(userOf(late).latest(), { title: 'Very confident' });
    expect(JSON.stringify(reply.card)).toContain('2 of 3');
    await pass(4.7);
    expect(asked()).toEqual(expected((index) => (index < 5 ? 1 : index === 5 ? 2 : 3)));
    expect(await reminderMarks(waveId)).toEqual([2]);
    for (let day = 0; day < 4; day += 1) await pass(1);
    expect(asked()).toEqual(expected((index) => (index < 5 ? 1 : index === 5 ? 2 : 3)));

    const charges = await Promise.all(people.map(chargesOf));
    expect(new Set(charges.map((charge) => JSON.stringify(charge))).size).toBe(1);
    expect(charges[0]).toHaveLength(2);
  });

  it('asks nobody a third time in a week, answered or not', async () => {
    await start(3, 12);
    const waveId = await running.openPulse();
    await untilQuiet(running);
    await answerWave(running, waveId, running.people.slice(0, 5), confident);
    await pass(1.1);
    await pass(1);
    expect(asked()).toEqual(expected((index) => (index < 5 ? 1 : 2)));
    expect(await reminderMarks(waveId)).toEqual([2]);
    const charges = await Promise.all(running.people.map(chargesOf));
    expect(charges).toEqual(running.people.map(() => charges[0]));
    expect(charges[0]).toHaveLength(2);
  });

  it('stops for whoever says so, counts them, keeps its answers to them, and starts again when told', async () => {
    await start(14, 10);
    const { bot, programme, people } = running;
    const [tapper, typer, halfway] = people.filter(isInFirstAtom);
    if (!tapper || !typer || !halfway) throw new Error('nobody');
    const first = await running.openPulse();
    await untilQuiet(running);
    const message = userOf(tapper).latest();
    await userOf(tapper).press(message, { title: 'Very confident' });
    await userOf(tapper).press(message, { title: 'Agree' });
    await userOf(tapper).press(message, { title: 'Skip' });
    const stopped = await userOf(tapper).press(message, { title: 'Stop asking me' });
    expect(JSON.stringify(stopped.card)).toContain('We will stop asking you');
    await userOf(typer).say('Stop asking me.');
    expect(JSON.stringify(userOf(typer).latest())).toContain('We will stop asking you');
    // From now on there are no reminders for them either, answered or not.
    await pass(4.7);
    const without = (...some: readonly DirectoryPerson[]) =>
      people.filter((person) => !some.includes(person));
    expect(pulseCards(tapper)).toHaveLength(1);
    expect(pulseCards(typer)).toHaveLength(1);
    expect(pulseCards(halfway)).toHaveLength(2);
    await answerWave(running, first, without(tapper), confident);
    // The first card no longer counts in the week.
    await pass(4);
    await close(first);
    expect(JSON.stringify(userOf(halfway).cardMessages())).toContain('What we heard');
    for (const quiet of [tapper, typer]) {
      expect(JSON.stringify(userOf(quiet).cardMessages())).not.toContain('What we heard');
    }

    // The next wave counts them and leaves them alone.
    await pass(10);
    const second = await running.openPulse();
    await untilQuiet(running);
    expect([tapper, typer, halfway].map((person) => pulseCards(person).length)).toEqual([1, 1, 3]);
    const { store } = bot.context;
    expect(await campaignTotals({ store }, waveCampaignIdOf(second))).toMatchObject({
      invited: people.length,
      delivered: people.length - 2,
      cancelled: 2,
    });
    const campaignId = waveCampaignIdOf(second);
    for (const { personId } of [tapper, typer]) {
      const stored = await readRecord(store, 'delivery', campaignId, deliveryIdOf(campaignId, personId));
      expect(stored?.document).toMatchObject({
        status: 'cancelled',
        reason: 'choseNotToBeAsked',
        invitation: { choseNotToBeAsked: true },
      });
    }
    await answerWave(running, second, without(tapper, typer), (person, index) =>
      isInFirstAtom(person) ? 2 : index % 4 === 0 ? 2 : 5,
    );
    await close(second);
    const release = await readRelease(store, programme.id, second);
    expect(release?.tables[0]?.rows[0]?.headcount).toBe(people.length);

    // What concerns their group they still hear.
    const ids = { programmeId: programme.id, escalationId: escalationIdOf(second) };
    await forwardEscalation(bot.context, { ...ids, lead: 'clock' });
    const decision = { kind: 'approve', optionId: 'option1', rationale: 'They asked for it.' } as const;
    const decided = await decideEscalation(bot.context, {
      ...ids,
      ...decision,
      personId: running.personIdOf(sroOid),
    });
    expect(decided.outcome).toBe('decided');
    for (const quiet of [tapper, typer]) {
      await running.until(() =>
        userOf(quiet)
          .cardMessages()
          .find((card) => JSON.stringify(card).includes('They asked for it.')),
      );
    }

    // Back again, by the button and by the words.
    await userOf(tapper).press(message, { verb: verbNames.askingResume });
    await userOf(typer).say('ask me again');
    await pass(10);
    await running.openPulse();
    await untilQuiet(running);
    expect([tapper, typer].map((person) => pulseCards(person).length)).toEqual([2, 2]);
  });
});
