/** From an issue to what its lead, its owner, the executive and the programme's own log see and do of it. */

import { parse } from 'csv-parse/sync';
import { planCampaign } from '../../src/app/campaign/plan-campaign';
import type { AppContext } from '../../src/app/context';
import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import type { IntendingDocument, IntentHandler } from '../../src/app/intent-handler';
import { answerIssuesIntent } from '../../src/app/intents/answer-issues.intent';
import { checkIssuesIntent } from '../../src/app/intents/check-issues.intent';
import { escalateIssueIntent } from '../../src/app/intents/escalate-issue.intent';
import { watchIssuesIntent } from '../../src/app/intents/watch-issues.intent';
import { createConcern } from '../../src/app/issue/concerns';
import { mergeIssue } from '../../src/app/issue/merge-issue.use-case';
import { ownFix } from '../../src/app/issue/own-fix.use-case';
import { readIssuePage } from '../../src/app/issue/read-issue-page';
import { readTriage } from '../../src/app/issue/read-triage';
import { triageIssue } from '../../src/app/issue/triage-issue.use-case';
import { UnavailableError } from '../../src/app/ports/errors';
import { createRecord, listRecords, readRecord } from '../../src/app/records';
import { parseConfig } from '../../src/config';
import type { Escalation } from '../../src/domain/escalation/escalation';
import { asId, type IssueId, type ProgrammeId } from '../../src/domain/ids';
import { dayOf, type Instant, plusDays } from '../../src/domain/instant';
import type { Issue } from '../../src/domain/issue/issue';
import type { TriageAct } from '../../src/domain/issue/triage-issue';
import { CliHarness, openParts } from '../cli/cli-harness';
import { FakeClock } from '../support/fake-clock';
import { FaultyStore } from '../support/faulty-store';
import { aProgramme, leadOid, sroOid, tenantId } from '../support/samples';

const programme = aProgramme();
const programmeId = asId<ProgrammeId>(programme.id);
const i1 = asId<IssueId>('i1');
const words = 'One laptop for the whole bay, ask 943 476 5919 about it';
const noSignal = new AbortController().signal;

let cli: CliHarness;
let context: AppContext;
let close: () => Promise<void>;
let clock: FakeClock;
beforeEach(async () => {
  cli = new CliHarness();
  const parts = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
  clock = new FakeClock();
  context = { ...parts.context, clock };
  close = parts.close;
  await createRecord(context.store, 'programme', programme);
});
afterEach(async () => {
  await close();
  cli.remove();
});

const person = (oid: string) => context.keys.personIdOf(tenantId, oid);
const daysAgo = (days: number) => dayOf(plusDays(clock.now(), -days));

async function raise(more: Partial<Issue> = {}): Promise<Issue> {
  const issue: Issue = {
    issueId: i1,
    programmeId,
    raisedOn: daysAgo(1),
    text: words,
    category: 'infrastructure',
    site: 'RZZ02',
    effect: 'workAround',
    status: 'untriaged',
    revision: 0,
    answers: [],
    messages: [],
    threads: [],
    reopenings: [],
    merged: [],
    intents: [],
    ...more,
  };
  await createRecord(context.store, 'issue', issue);
  return issue;
}

const stored = async (issueId: IssueId = i1) => {
  const found = await readRecord(context.store, 'issue', programmeId, issueId);
  if (!found) throw new Error('no issue');
  return found.document;
};
const triage = async (act: TriageAct, revision?: number) =>
  triageIssue(context, {
    programmeId,
    issueId: i1,
    act,
    personId: person(leadOid),
    ...(revision === undefined ? {} : { revision }),
  });

async function carryOut(handler: IntentHandler, type: 'issue' | 'escalation' | 'issueWatch', id: string) {
  const found = await readRecord(context.store, type, programmeId, id);
  if (!found) throw new Error(`no ${type} ${id}`);
  const intent = found.document.intents.find(({ kind }) => kind === handler.kind) ?? {
    id: handler.kind,
    kind: handler.kind,
    lane: 'urgent' as const,
    dueAt: clock.now(),
  };
  await handler.carryOut(context, {
    document: found.document as IntendingDocument,
    intent,
    signal: noSignal,
  });
}
async function escalations(): Promise<Escalation[]> {
  const all: Escalation[] = [];
  for await (const { document } of listRecords(context.store, 'escalation', programmeId)) all.push(document);
  return all;
}

