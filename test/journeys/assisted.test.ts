/** People without Teams: taken in with a code, heard beside a champion, counted in the release, and tied to nobody. */

import { beginSitting } from '../../src/app/assist/begin-sitting.use-case';
import { CodeAttempts } from '../../src/app/assist/code-attempts';
import { type IssuedCode, issueCodes } from '../../src/app/assist/issue-codes.use-case';
import { ThrottledError } from '../../src/app/ports/errors';
import { listRecords } from '../../src/app/records';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { exportConfidence } from '../../src/app/wave/export-confidence.use-case';
import { readRelease } from '../../src/app/wave/read-release';
import { verbNames } from '../../src/cards/verb-names';
import type { WaveId } from '../../src/domain/ids';
import type { AssistedRow } from '../../src/domain/programme/person-row';
import { waveCampaignIdOf } from '../../src/domain/pulse/open-wave';
import { answerWave } from '../support/answer-wave';
import { campaignTotals } from '../support/campaign-totals';
import { FaultyStore } from '../support/faulty-store';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aProgramme, leadOid, sroOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';
import { untilQuiet } from '../support/until-quiet';

const json = (value: unknown) => JSON.stringify(value);
const championOid = 'cccccccc-0000-4000-8000-000000000001';

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])(
  'a colleague answers beside a champion on $name',
  (host) => {
    let running: RunningBot;
    let champion: TeamsUser;
    let codes: readonly IssuedCode[];
    let waveId: WaveId;

    beforeAll(async () => {
      await host.start();
      await host.renew();
      const store = await host.open();
      const { staffGroups, ...programme } = aProgramme();
      running = await startRunningBot({
        store,
        programme: {
          ...programme,
          staffGroups: staffGroups.slice(0, 1),
          champions: [{ aadObjectId: championOid, displayName: 'Chris Champion', sites: ['RZZ01'] }],
        },
      });
      champion = running.teams.user(championOid);
      codes = await issue(porters);
      const [elsewhere] = await issue([{ ...person(99), site: 'RZZ02' }]);
      if (!elsewhere) throw new Error('no code');
      codes = [...codes, elsewhere];
      waveId = await running.openPulse();
      await untilQuiet(running);
    }, 60_000);
    afterAll(async () => {
      await running.close();
      await host.stop();
    });

    const person = (index: number): AssistedRow => ({
      reference: `porter-${index}`,
      displayName: `Porter ${index}`,
      staffGroup: 'nurses',
      site: 'RZZ01',
    });
    const porters = Array.from({ length: 12 }, (_, index) => person(index));

    async function issue(rows: readonly AssistedRow[], isRenewal = false): Promise<readonly IssuedCode[]> {
      const issued: IssuedCode[] = [];
      const outcome = await issueCodes(running.bot.context, {
        programmeId: running.programme.id,
        rows: rows.map((row, index) => ({ line: index + 2, row })),
        isRenewal,
        onIssued: (one) => issued.push(one),
      });
      expect(outcome).toMatchObject({ outcome: 'issued', refused: 0, issued: issued.length });
      return issued;
    }

    const codeOf = (index: number) => codes[index]?.code ?? '';

    async function begin(code: string) {
      await champion.say('assist');
      const card = champion.latest();
      return { card, reply: await champion.press(card, { verb: verbNames.assistBegin }, { code }) };
    }

    async function sit(code: string, title: string): Promise<void> {
      const { card, reply } = await begin(code);
      expect(json(reply.card)).toContain('Question 1 of 3');
      await champion.press(card, { title });
      await champion.press(card, { title: 'Stop and hand the phone back' });
    }

    it('is counted like everybody, and nothing is sent, tried or charged', async () => {
      const { bot, programme } = running;
      const totals = await campaignTotals(bot.context, waveCampaignIdOf(waveId));
      expect(totals).toMatchObject({ invited: 33, unreachable: 13, delivered: 20, pending: 0, failed: 0 });
      const assisted: string[] = [];
      for await (const { document } of listRecords(bot.context.store, 'delivery', waveCampaignIdOf(waveId))) {
        if (document.reason !== 'noTeams') continue;
        expect(document).toMatchObject({ attempts: 0, invitation: { isAssisted: true } });
        assisted.push(document.personId);
      }
      expect(assisted).toHaveLength(13);
      const { items } = await bot.context.store.list('addresses', {
        pk: `RZZ:${assisted[0]}`,
        type: 'allowance',
        limit: 1,
      });
      expect(items).toEqual([]);
      expect(await issue(porters)).toEqual([]);
      expect(programme.champions).toHaveLength(1);
    });

    it('answers in three taps with the code, which is then used up', async () => {
      const { card, reply } = await begin(codeOf(0).toLowerCase());
      expect(json(reply.card)).toContain('Take the phone: this is for you, not for its owner.');
      await champion.press(card, { title: 'Very confident' });
      await champion.press(card, { title: 'Agree' });
      const last = await champion.press(card, { title: 'Save' }, { text: 'No lift. Ring 07700 900123' });
      expect(json(last.card)).toContain('Recorded. Thank you.');
      expect(json(last.card)).toContain('Before saving we took out a phone number.');
      expect(json(last.card)).not.toContain('No lift');
      const comment = await champion.press(
        card,
        { verb: verbNames.assistComment },
        { comment: 'Too few chairs' },
      );
      expect(json(comment.card)).toContain('Your comment is saved.');
      const stopped = await champion.press(card, { title: 'Stop asking me' });
      expect(json(stopped.card)).toContain('You will not be asked again.');
      // What a replayed tap would bring, before and after the phone is handed back.
      const answered = champion.prepare(card, { title: 'Change my answers' });
      const finished = await champion.press(card, { title: 'Finish and hand the phone back' });
      expect(json(finished.card)).toContain('The next colleague can begin here.');
      expect(json(await running.teams.deliver(answered))).toContain('turn is over');
      // The champion's other devices never saw a question.
      expect(json(champion.newDevice().shown(card))).not.toContain('Question 1');
    });

    it('a used code, an unknown one, another site’s and a replaced one get one and the same card', async () => {
      const { reply: used } = await begin(codeOf(0));
      const { reply: unknown } = await begin('2345-6789');
      const { reply: elsewhere } = await begin(codeOf(12));
      const old = codeOf(1);
      const [renewed] = await issue([person(1)], true);
      codes = codes.map((one, index) => (index === 1 && renewed ? renewed : one));
      const { reply: replaced } = await begin(old);
      expect(json(used.card)).toContain('This code cannot be used now.');
      for (const other of [unknown, elsewhere, replaced]) expect(other.card).toEqual(used.card);
    });

    it('is no wrong code where the store asks to slow down, nor with the dash that a phone made of its hyphen', async () => {
      const aadObjectId = championOid;
      const lender = {
        personId: running.personIdOf(aadObjectId),
        tenantId: running.teams.tenantId,
        aadObjectId,
      };
      const context = { ...running.bot.context, codeAttempts: new CodeAttempts() };
      const busy = new FaultyStore(context.store, () => undefined);
      const read = busy.read.bind(busy);
      busy.read = (collection, pk, ...rest) =>
        pk.startsWith('codes:') ? Promise.reject(new ThrottledError('busy')) : read(collection, pk, ...rest);
      for (let tries = 0; tries < 11; tries += 1) {
        const begun = await beginSitting({ ...context, store: busy }, lender, codeOf(2));
        expect(begun.outcome).toBe('notConfirmed');
      }
      const dashed = codeOf(2).replace(/^.{4}/, '$&\u2013');
      expect((await beginSitting(context, lender, dashed)).outcome).toBe('begun');
    });

    it('is asked by champions alone: others are told, and a champion’s turn is nobody else’s', async () => {
      const { bot, teams } = running;
      const nurse = teams.user(running.people[0]?.aadObjectId ?? '');
      await nurse.say('assist');
      expect(json(nurse.latest())).toContain('This is for champions');
      const actor = (aadObjectId: string) => ({
        personId: running.personIdOf(aadObjectId),
        tenantId: teams.tenantId,
        aadObjectId,
      });
      expect(await beginSitting(bot.context, actor(leadOid), codeOf(1))).toEqual({ outcome: 'notAChampion' });
      const begun = await beginSitting(bot.context, actor(championOid), codeOf(1));
      if (begun.outcome !== 'begun') throw new Error(begun.outcome);
      expect(begun.asked.key?.openSitting(actor(sroOid).personId, begun.sitting)).toBeUndefined();
      const { context } = bot;
      const { personId } = begun;
      expect(json(begun.sitting)).not.toContain(personId);
      expect(
        context.clock.now() <
          (begun.asked.key?.openSitting(actor(championOid).personId, begun.sitting)?.endsAt ?? ''),
      ).toBe(true);
    });

    it('the release says for the whole wave, as a range, how many answers were given that way', async () => {
      const { bot, people, programme, teams, until } = running;
      for (const index of [1, 2, 3, 4, 5]) {
        await sit(codeOf(index), index % 2 === 0 ? 'Very confident' : 'Not very confident');
      }
      const fourteen = people.filter(({ aadObjectId }) => Number(aadObjectId.slice(-4)) < 7);
      await answerWave(running, waveId, fourteen, (_person, index) => (index % 2 === 0 ? 5 : 2));
      // Somebody begins, and the wave closes meanwhile.
      const { card } = await begin(codeOf(6));
      await closeWave(bot.context, { programmeId: programme.id, waveId });
      const release = await until(() => readRelease(bot.context.store, programme.id, waveId));
      await untilQuiet(running);
      const late = await champion.press(card, { title: 'Very confident' });
      expect(json(late.card)).toContain('The last tap was not recorded.');

      // One answered three questions, five the first one; 14 have Teams.
      expect(release.assisted).toEqual({ headcount: 13, answers: { label: 'between', from: 5, to: 9 } });
      expect(release.tables[0]?.rows[0]?.figures).toMatchObject({ n: 20 });
      const lead = teams.user(leadOid);
      const result = await until(() =>
        lead.cardMessages().find((message) => json(message).includes('Assisted:')),
      );
      expect(json(result)).toContain('5 to 9 did.');
      const exported = await exportConfidence(bot.context, { programmeId: programme.id });
      if (exported.outcome !== 'exported') throw new Error(exported.outcome);
      const totals = exported.scores.filter(({ groupKind }) => groupKind === 'total');
      for (const score of exported.scores) {
        expect(score.assistedPeople).toBe(totals.includes(score) ? 13 : null);
      }
      for await (const { document } of listRecords(bot.context.store, 'tally', waveId)) {
        expect(json(document)).not.toMatch(/assist/i);
      }
    });
  },
);
