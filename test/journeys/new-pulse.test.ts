/** A lead sets pulses up by cards alone, and the people they chose get the question that was previewed. */

import type { Store } from '../../src/app/ports/store';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { listRecords } from '../../src/app/records';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { addDays, instantAt, weekdayOf } from '../../src/domain/calendar/local-time';
import { asId } from '../../src/domain/ids';
import { type Day, dayOf } from '../../src/domain/instant';
import type { Programme } from '../../src/domain/programme/programme';
import type { Pulse } from '../../src/domain/pulse/pulse';
import { elementsIn, wordsIn } from '../cards/card-tree';
import { FaultyStore } from '../support/faulty-store';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aPulse, aSmallProgramme, leadOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';

const said = (card: unknown) => wordsIn(card).join('\n');
const goOn = { title: 'Save and go on' };

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])(
  'a pulse that is set up in chat on $name',
  (host) => {
    let isStoreDown = false;
    let store: Store;
    let running: RunningBot;
    let lead: TeamsUser;

    beforeAll(async () => {
      await host.start();
      await host.renew();
      store = new FaultyStore(await host.open(), ({ type, method }) =>
        isStoreDown &&
        ((type === 'pulse' && method === 'replace') || (type === 'person' && method === 'list'))
          ? { when: 'before', what: 'ambiguous' }
          : undefined,
      );
      running = await startRunningBot({ store, programme: aSmallProgramme() });
      lead = running.teams.user(leadOid);
    });
    afterAll(async () => {
      await running.close();
      await store.close();
      await host.stop();
    });

    async function pulses(): Promise<readonly Pulse[]> {
      const found: Pulse[] = [];
      const { bot, programme } = running;
      for await (const { document } of listRecords(bot.context.store, 'pulse', programme.id)) {
        if (document.definition) found.push(document);
      }
      return found;
    }
    async function waves() {
      const found = [];
      const { bot, programme } = running;
      for await (const { document } of listRecords(bot.context.store, 'wave', programme.id))
        found.push(document);
      return found;
    }

    test('questions, audience and time are kept a step at a time; it is previewed, confirmed once, and reaches those it chose', async () => {
      await lead.say('new pulse');
      const card = lead.latest();
      expect(said(lead.storedCard(card))).toContain('What do you want to ask?');
      const own = await lead.press(
        card,
        { title: 'My own words' },
        { title: 'Nights, call 07700 900123', more: 'more-confident' },
      );
      expect(said(own.card)).toContain('Before saving we took out');
      const audience = await lead.press(card, goOn, {
        own1: 'There is cover at night.',
        ownKind1: 'agreement',
      });
      expect(said(audience.card)).toContain('Nursing and midwifery (10)');
      isStoreDown = true;
      const down = await lead.press(card, { title: 'Count them' }, { staffFamilies: 'nursing' });
      expect(said(down.card)).toContain('We could not confirm that this was saved.');
      expect(elementsIn(down.card).find(({ id }) => id === 'staffFamilies')).toMatchObject({
        value: 'nursing',
      });
      isStoreDown = false;
      const counted = await lead.press(card, { title: 'Count them' });
      expect(said(counted.card)).toContain('10 people of 20 are asked.');
      const refused = await lead.press(card, { title: 'Leave a group out' });
      expect(said(refused.card)).toContain('Who is left out, and why?');
      const noReason = await lead.press(card, goOn, { outStaffFamily: 'medical' });
      expect(said(noReason.card)).toContain('Say why they are left out');
      await lead.press(card, goOn, { outStaffFamily: 'medical', why: 'They rotate this week.' });
      const whole = await lead.press(card, goOn, { when: 'now', openForDays: '7' });
      expect(said(whole.card)).toContain('3. There is cover at night.');
      expect(said(whole.card)).toContain('Nothing is in the way.');
      expect(await waves()).toEqual([]);

      const preview = await lead.press(card, { title: 'Preview to me' });
      expect(said(preview.card)).toContain('This is a preview: nothing is recorded.');
      expect(said(preview.card)).toContain('Question 1 of 3');
      const second = await lead.press(card, { title: 'Very confident' });
      expect(said(second.card)).toContain('Question 2 of 3');
      await lead.press(card, { title: 'Save' }, { text: 'More time' });
      const back = await lead.press(card, { title: 'Agree' });
      expect(said(back.card)).toContain('That was the preview. Nothing was recorded.');

      isStoreDown = true;
      const notSure = await lead.press(card, { title: 'Confirm: ask 10 people now' });
      expect(said(notSure.card)).toContain('We could not confirm this: tap again.');
      isStoreDown = false;
      const twice = lead.prepare(card, { title: 'Confirm: ask 10 people now' });
      const opened = await lead.press(card, { title: 'Confirm: ask 10 people now' });
      expect(said(opened.card)).toContain('It is open: 10 people are asked from now on.');
      const again = await running.teams.deliver(twice);
      expect(said(again.card)).toContain('It is open: 10 people are asked from now on.');
      const progress = await lead.press(card, { title: 'Show how far it is' });
      expect(said(progress.card)).toContain('Nights, call [phone number removed] 1');
      const [wave, ...others] = await waves();
      expect(others).toEqual([]);
      expect(wave).toMatchObject({
        title: 'Nights, call [phone number removed] 1',
        openedBy: expect.any(String),
      });

      const nurses = running.people.filter(({ aadObjectId }) => aadObjectId?.startsWith('bbbbbbbb-0000'));
      const { text } = wave?.questions[0] ?? { text: 'no question' };
      const [nurse] = nurses.map(({ aadObjectId = '' }) => running.teams.user(aadObjectId));
      if (!nurse) throw new Error('nobody');
      await running.until(() =>
        nurse.cardMessages().some(({ activity }) => JSON.stringify(activity).includes(text)),
      );
      const answered = await nurse.press(nurse.latest(), { title: 'Fairly confident' });
      expect(said(answered.card)).toContain('Question 2 of 3');
      expect(said(answered.card)).not.toContain('preview');
    });

    // The main path is above; what varies is shown on one store.
    if (host instanceof EmbeddedHost) {
      test('a stale tap changes nothing; what is in the way is named; a draft is gone on with, planned, or thrown away', async () => {
        await lead.say('new pulse');
        const card = lead.latest();
        const soon = await lead.press(card, { title: 'Show these questions' }, { title: 'Every other week' });
        expect(said(soon.card)).toContain('asks one of these questions');
        const whole = await lead.press(card, { title: 'See it all' });
        expect(said(whole.card)).toContain('asks one of these questions');
        const inTheWay = await lead.press(card, { title: 'Confirm: ask 20 people now' });
        expect(said(inTheWay.card)).toContain('It cannot be confirmed yet.');
        expect(said(inTheWay.card)).toContain('asks one of these questions');
        await lead.phone.reload();
        const stale = await lead.press(card, goOn, { title: 'Another title' });
        expect(said(stale.card)).toContain('Nothing was saved: what you typed is still here.');
        expect(elementsIn(stale.card).find(({ id }) => id === 'title')).toMatchObject({
          value: 'Another title',
        });

        await lead.say('New pulse');
        const list = lead.latest();
        expect(said(lead.storedCard(list))).toContain('Every other week (1 question)');
        await lead.press(list, { title: 'Go on' });
        await lead.press(list, { title: 'Questions' });
        await lead.press(list, { title: 'Show these questions' }, { stage: 'optimise' });
        await lead.press(list, goOn, { first: 'getting-better' });
        await lead.press(list, goOn);
        await lead.press(list, goOn, { when: 'weekly', openForDays: '10' });
        const badDay = await lead.press(list, goOn, { from: '2026-02-31' });
        expect(said(badDay.card)).toContain('Choose the day.');
        const from = addDays(dayOf(running.clock.now()), 30);
        const weekday = String(weekdayOf(from));
        const untilDay = addDays(from, 100);
        const planned = await lead.press(list, goOn, { from, weekday, at: '14:30', untilDay });
        expect(said(planned.card)).toMatch(/every second \w+day at 14:30 from /);
        expect(said(planned.card)).toMatch(/Next run: .*, 14:30\./);
        const confirmed = await lead.press(list, { title: 'Confirm' });
        expect(said(confirmed.card)).toContain('It is planned.');
        const planning = (await pulses()).find(({ definition }) => definition?.title === 'Every other week');
        const at = instantAt(from, 14 * 60 + 30, 'Europe/London');
        expect(planning).toMatchObject({
          status: 'confirmed',
          nextRun: { at },
          schedule: { until: untilDay },
        });

        await lead.say('new pulse');
        const third = lead.latest();
        await lead.press(third, { title: 'See it all' }, { title: 'Never mind' });
        const thrown = await lead.press(third, { title: 'Yes, throw it away' });
        expect(said(thrown.card)).toContain('The draft is thrown away.');
        expect((await pulses()).map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
      });

      test('the programme’s file leaves it alone, and may not take its id', async () => {
        const { bot, programme } = running;
        const [pulse] = await pulses();
        if (!pulse) throw new Error('no pulse was set up');
        expect(await applyProgramme(bot.context, programme)).toMatchObject({ outcome: 'unchanged' });
        expect((await pulses())[0]).toEqual(pulse);
        const taken = {
          ...programme,
          pulses: [aPulse(), { ...aPulse(), id: asId<Pulse['pulseId']>(pulse.pulseId) }],
        };
        expect(await applyProgramme(bot.context, taken)).toMatchObject({ outcome: 'pulseIdsTaken' });
      });

      test('a gate may be judged by it, and by no draft', async () => {
        const { bot, programme } = running;
        const [pulse] = await pulses();
        if (!pulse) throw new Error('no pulse was set up');
        const gateOn = (pulseId: Pulse['pulseId']) => ({
          ...programme,
          gates: [
            {
              ...{ id: 'go-live', name: 'Go-live', setBy: 'The board', why: 'The contract', calendar: [] },
              ...{ decidesOn: '2199-01-08' as Day, goLiveOn: '2199-01-18' as Day },
              criteria: [
                {
                  ...{ id: 'nurses', kind: 'confidence' as const, pulse: pulseId },
                  group: { staffFamilies: ['nursing'] },
                },
              ],
            },
          ],
        });
        const unknown = await applyProgramme(bot.context, gateOn(asId('pulse-00000000')));
        expect(unknown).toMatchObject({
          outcome: 'invalid',
          problems: [{ message: expect.stringContaining('pulse-0') }],
        });
        expect(await applyProgramme(bot.context, gateOn(pulse.pulseId))).toMatchObject({
          outcome: 'updated',
        });
      });

      test('who leads several programmes chooses one first', async () => {
        const { bot, programme } = running;
        const north = { ...programme, id: asId<Programme['id']>('northshire'), name: 'Northshire EPR' };
        expect(await applyProgramme(bot.context, north)).toMatchObject({ outcome: 'created' });
        await lead.say('set up a new pulse');
        const choice = lead.latest();
        expect(said(lead.storedCard(choice))).toContain('You lead more than one programme. For which one?');
        const first = await lead.press(choice, { title: 'Start a new one', data: { programmeId: north.id } });
        expect(said(first.card)).toContain('Northshire EPR · Step 1 of 4');
      });

      test('nobody else sets one up', async () => {
        const nurse = running.teams.user(running.people[0]?.aadObjectId ?? '');
        await nurse.say('new pulse');
        expect(said(nurse.storedCard(nurse.latest()))).not.toContain('What do you want to ask?');
      });

      test('“pulse” shows whoever is asked by several each of them, and what is answered last', async () => {
        const { bot, programme, people, teams } = running;
        const [answered] = await waves();
        const opening = { programmeId: programme.id, pulseId: aPulse().id, openedBy: 'command' as const };
        expect(await openWave(bot.context, opening)).toMatchObject({ outcome: 'opened' });
        const nurse = teams.user(
          people.find(({ aadObjectId }) => aadObjectId.startsWith('bbbbbbbb-0000'))?.aadObjectId ?? '',
        );
        const [card] = nurse.cardMessages();
        if (!card || !answered) throw new Error('nobody was asked');
        await nurse.press(card, { title: 'Save' }, { text: 'More time' });
        expect(said((await nurse.press(card, { title: 'Agree' })).card)).toContain('Recorded. Thank you.');
        await nurse.say('pulse');
        const [first, second] = nurse
          .cardMessages()
          .slice(-2)
          .map((message) => said(nurse.storedCard(message)));
        expect(first).toContain('Question 1 of');
        expect(second).toContain('Recorded. Thank you.');
      });
    }
  },
);