const escalate: TriageAct = {
  kind: 'escalate',
  case: {
    question: 'Who pays? Ring 020 7946 0018',
    options: [
      { title: 'The programme', consequence: 'Less for training.' },
      { title: 'The ward', consequence: 'It waits.' },
    ],
  },
};

describe('the lead', () => {
  it('masks what is typed, acts once for each card, and is refused without the role', async () => {
    await raise();
    expect(await triage({ kind: 'notNow', words: 'Ask jo@example.nhs.uk in April' }, 0)).toMatchObject({
      outcome: 'triaged',
    });
    expect((await stored()).answers).toMatchObject([
      { words: 'Ask [e-mail address removed] in April', byName: 'Lena Lead', role: 'lead' },
    ]);
    expect(await triage({ kind: 'fixed', words: 'x' }, 0)).toEqual({ outcome: 'outOfDate' });
    const asSro = { programmeId, issueId: i1, act: escalate, personId: person(sroOid) };
    expect(await triageIssue(context, asSro)).toEqual({ outcome: 'notTheLead' });
  });

  it('finds an owner by name among the people, who alone can say that it is done', async () => {
    await raise();
    const omar = person('cccccccc-0000-4000-8000-000000000001');
    await createRecord(context.store, 'person', {
      personId: omar,
      programmeId,
      organisationId: asId('RZZ'),
      aadObjectId: 'cccccccc-0000-4000-8000-000000000001',
      displayName: 'Omar Okoye',
      staffGroup: 'doctors',
      site: 'RZZ01',
    });
    const ids = { programmeId, issueId: i1 };
    const place = await readTriage(context, ids, { personId: person(leadOid), search: 'oko omar' });
    expect(place?.found).toEqual([{ personId: omar, displayName: 'Omar Okoye' }]);
    expect(place?.place).toEqual({ name: 'Community', isSiteGroup: true });
    expect(await readTriage(context, ids, { personId: omar })).toBeUndefined();
    const dueOn = dayOf(plusDays(clock.now(), 7));
    expect(await triage({ kind: 'fix', owner: asId('nobody'), dueOn, words: 'x' })).toMatchObject({
      missing: 'owner',
    });
    await triage({ kind: 'fix', owner: omar, dueOn, words: 'Six more' }, 0);
    expect((await stored()).fix).toMatchObject({ ownerName: 'Omar Okoye' });
    const done = { ...ids, kind: 'done' as const, words: 'They are there', revision: 1 };
    expect(await ownFix(context, { ...done, personId: person(leadOid) })).toEqual({ outcome: 'notTheOwner' });
    expect(await ownFix(context, { ...done, personId: omar })).toEqual({ outcome: 'saved' });
    const { answers } = await stored();
    expect(answers.at(-1)).toMatchObject({ kind: 'fixed', byName: 'Omar Okoye' });
    expect(answers.at(-1)).not.toHaveProperty('role');
  });

  it('merges into another open issue, not into itself', async () => {
    await raise();
    await raise({ issueId: asId('i2') });
    const merge = { programmeId, issueId: i1, personId: person(leadOid), revision: 0 };
    expect(await mergeIssue(context, { ...merge, into: i1 })).toEqual({ outcome: 'notPossible' });
    expect(await mergeIssue(context, { ...merge, into: asId('gone') })).toEqual({ outcome: 'noTarget' });
    expect(await mergeIssue(context, { ...merge, into: asId('i2') })).toMatchObject({ outcome: 'merged' });
    expect(await stored()).toMatchObject({ status: 'merged', mergedInto: 'i2' });
  });
});

