/** From the executive's card to the log: asked, advised, decided, decided again, verified and exported. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppContext } from '../../src/app/context';
import { readDecisions } from '../../src/app/decision/read-decisions';
import { documentOf, personNameDocumentId } from '../../src/app/documents';
import { acknowledgeEscalation } from '../../src/app/escalation/acknowledge-escalation.use-case';
import { advise } from '../../src/app/escalation/advise.use-case';
import { answerMore, askForMore } from '../../src/app/escalation/ask-for-more.use-case';
import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { supersedeDecision } from '../../src/app/escalation/supersede-decision.use-case';
import { logDecisionIntent } from '../../src/app/intents/log-decision.intent';
import { findProgramme } from '../../src/app/programme/find-programme';
import { createRecord, readRecord } from '../../src/app/records';
import { sampleCase, sampleEvidence, sampleIssueFact } from '../../src/cards/sample-escalation';
import { parseConfig } from '../../src/config';
import type { Escalation } from '../../src/domain/escalation/escalation';
import { asId, type EscalationId, type IssueId, type ProgrammeId } from '../../src/domain/ids';
import { dayOf, type Instant, plusDays } from '../../src/domain/instant';
import type { Issue } from '../../src/domain/issue/issue';
import { CliHarness, openParts } from './cli-harness';

const id = 'larkmere-epr';
const programmeId = asId<ProgrammeId>(id);
const escalationId = asId<EscalationId>('escalation.issue-1');
const issueId = asId<IssueId>('issue-drug-round');
const oid = (number: number) => `00000000-0000-4000-8000-000000000${number}`;

let cli: CliHarness;
let context: AppContext;
let close: () => Promise<void>;
beforeEach(async () => {
  cli = new CliHarness();
  await cli.run('apply', join(__dirname, '../../docs/examples/programme.yaml'));
  ({ context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') })));
  await createRecord(context.store, 'escalation', withExecutive());
  await createRecord(context.store, 'issue', { ...anIssue(), externalRef: 'RAID-117' });
});
afterEach(async () => {
  await close();
  cli.remove();
});

async function personIdOf(number: number) {
  const programme = await findProgramme(context.store, programmeId);
  return context.keys.personIdOf(programme?.tenantId ?? '', oid(number));
}
const by = async (number: number) => ({ programmeId, escalationId, personId: await personIdOf(number) });
const tenant = readFileSync(join(__dirname, '../../docs/examples/programme.yaml'), 'utf8').match(
  /tenantId: (\S+)/,
)?.[1];

function withExecutive(): Escalation {
  const now = context.clock.now();
  const sro = context.keys.personIdOf(tenant ?? '', oid(102));
  const sponsor = context.keys.personIdOf(tenant ?? '', oid(104));
  return {
    escalationId,
    programmeId,
    source: { kind: 'issue', issueId },
    status: 'withExecutive',
    raisedAt: now,
    policy: {
      leadWithinWorkingDays: 3,
      decideWithinWorkingDays: 5,
      board: { aadObjectId: oid(104), displayName: 'Marguerite Ashdown' },
    },
    evidence: sampleEvidence,
    facts: [sampleIssueFact],
    copiedTo: [sponsor],
    leadActsBy: now,
    case: sampleCase,
    earlierAssignments: [],
    assignment: {
      asked: [{ personId: sro, role: 'sro' }],
      carded: [sro],
      assignedAt: now,
      decideBy: plusDays(now, 5),
      step: 0,
      acknowledgeBy: plusDays(now, 1),
    },
    earlierDecisions: [],
    intents: [],
  };
}

function anIssue(): Issue {
  return {
    issueId,
    programmeId,
    raisedOn: dayOf(context.clock.now()),
    text: 'It takes twice as long.',
    category: 'workflow',
    site: 'ZZLM01',
    effect: 'workAround',
    status: 'escalated',
    revision: 1,
    answers: [],
    messages: [],
    threads: [],
    reopenings: [],
    merged: [],
    intents: [],
  };
}

async function escalation(): Promise<Escalation> {
  const stored = await readRecord(context.store, 'escalation', programmeId, escalationId);
  if (!stored) throw new Error('no escalation');
  return stored.document;
}

/** Logs what the worker would log. */
async function log(): Promise<void> {
  const document = documentOf('escalation', await escalation());
  const { signal } = new AbortController();
  for (const intent of document.intents.filter(({ kind }) => kind === 'log-decision')) {
    await logDecisionIntent.carryOut(context, { document, intent, signal });
  }
}

