/** Cards stay in a chat for months: whatever is pressed on an old one, a plain card answers, and nothing typed is lost. */

import { randomUUID } from 'node:crypto';
import { CodeAttempts } from '../../src/app/assist/code-attempts';
import type { AppContext } from '../../src/app/context';
import { upsertRecord } from '../../src/app/records';
import { WaveReader } from '../../src/app/wave/wave-reader';
import { allCards } from '../../src/cards/all-cards';
import { sampleRelease } from '../../src/cards/sample-release';
import { sampleContestedReview, sampleDecidedReview, sampleOpenReview } from '../../src/cards/sample-review';
import { sampleProgramme, sampleWave } from '../../src/cards/subject';
import { asId, deliveryIdOf, type OrganisationId, type WaveId } from '../../src/domain/ids';
import type { Instant } from '../../src/domain/instant';
import { roles } from '../../src/domain/programme/programme';
import { waveCampaignIdOf } from '../../src/domain/pulse/open-wave';
import type { Wave } from '../../src/domain/pulse/wave';
import type { Review } from '../../src/domain/review/review';
import { HighsSolver } from '../../src/highs-solver';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { answerExecute } from '../../src/teams/answer-execute';
import { chat } from '../../src/teams/chat/registry';
import { incomingActivity } from '../../src/teams/incoming-activity';
import { noticeCards } from '../../src/teams/notice-cards';
import { verbs } from '../../src/teams/verbs/registry';
import { wording } from '../../src/text/wording';
import { elementsIn, type JsonObject, wordsIn } from '../cards/card-tree';
import { storeFileIn, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { FaultyStore } from '../support/faulty-store';
import { aProgramme, aPulse, leadOid, tenantId } from '../support/samples';
import { KeptLog } from '../support/silent-log';

const frame = { isSynthetic: false, timeZone: 'Europe/London' };
const nurseOid = 'bbbbbbbb-0000-4000-8000-000000000001';
const keys = new ServiceKeys(new Uint8Array(32).fill(7));
const programmeId = sampleProgramme.id;

let app: AppContext;
let log: KeptLog;
let close: () => Promise<void>;
beforeEach(() => {
  const folder = temporaryFolder();
  const store = EmbeddedStore.open(storeFileIn(folder));
  const clock = new FakeClock('2027-03-01T10:00:00.000Z');
  log = new KeptLog();
  app = {
    store,
    clock,
    keys,
    log,
    solve: new HighsSolver().solve,
    wording,
    waves: new WaveReader(store, keys, clock, 1_000),
    codeAttempts: new CodeAttempts(),
    settings: { answerDeadlineMs: 4_000, sealWaitMs: 5_500, backupRetentionDays: 30 },
    newId: randomUUID,
    poke: () => {},
  };
  close = async () => {
    await store.close();
    folder.remove();
  };
});
afterEach(() => close());

async function press(oid: string, verb: string, data: unknown, trigger = 'manual') {
  const activity = incomingActivity.parse({
    type: 'invoke',
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    from: { id: `29:${oid}`, aadObjectId: oid },
    recipient: { id: '28:bot' },
    conversation: { id: `c-${oid}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    value: { action: { type: 'Action.Execute', verb, data }, trigger },
  });
  const parts = {
    edge: { app, isLocal: false },
    verbs,
    chat,
    notices: noticeCards(frame),
    messenger: { postTo: () => Promise.reject(new Error('nothing is posted')) },
    tenantId,
  };
  const { outcome, message } = await answerExecute(parts, activity, 'correlation');
  return { outcome, card: message.card, words: wordsIn(message.card).join('\n') };
}

const everyRole = (oid: string) =>
  Object.fromEntries(roles.map((role) => [role, [{ aadObjectId: oid, displayName: 'Lena Lead' }]]));
const saveProgramme = () =>
  upsertRecord(app.store, 'programme', { ...aProgramme(), id: programmeId, roles: everyRole(leadOid) });

const typedAnywhere = 'Words that were typed';

/** What a person could have filled in, so that the handler itself is reached. */
function filledIn(input: JsonObject): string {
  const [choice] = (input.choices ?? []) as readonly { readonly value: string }[];
  switch (input.type) {
    case 'Input.ChoiceSet':
      return choice?.value ?? '';
    case 'Input.Date':
      return '2027-04-01';
    default:
      return typedAnywhere;
  }
}

/** Every button of every card there is, each kind of it once, with the inputs of its card filled in. */
const presses = allCards.flatMap((card) => {
  const seen = new Map<string, readonly [name: string, verb: string, data: object]>();
  for (const sample of card.samples) {
    const elements = elementsIn(sample.render(frame));
    const inputs = elements.filter(({ type }) => String(type).startsWith('Input.'));
    const typed = Object.fromEntries(inputs.map((input) => [String(input.id), filledIn(input)]));
    for (const { verb, data } of elements.filter(({ type }) => type === 'Action.Execute')) {
      const { act = '', card: shown = '' } = data as { readonly act?: string; readonly card?: string };
      const key = `${String(verb)} ${act} ${shown}`;
      const name = `${card.name} ${key}`.trim();
      if (!seen.has(key)) seen.set(key, [name, String(verb), { ...typed, ...(data as object) }]);
    }
  }
  return [...seen.values()];
});

describe('every button of every card', () => {
  const pressAll = async (oid: string) => {
    const wrong: unknown[] = [];
    for (const [name, verb, data] of presses) {
      const { outcome, words } = await press(oid, verb, data);
      const isPlain = outcome !== 'failed' && /\S/.test(words) && !words.includes('Something went wrong');
      if (!isPlain) wrong.push([name, outcome, words, log.lines.at(-1)]);
    }
    return wrong;
  };

  it('is answered plainly when the programme is gone', async () => {
    expect(await pressAll(nurseOid)).toEqual([]);
  });

  it('is answered plainly when everything the card was about is gone, to whoever holds every role', async () => {
    await saveProgramme();
    expect(await pressAll(leadOid)).toEqual([]);
  });

  it('gives back what was typed while the store does not answer', async () => {
    const store = new FaultyStore(app.store, () => ({ when: 'before', what: 'clean' }));
    app = { ...app, store, waves: new WaveReader(store, keys, app.clock, 1_000) };
    const lost: unknown[] = [];
    for (const [name, verb, data] of presses.filter((one) =>
      JSON.stringify(one[2]).includes(typedAnywhere),
    )) {
      const { card } = await press(leadOid, verb, data);
      if (!JSON.stringify(card).includes(typedAnywhere)) lost.push([name, wordsIn(card)[0]]);
    }
    expect(lost).toEqual([]);
  });

  it('is answered plainly to somebody who has left', async () => {
    await saveProgramme();
    expect(await pressAll(nurseOid)).toEqual([]);
  });
});
const waveId = sampleWave.waveId;
const typedWords = 'There is one laptop for the whole bay.';
const nurse = keys.personIdOf(tenantId, nurseOid);

/** A wave that asked the nurse and closed in December. */
async function saveWave(more: Partial<Wave> = {}, id: WaveId = waveId): Promise<void> {
  const campaignId = waveCampaignIdOf(id);
  const closesAt = '2026-12-08T17:00:00.000Z' as Instant;
  await upsertRecord(app.store, 'wave', {
    waveId: id,
    programmeId,
    pulseId: sampleWave.pulseId,
    title: sampleWave.title,
    status: 'closed',
    questions: aPulse().questions,
    audience: { kind: 'everyone' },
    minimumGroupSize: 11,
    confidenceFloor: 0.6,
    frame: { atoms: [] },
    campaignId,
    opensAt: '2026-11-24T09:00:00.000Z' as Instant,
    closesAt,
    closedAt: closesAt,
    openedBy: 'command',
    intents: [],
    ...more,
    ...(more.status && more.status !== 'closed' ? { closedAt: undefined } : {}),
  } as Wave);
  await upsertRecord(app.store, 'delivery', {
    deliveryId: deliveryIdOf(campaignId, nurse),
    campaignId,
    programmeId,
    organisationId: asId('RZZ'),
    personId: nurse,
    status: 'delivered',
    attempts: 1,
    invitation: { atomId: asId('a1') },
  });
}

async function saveRelease(): Promise<void> {
  const { tables, ...release } = sampleRelease('usual');
  const partIds = tables.map((_, index) => `releasePart:${waveId}:${index}`);
  await upsertRecord(app.store, 'release', { ...release, waveId, programmeId, partIds, attempt: '1' });
  for (const [index, table] of tables.entries()) {
    await upsertRecord(app.store, 'releasePart', { programmeId, partId: partIds[index] ?? '', table });
  }
}

const tap = { questionId: 'confidence', revision: 0, answer: 'point:4' };
const words = { questionId: 'words', revision: 2, text: typedWords };
const subject = { cardVersion: 1, programmeId };
const ofNurse = (verb: string, data: object = {}, trigger?: string) =>
  press(nurseOid, verb, { ...subject, waveId, ...data }, trigger);

describe('the card of a pulse that has closed', () => {
  beforeEach(async () => {
    await saveProgramme();
    await saveWave();
  });

  it.each<[string, string, object]>([
    ['an answer', 'pulse-answer', tap],
    ['words', 'pulse-answer', words],
    ['a change', 'pulse-change', {}],
    ['a comment', 'pulse-comment', { comment: typedWords }],
    ['a look', 'card-refresh', { card: 'pulse', subjectId: waveId }],
  ])('says to %s when it closed and where what was heard is, and gives words back', async (_, verb, data) => {
    const { words: said } = await ofNurse(verb, data, verb === 'card-refresh' ? 'automatic' : 'manual');
    expect(said).toContain('Ready for go-live 4 closed on Tuesday 8 December 2026.');
    expect(said).toContain('What was heard');
    if (JSON.stringify(data).includes(typedWords)) {
      expect(said).toContain('Your words were not saved.');
      expect(said).toContain(typedWords);
    }
  });

  it('shows what was heard to whoever was asked, and to nobody else', async () => {
    expect((await ofNurse('wave-heard-show')).words).toContain('closed on Tuesday 8 December 2026');
    await saveRelease();
    expect((await ofNurse('wave-heard-show')).words).toContain('What we heard');
    const { words: said } = await press(leadOid, 'wave-heard-show', { ...subject, waveId });
    expect(said).toContain('This pulse was not sent to you');
  });

  it('while it is closing says so without a day', async () => {
    await saveWave({ status: 'closing' });
    const { words: said } = await ofNurse('pulse-answer', tap);
    expect(said).toContain('takes no more answers');
    expect(said).not.toContain('What was heard');
  });
});

describe('the ballot of a design review', () => {
  const round = sampleContestedReview.rounds[0];
  const ballot = { reviewId: sampleOpenReview.reviewId, waveId: round?.waveId, round: 1, revision: 0 };
  const save = async (review: Review) => {
    await saveProgramme();
    await upsertRecord(app.store, 'review', { ...review, programmeId });
    const { waveId: id } = round ?? {};
    if (id) await saveWave({ reviewId: review.reviewId }, id);
    const programmes = [{ programmeId, organisationId: asId<OrganisationId>('RZZ') }];
    await upsertRecord(app.store, 'membership', { personId: nurse, programmes });
  };
  const taps: readonly [string, object][] = [
    ['ballot-vote', { option: 'badge' }],
    ['ballot-works', { works: 'works' }],
    ['ballot-comment', { comment: typedWords }],
    ['ballot-unsafe', { text: typedWords, harm: 'could', draftId: 'd1', site: 'RZZ01' }],
    ['ballot-show', {}],
    ['card-refresh', { card: 'ballot', subjectId: ballot.reviewId }],
  ];

  it.each(taps.filter(([verb]) => verb !== 'ballot-unsafe'))(
    'that has closed says so, and when, to %s',
    async (verb, data) => {
      await save(sampleContestedReview);
      const { words: said } = await press(nurseOid, verb, { ...subject, ...ballot, ...data });
      expect(said).toMatch(/Voting has closed\s+It closed on Tuesday 8 December 2026/);
      if (JSON.stringify(data).includes(typedWords)) expect(said).toContain(typedWords);
    },
  );

  it('that has closed takes what is unsafe to where it can still be said', async () => {
    await save(sampleContestedReview);
    const [verb, data] = taps.find(([name]) => name === 'ballot-unsafe') ?? ['', {}];
    const { words: said } = await press(nurseOid, verb, { ...subject, ...ballot, ...data });
    expect(said).toContain('What gets in the way?');
    expect(said).toContain(typedWords);
  });

  it.each(taps)('that is decided says what was decided, and why, to %s', async (verb, data) => {
    await save(sampleDecidedReview);
    const { words: said } = await press(nurseOid, verb, { ...subject, ...ballot, ...data });
    if (JSON.stringify(data).includes(typedWords)) expect(said).toContain(typedWords);
    else expect(said).toMatch(/What came of your vote[\s\S]*Why: /);
  });
});

describe('a card of an earlier version', () => {
  beforeEach(() => saveProgramme());

  it.each<[string, string, object, string]>([
    ['a verb that is no more', 'pulse-thumbs-up', { text: typedWords }, 'This card is out of date'],
    ['another version', 'pulse-comment', { cardVersion: 0, comment: typedWords }, 'We could not read that'],
    ['data of an older shape', 'pulse-answer', { answer: 'yes', text: typedWords }, 'We could not read that'],
    ['a wave that was deleted', 'pulse-comment', { comment: typedWords }, 'This is no longer kept'],
    ['a wave that was deleted', 'pulse-answer', words, 'This is no longer kept'],
    ['a programme that is gone', 'pulse-answer', { ...words, programmeId: 'p9' }, 'This is no longer kept'],
    [
      'an issue that was deleted',
      'issue-reply',
      { issueId: 'i9', seen: 1, words: typedWords },
      'out of date',
    ],
  ])('with %s is answered plainly, and what was typed is given back', async (_, verb, data, title) => {
    const { outcome, words: said } = await ofNurse(verb, data);
    expect(outcome).not.toBe('failed');
    expect(said).toContain(title);
    expect(said).toContain('Your words were not saved. Copy them if you want to keep them:');
    expect(said).toContain(typedWords);
  });

  it('of a sitting tells whoever is no champion nothing of the programme, and gives words back', async () => {
    const data = { sitting: 'sealed', comment: typedWords };
    const { words: said } = await ofNurse('assist-comment', data);
    expect(said).toContain('This is for champions');
    expect(said).toContain(typedWords);
    expect(said).not.toContain(aProgramme().name);
  });

  it('of a role that somebody has lost gives back what they wrote', async () => {
    const data = { escalationId: 'e9', rationale: typedWords };
    const { words: said } = await ofNurse('escalation-decide', { ...data, option: 'a', kind: 'approve' });
    expect(said).toContain(typedWords);
  });

  it('is left as it is by a refresh of its own that finds nothing', async () => {
    const { outcome, words: said } = await ofNurse(
      'card-refresh',
      { card: 'pulse', subjectId: 'w9' },
      'automatic',
    );
    expect([outcome, said]).toEqual(['answered', expect.stringContaining('This is no longer kept')]);
  });

  it('lets somebody who has left the people list finish what they were asked, until it closes', async () => {
    await saveWave({ status: 'open' });
    await upsertRecord(app.store, 'waveKey', { waveId, ...keys.newWaveKey(waveId) });
    expect((await ofNurse('pulse-answer', tap)).words).toContain('I have had the training I need.');
  });
});
