/** The main job, end to end, over the loopback Teams and on both stores; at its end an analyst reads the scores from Cosmos
 * DB with ten lines of plain SDK, exactly as the documentation prints them. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listRecords, readRecord } from '../../src/app/records';
import { readRelease } from '../../src/app/wave/read-release';
import { emulatorKey } from '../support/cosmos-emulator';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aProgramme, aSmallProgramme, deputyOid, leadOid, sroOid } from '../support/samples';
import { CosmosEmulatorHost, eachStore } from '../support/stores';

const example = join(__dirname, '..', '..', 'docs', 'examples', 'read-confidence-scores.mjs');

eachStore(
  'a pulse is answered, low confidence reaches the SRO, and the decision comes back',
  (open, host) => {
    let running: RunningBot;

    beforeEach(async () => {
      // Both sites on one store: to the other, more people are more of the same.
      const programme = host instanceof CosmosEmulatorHost ? aSmallProgramme() : aProgramme();
      running = await startRunningBot({ store: await open(), programme });
    });
    afterEach(() => running.close());

    it('from the first card to the last', async () => {
      const { teams, bot, people, until, programme } = running;
      const { store } = bot.context;
      const nurses = people.filter(({ aadObjectId }) => aadObjectId.startsWith('bbbbbbbb-0000'));
      const [firstNurse] = nurses;
      if (!firstNurse) throw new Error('nobody');
      const waveId = await running.openPulse();
      await until(() => teams.statistics().peopleReached === people.length || undefined);

      // Everybody answers the first question: the first atom with low confidence, the others with a mixture.
      for (const person of people) {
        const user = teams.user(person.aadObjectId);
        const isLow = person.aadObjectId.startsWith('bbbbbbbb-0000');
        const index = Number(person.aadObjectId.slice(-4));
        const title = isLow
          ? index < 8
            ? 'Not very confident'
            : 'Very confident'
          : index < 3
            ? 'Not very confident'
            : 'Very confident';
        const reply = await user.press(user.latest(), { title });
        expect(reply.status).toBe(200);
        expect(JSON.stringify(reply.card)).toContain('2 of 3');
      }

      // One of them goes through all three questions.
      const user = teams.user(firstNurse.aadObjectId);
      await user.phone.reload();
      const second = await user.phone.press(user.latest(), { title: 'Agree' });
      expect(JSON.stringify(second.card)).toContain('3 of 3');
      const third = await user.phone.press(
        user.latest(),
        { title: 'Save' },
        { text: 'One laptop for the bay' },
      );
      expect(JSON.stringify(third.card)).toContain('Recorded');

      // The lead closes the wave.
      const lead = teams.user(leadOid);
      await lead.say('close wave');
      const listed = lead.latest();
      expect(JSON.stringify(lead.storedCard(listed))).toContain('Ready for go-live 1');
      const closing = await lead.press(listed, { verb: 'wave-close' });
      expect(JSON.stringify(closing.card)).toContain('closing');
      const result = await until(() =>
        lead.cardMessages().find((message) => JSON.stringify(message).includes('Least confident')),
      );
      expect(JSON.stringify(result)).toContain('Larkfield General');
      const release = await until(() => readRelease(store, programme.id, waveId));
      const low = release.tables[0]?.rows.filter(({ isBelowFloor }) => isBelowFloor) ?? [];
      // Of one site the staff group is the atom as well.
      expect(new Set(low.map(({ atomIds }) => atomIds.join())).size).toBe(1);

      // The escalation waits for the lead, who sends it on with the standard options.
      const preparation = await until(() =>
        lead.cardMessages().find((message) => JSON.stringify(message).includes('escalation-forward')),
      );
      const sent = await lead.press(preparation, { verb: 'escalation-forward' });
      expect(JSON.stringify(sent.card)).toContain('Sam Sponsor');

      // The SRO decides in the card; the deputy's and a second click are told who did.
      const sro = teams.user(sroOid);
      const question = await until(() =>
        sro.cardMessages().find((message) => JSON.stringify(message).includes('escalation-decide')),
      );
      const late = sro.prepare(question, { title: 'Reject' }, { rationale: 'Changed my mind' });
      const inputs = { optionId: 'option2', rationale: 'They asked for it.' };
      const decided = await sro.press(question, { title: 'Approve' }, inputs);
      expect(JSON.stringify(decided.card)).toContain('Approved: More floor support');
      const again = await teams.deliver(late);
      expect(JSON.stringify(again.card)).toContain('Approved: More floor support');
      expect(JSON.stringify(again.card)).toContain('changed nothing');

      // The lead and the staff of the group hear what was decided and why; nobody else does.
      await until(() =>
        lead.cardMessages().find((message) => JSON.stringify(message).includes('They asked for it.')),
      );
      await until(() =>
        user.cardMessages().find((message) => JSON.stringify(message).includes('They asked for it.')),
      );
      const elsewhere = people.findLast(({ aadObjectId }) => !aadObjectId.startsWith('bbbbbbbb-0000'));
      if (!elsewhere) throw new Error('nobody');
      expect(JSON.stringify(teams.user(elsewhere.aadObjectId).cardMessages())).not.toContain(
        'They asked for it.',
      );
      expect(teams.user(deputyOid).cardMessages()).toHaveLength(0);

      // It is in the log, once, and the answers and the key are gone.
      const log = [];
      for await (const { document } of listRecords(store, 'decision', programme.id)) log.push(document);
      expect(log.map(({ seq, rationale }) => [seq, rationale])).toEqual([[1, 'They asked for it.']]);
      await until(async () => !(await readRecord(store, 'waveKey', 'waveKey', waveId)) || undefined);
      for await (const _sheet of listRecords(store, 'answerSheet', waveId))
        throw new Error('an answer is left');
      const words = [];
      for await (const { document } of listRecords(store, 'comment', waveId)) words.push(document.text);
      expect(words).toEqual(['One laptop for the bay']);
      const scores = [];
      for await (const { document } of listRecords(store, 'confidenceScore', programme.id))
        scores.push(document);
      expect(scores.length).toBeGreaterThan(0);
      expect(scores.every(({ visible }) => visible)).toBe(true);
      expect(teams.statistics().violations).toMatchObject({
        cardTooLarge: 0,
        messageTooLarge: 0,
        unauthorised: 0,
      });
      if (host instanceof CosmosEmulatorHost) await expectScoresRead(host, waveId);
    });

    async function expectScoresRead(
      { endpoint, database }: CosmosEmulatorHost,
      waveId: string,
    ): Promise<void> {
      const { programme, people } = running;
      const env = {
        ...process.env,
        COSMOS_ENDPOINT: endpoint,
        COSMOS_KEY: emulatorKey,
        COSMOS_DATABASE: database,
      };
      const { stdout } = await promisify(execFile)(process.execPath, [example, programme.id, waveId], {
        env,
      });
      const scores = JSON.parse(stdout) as Record<string, unknown>[];
      const total = scores.find(
        ({ groupId, questionId }) => groupId === 'total' && questionId === 'confidence',
      );
      expect(total).toMatchObject({ headcount: people.length, waveId, visible: true });
      expect(scores.filter(({ groupKind }) => groupKind === 'atom')).toHaveLength(4);
      for (const score of scores) {
        const isWithheld = score.label === 'notHeardYet' || score.label === 'tooSmallToShow';
        expect(isWithheld && (score.n !== null || score.favourableShare !== null)).toBe(false);
      }
    }
  },
);