describe('what goes up', () => {
  it('reaches the executive with the lead’s case, and comes back as the answer, once', async () => {
    await raise();
    await triage(escalate, 0);
    await carryOut(escalateIssueIntent, 'issue', i1);
    await carryOut(escalateIssueIntent, 'issue', i1);
    const [escalation, ...others] = await escalations();
    expect(others).toEqual([]);
    expect(escalation).toMatchObject({
      status: 'withExecutive',
      source: { kind: 'issue', issueId: i1 },
      facts: [{ kind: 'issue', title: 'Who pays? Ring [phone number removed]', siteGroupName: 'Community' }],
    });
    expect(JSON.stringify(escalation)).not.toContain('whole bay');
    if (!escalation) throw new Error('nothing went up');
    expect(await stored()).toMatchObject({ status: 'escalated', escalationId: escalation.escalationId });
    const decided = await decideEscalation(context, {
      programmeId,
      escalationId: escalation.escalationId,
      personId: person(sroOid),
      kind: 'reject',
      rationale: 'Not this year.',
    });
    expect(decided.outcome).toBe('decided');
    for (let time = 0; time < 2; time += 1) {
      const found = await readRecord(context.store, 'escalation', programmeId, escalation.escalationId);
      expect(found?.document.intents.map(({ kind }) => kind)).toContain('answer-issues');
      await carryOut(answerIssuesIntent, 'escalation', escalation.escalationId);
    }
    const issue = await stored();
    expect(issue).toMatchObject({ status: 'answered' });
    expect(issue.answers.map(({ kind, words: said }) => `${kind}: ${said}`)).toEqual([
      'escalated: Who pays? Ring [phone number removed]',
      'decided: Not this year.',
    ]);
  });

  it('goes up as one backlog, whose numbers are today’s while the lead has it', async () => {
    const long = daysAgo(21);
    for (let number = 1; number <= 11; number += 1) {
      await raise({ issueId: asId(`i${number}`), raisedOn: long, effect: 'careCouldSuffer' });
    }
    await carryOut(watchIssuesIntent, 'issue', i1);
    await carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
    expect(await escalations()).toMatchObject([
      { status: 'withLead', source: { kind: 'backlog' }, facts: [{ kind: 'backlog', issues: 11 }] },
    ]);
    await triage({ kind: 'notNow', words: 'No.' });
    const watch = await readRecord(context.store, 'issueWatch', programmeId, 'issue-watch');
    const next = watch?.document.dueAt?.normal;
    expect(next && next > clock.now()).toBe(true);
    await clock.advance(Date.parse(next as Instant) - Date.parse(clock.now()));
    await carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
    expect(await escalations()).toMatchObject([{ status: 'withLead', facts: [{ issues: 10 }] }]);
    // One more dealt with is too few for a backlog; the one that is up stands for the rest all the same.
    const asLead = { programmeId, issueId: asId<IssueId>('i2'), personId: person(leadOid) };
    await triageIssue(context, { ...asLead, act: { kind: 'notNow', words: 'No.' } });
    await carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
    expect(await escalations()).toHaveLength(1);
  });

  it('goes up alone where care could suffer and nobody dealt with it, and its people hear that it has', async () => {
    await raise({ raisedOn: daysAgo(21), effect: 'careCouldSuffer' });
    await raise({ issueId: asId('i2') });
    await carryOut(watchIssuesIntent, 'issue', i1);
    for (let day = 0; day < 2; day += 1) await carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
    const [escalation, ...others] = await escalations();
    expect(others).toEqual([]);
    expect(escalation).toMatchObject({
      status: 'withExecutive',
      facts: [{ title: 'an issue about infrastructure and devices' }],
      case: { preparedBy: 'standard' },
    });
    expect(await stored()).toMatchObject({
      status: 'escalated',
      escalationId: escalation?.escalationId,
      answers: [{ kind: 'escalated', byName: 'Larkfield EPR' }],
    });
    expect(await triage({ kind: 'notNow', words: 'No.' })).toEqual({ outcome: 'notPossible' });
  });

  it.each(['the lead', 'itself'])(
    'goes up once by %s and is answered, where the process ends before the issue says so',
    async (by) => {
      await raise(by === 'itself' ? { raisedOn: daysAgo(21), effect: 'careCouldSuffer' } : {});
      if (by === 'the lead') await triage(escalate, 0);
      else await carryOut(watchIssuesIntent, 'issue', i1);
      const goUp = () =>
        by === 'the lead'
          ? carryOut(escalateIssueIntent, 'issue', i1)
          : carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
      const living = context;
      const store = new FaultyStore(living.store, ({ method, type }) =>
        method === 'replace' && type === 'issue' ? { when: 'before', what: 'clean' } : undefined,
      );
      context = { ...living, store };
      await expect(goUp()).rejects.toThrow(UnavailableError);
      context = living;
      const [escalation] = await escalations();
      if (!escalation) throw new Error('nothing went up');
      const { escalationId } = escalation;
      const decision = { kind: 'reject' as const, rationale: 'Not this year.' };
      await decideEscalation(context, { programmeId, escalationId, personId: person(sroOid), ...decision });
      await carryOut(answerIssuesIntent, 'escalation', escalationId);
      await goUp();
      expect(await escalations()).toHaveLength(1);
      const issue = await stored();
      expect(issue).toMatchObject({ status: 'answered', escalationId });
      expect(issue.answers.map(({ kind }) => kind)).toEqual(['escalated', 'decided']);
    },
  );

  it('asks once after the owner whose day is over, and goes up where that changes nothing', async () => {
    const owner = person('cccccccc-0000-4000-8000-000000000001');
    const words = 'Six more';
    const promised = { dueOn: daysAgo(1), words, plannedOn: daysAgo(9) };
    await raise({
      effect: 'careCouldSuffer',
      status: 'fixing',
      fix: { owner, ownerName: 'Omar Okoye', ...promised },
      answers: [{ number: 1, kind: 'fixPlanned', on: daysAgo(9), words, by: owner, byName: 'Lena Lead' }],
    });
    await carryOut(watchIssuesIntent, 'issue', i1);
    for (let day = 0; day < 2; day += 1) await carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
    const asked = await stored();
    const [intent] = asked.intents.filter(({ kind }) => kind === 'start-campaign');
    if (!intent) throw new Error('nobody was asked');
    expect(planCampaign(context.keys, programme, asked as IntendingDocument, intent)).toMatchObject({
      campaignId: 'fix1-overdue.i1',
      recipients: { personIds: [owner] },
    });
    expect(asked).toMatchObject({ status: 'fixing', remindedFixes: [1] });
    expect(await escalations()).toEqual([]);

    await clock.advance(12 * 24 * 3_600_000);
    await carryOut(checkIssuesIntent, 'issueWatch', 'issue-watch');
    expect(await escalations()).toMatchObject([{ status: 'withExecutive', source: { issueId: i1 } }]);
    const up = await stored();
    expect(up).toMatchObject({ status: 'escalated', answers: [{}, { kind: 'escalated' }] });
    expect(up.fix).toBeUndefined();
  });
});