const approve = { kind: 'approve', optionId: 'option2', rationale: 'The wards are not ready.' } as const;

it('asks, answers, advises and acknowledges, each once, and decides only on what has been read', async () => {
  const words = 'How many of them are new?';
  expect((await askForMore(context, { ...(await by(102)), words })).outcome).toBe('asked');
  expect((await askForMore(context, { ...(await by(102)), words })).outcome).toBe('alreadyAsked');
  expect((await askForMore(context, { ...(await by(104)), words })).outcome).toBe('askedOfSomeoneElse');
  expect((await escalation()).assignment?.acknowledged?.by).toBe(await personIdOf(102));
  expect((await acknowledgeEscalation(context, await by(102))).outcome).toBe('alreadyAcknowledged');

  const answer = { number: 1, words: 'Eleven. Ring 07700 900123.' };
  expect((await answerMore(context, { ...(await by(104)), ...answer })).outcome).toBe('notLead');
  expect((await answerMore(context, { ...(await by(101)), ...answer })).outcome).toBe('answered');
  expect((await answerMore(context, { ...(await by(101)), ...answer })).outcome).toBe('alreadyAnswered');
  expect((await escalation()).moreAsked?.[0]?.answer?.words).not.toContain('07700');
  const advice = { words: 'I would wait.' };
  expect((await advise(context, { ...(await by(104)), ...advice })).outcome).toBe('advised');
  expect((await advise(context, { ...(await by(104)), ...advice })).outcome).toBe('alreadyAdvised');

  const stale = await decideEscalation(context, { ...(await by(102)), ...approve, seen: 1 });
  expect(stale.outcome).toBe('moreSaid');
  const decided = await decideEscalation(context, { ...(await by(102)), ...approve, seen: 2 });
  expect(decided.outcome).toBe('decided');
});

it('decides again in the place of what the reader saw, and shows both in the list', async () => {
  const reviewOn = dayOf(plusDays(context.clock.now(), 30));
  await decideEscalation(context, { ...(await by(102)), ...approve, reviewOn });
  await log();
  const first = (await escalation()).decision;
  if (!first) throw new Error('not decided');
  const again = {
    kind: 'reject',
    rationale: 'The board will not pay.',
    supersedes: first.decisionId,
  } as const;
  expect((await supersedeDecision(context, { ...(await by(101)), ...again })).outcome).toBe(
    'mayNotSupersede',
  );
  expect((await supersedeDecision(context, { ...(await by(102)), ...again })).outcome).toBe('decided');
  expect((await supersedeDecision(context, { ...(await by(102)), ...again })).outcome).toBe(
    'supersededMeanwhile',
  );
  await log();
  const { decision, earlierDecisions } = await escalation();
  expect([earlierDecisions[0]?.logged?.seq, decision?.logged?.seq]).toEqual([1, 2]);

  const programme = await findProgramme(context.store, programmeId);
  if (!programme) throw new Error('no programme');
  const { listed, total } = await readDecisions(context, programme, { roles: ['sro'] });
  expect(total).toBe(2);
  expect(listed).toMatchObject([
    {
      decidedByName: 'Idris Quillmarsh',
      replaces: 1,
      mayDecideAgain: true,
      entry: { seq: 2, kind: 'reject' },
    },
    {
      replacedBy: 2,
      mayDecideAgain: false,
      entry: { seq: 1, reviewOn: `${reviewOn}T08:00:00.000Z` },
    },
  ]);
  const asLead = await readDecisions(context, programme, { roles: ['lead'] });
  expect(asLead.listed.some(({ mayDecideAgain }) => mayDecideAgain)).toBe(false);
  expect((await readDecisions(context, programme, { roles: ['lead'] }, 2)).listed).toHaveLength(1);
});

async function twoDecisions(): Promise<void> {
  await advise(context, { ...(await by(104)), words: 'I would wait.' });
  await decideEscalation(context, { ...(await by(102)), ...approve });
  await log();
  const supersedes = (await escalation()).decision?.decisionId ?? asId('none');
  await supersedeDecision(context, {
    ...(await by(102)),
    kind: 'reject',
    rationale: 'No money.',
    supersedes,
  });
  await log();
}

