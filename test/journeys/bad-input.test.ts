/** What should never come, comes: each is answered with its clear card or status, and nothing changes. */

import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { verbNames } from '../../src/cards/verb-names';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import type { WaveId } from '../../src/domain/ids';
import { bodyLimitBytes } from '../../src/teams/read-body';
import { noticeText } from '../../src/text/en/notices';
import { answerWave } from '../support/answer-wave';
import { executeInvoke } from '../support/execute-invoke';
import type { ClientActivity } from '../support/loopback-teams/activity';
import type { InvokeResult } from '../support/loopback-teams/bot-endpoint';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, deputyOid, leadOid, sroOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost, type StoreHost } from '../support/stores';
import { untilQuiet } from '../support/until-quiet';
import { WatchedStore } from '../support/watched-store';

const nurseOid = 'bbbbbbbb-0000-4000-8000-000000000003';
const strangerOid = 'cccccccc-0000-4000-8000-000000000001';
const words = 'One laptop for the whole bay';

describe.each<StoreHost>([new EmbeddedHost(), new CosmosEmulatorHost()])('bad input on $name', (host) => {
  let running: RunningBot;
  let store: WatchedStore;
  let waveId: WaveId;
  let held: readonly string[];

  beforeAll(async () => {
    await host.start();
    store = new WatchedStore(await host.open());
    const { staffGroups, ...programme } = aSmallProgramme();
    running = await startRunningBot({
      store,
      programme: { ...programme, staffGroups: staffGroups.slice(0, 1) },
    });
    waveId = await running.openPulse();
    await untilQuiet(running);
    held = await store.dump();
  });
  afterAll(async () => {
    await running.close();
    await store.close();
    await host.stop();
  });

  const source = () => ({
    serviceUrl: running.teams.serviceUrl,
    appId: running.teams.bot.appId,
    tenantId: running.teams.tenantId,
  });
  const forged = (verb: string, data: object, oid = nurseOid): ClientActivity =>
    executeInvoke(source(), oid, { verb, data: { ...subject(), ...data } });
  const subject = () => ({ cardVersion: 1, programmeId: running.programme.id });
  const tap = (data: object = {}) => ({
    waveId,
    questionId: 'confidence',
    revision: 0,
    answer: 'point:5',
    ...data,
  });

  async function changesNothing(activity: ClientActivity): Promise<InvokeResult> {
    store.changes.length = 0;
    const result = await running.teams.deliver(activity);
    expect(store.changes).toEqual([]);
    return result;
  }

  async function isAnswered(activity: ClientActivity, said: string): Promise<InvokeResult> {
    const result = await changesNothing(activity);
    expect(result.status).toBe(200);
    expect(JSON.stringify(result.card)).toContain(said);
    return result;
  }

  async function isRefused(body: string, status: number): Promise<void> {
    store.changes.length = 0;
    const { serviceUrl } = running.teams;
    const authorization = (await running.teams.issuer.channelAuthorization(serviceUrl)) ?? '';
    const headers = { 'content-type': 'application/json', authorization };
    const url = `http://127.0.0.1:${running.bot.port}/api/messages`;
    const reply = await fetch(url, { method: 'POST', headers, body });
    expect(reply.status).toBe(status);
    expect(await reply.json()).toEqual({ error: { code: expect.any(String) } });
    expect(store.changes).toEqual([]);
  }

  const { unreadable, outOfDate, gone, notInvited, refusedByRole, wrongTenant, notOnAList } = noticeText;

  it.each<[string, (good: ClientActivity) => unknown]>([
    ['is a list', () => []],
    ['says nothing of who sent it', ({ from: _from, ...rest }) => rest],
    ['is of no type', ({ type: _type, ...rest }) => rest],
    ['is of another channel', (good) => ({ ...good, channelId: 'webchat' })],
    ['names a service URL that is not ours', (good) => ({ ...good, serviceUrl: 'https://evil.invalid/' })],
  ])('refuses an activity that %s', async (_what, spoil) => {
    await isRefused(JSON.stringify(spoil(forged(verbNames.pulseAnswer, tap()))), 400);
  });

  it('refuses what is no JSON', () => isRefused('{"type": "invoke"', 400));

  it('refuses an oversized body', async () => {
    const large = forged(verbNames.pulseAnswer, tap({ text: 'x'.repeat(bodyLimitBytes) }));
    await isRefused(JSON.stringify(large), 413);
  });

  it('answers a verb that there is not', async () => {
    await isAnswered(forged('pulse-delete', tap()), outOfDate.title);
    await isAnswered(forged('constructor', tap()), outOfDate.title);
  });

  it('answers an invoke without an action', async () => {
    const { value: _value, ...bare } = forged(verbNames.pulseAnswer, tap());
    await isAnswered(bare as ClientActivity, unreadable.title);
    await isAnswered({ ...bare, value: { action: 'pulse-answer' } } as ClientActivity, unreadable.title);
  });

  it.each<[string, object]>([
    ['a revision that is no number', { revision: 'latest' }],
    ['a revision below zero', { revision: -1 }],
    ['a revision between two', { revision: 0.5 }],
    ['no wave', { waveId: undefined }],
    ['a wave that is an object', { waveId: { $ne: null } }],
    ['an id of a thousand letters', { programmeId: 'x'.repeat(1_000) }],
    ['an answer that is a list', { answer: ['point:5'] }],
    ['a novel', { answer: undefined, text: 'x'.repeat(20_001) }],
  ])('answers data that fail their schema: %s', (_what, data) =>
    isAnswered(forged(verbNames.pulseAnswer, tap(data)), unreadable.title),
  );

  it.each<[string, object]>([
    ['an earlier version', { cardVersion: 0 }],
    ['a later version', { cardVersion: 2 }],
    ['no version', { cardVersion: undefined }],
  ])('answers a tap on a card of %s', (_what, data) =>
    isAnswered(forged(verbNames.pulseAnswer, tap(data)), unreadable.title),
  );

  it.each<[string, object]>([
    ['a sixth point', { answer: 'point:6' }],
    ['no answer at all', { answer: undefined }],
    ['an answer of another kind of question', { answer: undefined, number: '4' }],
    ['words for a five-point question', { answer: undefined, text: words }],
    ['a question that the wave does not ask', { questionId: 'salary' }],
    ['a question from the prototype', { questionId: '__proto__' }],
  ])('answers an impossible answer with the card to choose from: %s', (_what, data) =>
    isAnswered(forged(verbNames.pulseAnswer, tap(data)), 'Please choose an answer first.'),
  );

  it('answers a revision that is yet to come with the current card', () =>
    isAnswered(forged(verbNames.pulseAnswer, tap({ revision: 7 })), 'it changed nothing'));

  it('answers a wave and a programme that there are not', async () => {
    await isAnswered(forged(verbNames.pulseAnswer, tap({ waveId: 'larkfield.readiness.w9' })), gone.title);
    await isAnswered(forged(verbNames.pulseAnswer, tap({ programmeId: 'elsewhere' })), gone.title);
    await isAnswered(forged(verbNames.waveClose, { programmeId: 'elsewhere', waveId }), gone.title);
    await isAnswered(
      forged(verbNames.cardRefresh, { card: 'escalation', subjectId: 'none' }, sroOid),
      outOfDate.title,
    );
  });

  it('does not take the word of a card for who tapped it', async () => {
    const personId = running.personIdOf(nurseOid);
    const from = { id: 'nurse', aadObjectId: nurseOid, name: 'Nurse' };
    const claim = { personId, aadObjectId: nurseOid, tenantId: running.teams.tenantId, actor: from, from };
    const stranger = forged(verbNames.pulseAnswer, tap(claim), strangerOid);
    await isAnswered(stranger, notInvited.title);
    await isAnswered({ ...stranger, value: { ...(stranger.value as object), ...claim } }, notInvited.title);
    const lead = {
      personId: running.personIdOf(leadOid),
      aadObjectId: leadOid,
      role: 'lead',
      roles: ['lead'],
    };
    await isAnswered(forged(verbNames.waveClose, { waveId, ...lead }), refusedByRole.title);
  });

  it('serves one tenant, wherever another is named', async () => {
    const elsewhere = '22222222-2222-4222-8222-222222222222';
    const activity = forged(verbNames.pulseAnswer, tap());
    const conversation = { ...activity.conversation, tenantId: elsewhere };
    await isAnswered({ ...activity, conversation }, wrongTenant.title);
    await isAnswered({ ...activity, channelData: { tenant: { id: elsewhere } } }, wrongTenant.title);
    await isAnswered({ ...activity, conversation, channelData: {} }, wrongTenant.title);
    const nobody = { id: activity.from.id };
    await isAnswered({ ...activity, from: nobody }, unreadable.title);
  });

  it('takes no answer from somebody who was not asked', async () => {
    for (const oid of [strangerOid, leadOid]) {
      await isAnswered(forged(verbNames.pulseAnswer, tap(), oid), notInvited.title);
      await isAnswered(forged(verbNames.pulseComment, { waveId, comment: words }, oid), notInvited.title);
      await isAnswered(forged(verbNames.pulseChange, { waveId }, oid), notInvited.title);
      const refresh = { card: 'pulse', subjectId: waveId };
      await isAnswered(forged(verbNames.cardRefresh, refresh, oid), notInvited.title);
    }
    await isAnswered(forged(verbNames.askingStop, {}, strangerOid), notOnAList.title);
  });

  it('closes a wave for nobody but those who run the programme', async () => {
    for (const oid of [nurseOid, strangerOid, sroOid, deputyOid]) {
      await isAnswered(forged(verbNames.waveClose, { waveId }, oid), refusedByRole.title);
    }
  });

  it('leaves the store with every document and version it held', async () => {
    expect(held.length).toBeGreaterThan(3 * running.people.length);
    expect(await store.dump()).toEqual(held);
  });

  it('lets nobody be kept from answering by a card that names their wave wrongly', async () => {
    const [someone, another] = running.people.slice(-2);
    if (!someone || !another) throw new Error('nobody');
    await running.teams.deliver(forged(verbNames.pulseAnswer, tap({ programmeId: 'elsewhere' })));
    for (const { aadObjectId } of [someone, another]) {
      const result = await running.teams.deliver(forged(verbNames.pulseAnswer, tap(), aadObjectId));
      expect(JSON.stringify(result.card)).toContain('2 of 3');
    }
  });

  describe('once the wave is closed and its escalation with the lead', () => {
    let stale: ClientActivity;
    const escalation = () => ({ escalationId: escalationIdOf(waveId) });

    beforeAll(async () => {
      const { bot, programme, people, teams } = running;
      const nurse = teams.user(nurseOid);
      stale = nurse.prepare(nurse.latest(), { title: 'Very confident' });
      const others = people.filter(({ aadObjectId }) => aadObjectId !== nurseOid);
      await answerWave(running, waveId, others, () => 2);
      expect(await closeWave(bot.context, { programmeId: programme.id, waveId })).toBe('closing');
      await running.until(() => teams.user(leadOid).cardMessages()[0]);
      await untilQuiet(running);
    });

    it('takes no answer any more, and gives typed words back', async () => {
      await isAnswered(stale, 'This pulse has closed');
      const typed = forged(
        verbNames.pulseAnswer,
        tap({ questionId: 'words', answer: undefined, text: words }),
      );
      await isAnswered(typed, words);
      await isAnswered(forged(verbNames.pulseComment, { waveId, comment: words }), words);
      await isAnswered(forged(verbNames.pulseChange, { waveId }), 'This pulse has closed');
    });

    it('closes a closed wave no second time', () =>
      isAnswered(forged(verbNames.waveClose, { waveId }, leadOid), noticeText.waveAlreadyClosed.title));

    it('shows and takes nothing of an escalation without the role', async () => {
      const decide = { ...escalation(), kind: 'approve', optionId: 'option1', rationale: words };
      const pass = { ...escalation(), delegateTo: running.personIdOf(deputyOid), rationale: words };
      for (const oid of [nurseOid, strangerOid]) {
        await isAnswered(forged(verbNames.escalationForward, escalation(), oid), refusedByRole.title);
        await isAnswered(forged(verbNames.escalationDecide, decide, oid), refusedByRole.title);
        await isAnswered(forged(verbNames.escalationDelegate, pass, oid), refusedByRole.title);
        const { escalationId: subjectId } = escalation();
        const refresh = forged(verbNames.cardRefresh, { card: 'escalation', subjectId }, oid);
        await isAnswered(refresh, outOfDate.title);
      }
      for (const oid of [sroOid, deputyOid]) {
        await isAnswered(forged(verbNames.escalationForward, escalation(), oid), refusedByRole.title);
        // It is with the lead: nobody has been asked to decide.
        await isAnswered(forged(verbNames.escalationDecide, decide, oid), outOfDate.title);
        await isAnswered(forged(verbNames.escalationDelegate, pass, oid), outOfDate.title);
      }
    });

    it('sends nothing up that is incomplete, and gives the words back', async () => {
      const half = { ...escalation(), question: words, option1Title: 'More training' };
      const result = await isAnswered(forged(verbNames.escalationForward, half, leadOid), words);
      expect(JSON.stringify(result.card)).toContain('More training');
      const nothing = { ...escalation(), recommendedOption: 'option9' };
      await isAnswered(forged(verbNames.escalationForward, nothing, leadOid), verbNames.escalationForward);
    });

    it('takes a decision from whoever was asked, and only with its reason', async () => {
      const sent = await running.teams.deliver(forged(verbNames.escalationForward, escalation(), leadOid));
      expect(JSON.stringify(sent.card)).toContain('Sam Sponsor');
      await running.until(() => running.teams.user(sroOid).cardMessages()[0]);
      await untilQuiet(running);
      const decide = { ...escalation(), kind: 'approve', optionId: 'option1', rationale: words };
      for (const oid of [leadOid, deputyOid]) {
        const result = await isAnswered(forged(verbNames.escalationDecide, decide, oid), 'Sam Sponsor');
        expect(JSON.stringify(result.card)).not.toContain(verbNames.escalationDecide);
      }
      for (const flaw of [{ rationale: '' }, { optionId: 'option9' }, { optionId: undefined }]) {
        const flawed = forged(verbNames.escalationDecide, { ...decide, ...flaw }, sroOid);
        await isAnswered(flawed, verbNames.escalationDecide);
      }
      const late = { ...decide, kind: 'defer', deferUntil: '2020-01-01' };
      await isAnswered(forged(verbNames.escalationDecide, late, sroOid), verbNames.escalationDecide);
      const nobody = { ...escalation(), delegateTo: 'nobody', rationale: words };
      await isAnswered(forged(verbNames.escalationDelegate, nobody, sroOid), verbNames.escalationDecide);
      const self = { ...nobody, delegateTo: running.personIdOf(sroOid) };
      await isAnswered(forged(verbNames.escalationDelegate, self, sroOid), verbNames.escalationDecide);
    });
  });
});