it('lists a page at a time, what waits longest and matters most first', async () => {
  for (let number = 1; number <= 8; number += 1) {
    await raise({ issueId: asId(`i${number}`), raisedOn: daysAgo(number) });
  }
  await raise({ issueId: asId('done'), status: 'answered' });
  const first = await readIssuePage(context, programme, { filter: 'waiting', page: 0, size: 6 });
  expect(first.counts).toEqual({ waiting: 8, old: 1, underWay: 0, withExecutive: 0, answered: 1 });
  expect(first.issues.map(({ issue }) => issue.issueId)).toEqual(['i8', 'i7', 'i6', 'i5', 'i4', 'i3']);
  const beyond = await readIssuePage(context, programme, { filter: 'waiting', page: 9, size: 6 });
  expect(beyond).toMatchObject({ page: 1, issues: [{}, {}] });
});

describe('the command line', () => {
  const file = (rows: string) => cli.file('status.csv', `ref,status,note,issue_id,due\n${rows}`);
  const importing = (rows: string, ...more: string[]) =>
    cli.json('issues', 'import', '--status', file(rows), '--programme', programmeId, ...more);

  it('takes over what became of issues, by reference; tells the people; keeps good rows and names bad ones', async () => {
    const due = dayOf(plusDays(new Date().toISOString() as Instant, 30));
    await raise();
    await raise({ issueId: asId('i2') });
    const rows = [
      `RAID-1,fix planned,Six more laptops,i1,${due}`,
      'RAID-2,,,i2,',
      'RAID-9,fixed,Done,,',
      'RAID-2,mended,Done,,',
      'RAID-1,,,i2,',
      'RAID-2,Not_Now,Ring 020 7946 0018 in April,,',
    ].join('\n');
    const dry = await importing(rows, '--dry-run');
    expect(dry.document).toMatchObject({ outcome: 'wouldImport' });
    expect((await stored()).externalRef).toBeUndefined();
    const { code, document } = await importing(rows);
    expect(code).toBe(2);
    expect(document).toMatchObject({
      outcome: 'imported',
      changed: 3,
      refused: [
        { line: 4, reasons: ['no issue has the reference "RAID-9": add its issue_id'] },
        { line: 5, reasons: [expect.stringContaining('status "mended" is not known')] },
        { line: 6, reasons: ['the reference "RAID-1" belongs to the issue i1'] },
      ],
    });
    expect(await stored()).toMatchObject({
      status: 'fixing',
      externalRef: 'RAID-1',
      fix: { ownerName: 'Lena Lead', dueOn: due },
      messages: [{ to: 'everyone' }],
    });
    expect((await stored()).intents.map(({ id }) => id)).not.toContain('start-campaign:issue-fix:1');
    expect((await stored(asId('i2'))).answers).toMatchObject([
      { kind: 'notNow', words: 'Ring [phone number removed] in April' },
    ]);
    const again = await importing('RAID-2,not now,Ring 020 7946 0018 in April,,');
    expect(again).toMatchObject({ code: 0, document: { changed: 0, unchanged: 1 } });
    expect(await importing('RAID-2,fixed,x,,', '--by', sroOid)).toMatchObject({
      code: 1,
      document: { outcome: 'noLead' },
    });
  });

  it('refuses a file without its columns', async () => {
    const bad = cli.file('bad.csv', 'ref,state,note\n1,fixed,x');
    const { code, err } = await cli.run('issues', 'import', '--status', bad, '--programme', programmeId);
    expect(code).toBe(2);
    expect(err).toContain('column 2 "state" is not known');
    expect(err).toContain('the column status is missing');
  });

  it('lists and exports what became of them, words only where they are asked for, and never who', async () => {
    await raise({ publishedTitle: 'Too few laptops', raiserName: 'Nadia Nurse', externalRef: 'RAID-1' });
    const recipient = { personId: person(sroOid), organisationId: asId<never>('RZZ') };
    await createConcern(context, { programmeId, issueId: i1, part: 'supporter', recipient });
    await triage({ kind: 'notNow', words: 'In April.' });
    const listed = await cli.run('issues', 'list', '--programme', programmeId);
    expect(listed.out).toMatch(/^i1: Too few laptops · Community · answered · raised on .* · RAID-1/);
    const plain = await cli.run('export', 'issues', '--programme', programmeId);
    const [row] = parse(plain.out, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      externalRef: 'RAID-1',
      status: 'answered',
      siteGroup: 'Community',
      support: 'aFewOthers',
      words: '',
      answers: expect.stringContaining('Not now, because: In April. (Lena Lead)'),
      daysToAcknowledged: expect.stringMatching(/^\d+$/),
    });
    expect(plain.out).not.toContain('Nadia');
    const full = await cli.json(
      'export',
      'issues',
      '--programme',
      programmeId,
      '--format',
      'json',
      '--with-words',
    );
    expect(full.document).toMatchObject({ issues: [{ words }] });
    expect((await cli.run('issues', 'list', '--programme', 'nowhere')).code).toBe(1);
  });
});