describe('log verify', () => {
  const verify = (...more: string[]) => ['log', 'verify', '--programme', id, ...more];

  it('says that the log is as it was written, with its head', async () => {
    expect(await cli.run(...verify())).toMatchObject({ code: 0, out: `${id}: the decision log is empty.\n` });
    await twoDecisions();
    const { decision } = await escalation();
    const { seq, head } = decision?.logged ?? { seq: 0, head: '' };
    expect(await cli.run(...verify('--head', `${seq}:${head}`))).toMatchObject({
      code: 0,
      out: `${id}: 2 entries, each as it was written.\nhead: 2:${head}\n`,
    });
    expect((await cli.run(...verify('--head', 'two'))).code).toBe(2);
    expect((await cli.run('log', 'verify', '--programme', 'another')).code).toBe(1);
  });

  it('names the entry that was edited in the store, and holds nobody’s name itself', async () => {
    await twoDecisions();
    const stored = await readRecord(context.store, 'decision', programmeId, 'decision:00000001');
    if (!stored) throw new Error('no entry');
    expect(JSON.stringify(stored.document)).not.toMatch(/Ashdown|Quillmarsh|00000000-0000/);
    const edited = { ...stored.document, rationale: 'Something else.' };
    await context.store.replace('programmes', edited, stored.version);
    expect(await cli.json(...verify())).toMatchObject({
      code: 1,
      document: { outcome: 'broken', problems: [{ kind: 'edited', seq: 1 }] },
    });
  });

  it('finds a log cut off at its end by the heads that cards show', async () => {
    await twoDecisions();
    await context.store.delete('programmes', programmeId, 'decision:00000002');
    const { code, err, out } = await cli.run(...verify());
    expect([code, `${out}${err}`]).toEqual([
      1,
      expect.stringContaining('from entry 2 on: cut off; a decision card shows the head of a later entry'),
    ]);
  });

  it('names entries chained under another key', async () => {
    await twoDecisions();
    const stored = await readRecord(context.store, 'decision', programmeId, 'decision:00000002');
    if (!stored) throw new Error('no entry');
    await context.store.replace('programmes', { ...stored.document, keyId: 'deadbeef' }, stored.version);
    expect((await cli.json(...verify())).document).toMatchObject({
      problems: [{ kind: 'otherKey', seq: 2, keyId: 'deadbeef' }],
    });
  });
});

describe('export decisions', () => {
  const exporting = (...more: string[]) => ['export', 'decisions', '--programme', id, ...more];
  type Row = Record<string, unknown>;

  it('resolves names and references, puts the evidence into words, and leaves a pseudonym of who was erased', async () => {
    await twoDecisions();
    const { document } = await cli.json(...exporting('--format', 'json'));
    const [first, second] = document.decisions as Row[];
    expect(first).toMatchObject({
      logNumber: 1,
      externalRef: 'RAID-117',
      source: 'issue',
      decision: 'Approved: Delay St Bride’s by four weeks',
      decidedByName: 'Idris Quillmarsh',
      role: 'sro',
      supersededBy: 2,
    });
    expect(String(first?.evidence)).toContain('The drug round takes twice as long');
    expect(String(first?.evidence)).toContain('38 in 100 are confident (likely between 30 and 47 in 100)');
    expect(String(first?.advice)).toContain('Marguerite Ashdown, executive sponsor');
    expect(second).toMatchObject({ kind: 'reject', supersedes: 1, supersededBy: null });

    const sponsor = await personIdOf(104);
    await context.store.delete('programmes', programmeId, personNameDocumentId(sponsor));
    const programme = await readRecord(context.store, 'programme', programmeId, programmeId);
    if (!programme) throw new Error('no programme');
    const { sponsor: _left, ...roles } = programme.document.roles;
    await context.store.replace('programmes', { ...programme.document, roles }, programme.version);
    const later = (await cli.json(...exporting('--format', 'json'))).document.decisions as Row[];
    expect(String(later[0]?.advice)).toContain(sponsor);
    expect(JSON.stringify(later)).not.toContain('Ashdown');
    expect((await cli.run('log', 'verify', '--programme', id)).code).toBe(0);
  });

  it('writes CSV, and refuses what every export refuses', async () => {
    await twoDecisions();
    const out = cli.path('decisions.csv');
    expect(await cli.run(...exporting('--out', out))).toMatchObject({
      code: 0,
      out: `${out}: 2 decisions\n`,
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^\uFEFFlogNumber,head,decisionId/);
    expect((await cli.run(...exporting('--format', 'xlsx'))).code).toBe(2);
    expect((await cli.run('export', 'decisions', '--programme', 'another')).code).toBe(1);
  });
});

it('keeps the deadline when more is asked', async () => {
  const before = (await escalation()).assignment?.decideBy;
  await askForMore(context, { ...(await by(102)), words: 'Why?' });
  expect((await escalation()).assignment?.decideBy).toBe(before as Instant);
});
