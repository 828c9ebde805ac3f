/** Everybody an issue concerns is told, whatever happens meanwhile; and nothing is kept of whom it was. */

import fc from 'fast-check';
import { concernsPk, personDocumentId } from '../../src/app/documents';
import type { IntentHandler } from '../../src/app/intent-handler';
import { confirmIssueIntent } from '../../src/app/intents/confirm-issue.intent';
import { forgetConcernedIntent } from '../../src/app/intents/forget-concerned.intent';
import { mergeConcernsIntent } from '../../src/app/intents/merge-concerns.intent';
import { addWords } from '../../src/app/issue/add-words.use-case';
import { concernsOf, createConcern, readIssue } from '../../src/app/issue/concerns';
import { readOwnIssue } from '../../src/app/issue/read-own-issue';
import { helpedLevels, readThreads } from '../../src/app/issue/read-voices';
import { sayHelped } from '../../src/app/issue/say-helped.use-case';
import type { Recipient } from '../../src/app/ports/keys';
import { changeRecord, createRecord } from '../../src/app/records';
import { asId, type IssueId, type PersonId } from '../../src/domain/ids';
import type { Day } from '../../src/domain/instant';
import { answerIssue, tellConcerned } from '../../src/domain/issue/answer-issue';
import type { Concern } from '../../src/domain/issue/concern';
import type { Issue, IssueAnswerKind } from '../../src/domain/issue/issue';
import { mergeIssues } from '../../src/domain/issue/merge-issues';
import { concernedCard } from '../../src/worker/concerned-card';
import type { StoreCall } from '../support/faulty-store';
import { type Instance, type InstanceOptions, programmeId, WorkerWorld } from '../support/worker-world';

const place = (id: string) => ({ programmeId, issueId: asId<IssueId>(id) });
const desk: IntentHandler = { kind: 'put-on-desk', carryOut: async () => undefined };
const handlers = [desk, mergeConcernsIntent, confirmIssueIntent, forgetConcernedIntent];
const day = 86_400_000;

async function plantIssue(world: WorkerWorld, id: string, people: readonly Recipient[]): Promise<void> {
  for (const [index, recipient] of people.entries()) {
    await createConcern(world.context, {
      ...place(id),
      part: index === 0 ? 'raiser' : 'supporter',
      recipient,
    });
  }
  await createRecord(world.store, 'issue', {
    ...place(id),
    raisedOn: '2026-02-27' as Day,
    text: `The words of ${id}`,
    category: 'infrastructure',
    site: 'RZZ01',
    effect: 'slowsMeDown',
    status: 'untriaged',
    revision: 1,
    answers: [],
    messages: [],
    threads: [],
    reopenings: [],
    merged: [],
    intents: [],
  });
}

async function change(world: WorkerWorld, id: string, rule: (issue: Issue) => Issue): Promise<void> {
  await changeRecord(world.store, 'issue', programmeId, id, (issue) => ({
    outcome: 'changed',
    next: rule(issue),
  }));
}

const answer = (world: WorkerWorld, id: string, kind: IssueAnswerKind) =>
  change(world, id, (issue) =>
    answerIssue(
      issue,
      { kind, words: 'Because.', by: asId<PersonId>('lead'), byName: 'Lena Lead', role: 'lead' },
      world.clock.now(),
    ),
  );

async function issueOf(world: WorkerWorld, id: string): Promise<Issue> {
  const issue = await readIssue(world.context, place(id));
  if (!issue) throw new Error('no such issue');
  return issue;
}

async function concerned(world: WorkerWorld, id: string): Promise<readonly Concern[]> {
  const found: Concern[] = [];
  for await (const { document } of concernsOf(world.context, place(id))) found.push(document);
  return found;
}

const start = (world: WorkerWorld, options: InstanceOptions = {}): Instance =>
  world.start({ handlers, concernedCard: concernedCard(world.context, true), ...options });

const isIdle = async (world: WorkerWorld, id: string) =>
  (await issueOf(world, id)).intents.every(({ kind }) => kind !== 'tell-concerned');

async function inWorld(
  run: (world: WorkerWorld) => Promise<void>,
  ...options: Parameters<typeof WorkerWorld.open>
): Promise<void> {
  const world = await WorkerWorld.open(...options);
  try {
    await run(world);
  } finally {
    await world.close();
  }
}

async function later(world: WorkerWorld, days: number): Promise<void> {
  world.clock.correctWallTime(days * day);
  await world.clock.advance(2_000);
}

const howMany = (world: WorkerWorld) => [...world.messenger.messagesPerPerson().values()];

test('everybody gets one card within a minute, two answers at once are one card, and nothing says who got it', () =>
  inWorld(async (world) => {
    const people = await world.people(20);
    await plantIssue(world, 'i1', people);
    await answer(world, 'i1', 'fixPlanned');
    await answer(world, 'i1', 'fixed');
    const { log } = start(world);
    await world.until(() => isIdle(world, 'i1'), { withinMs: 60_000 });
    expect(howMany(world)).toEqual(people.map(() => 1));
    expect(JSON.stringify(world.messenger.received[0]?.card)).toContain('issue-helped');
    expect(await issueOf(world, 'i1')).toMatchObject({ toldOn: '2026-03-02' });
    const left = await concerned(world, 'i1');
    expect(new Set(left.map(({ told }) => told))).toEqual(new Set([2]));
    const kept = JSON.stringify([await issueOf(world, 'i1'), left, log.lines]);
    expect(people.filter(({ personId }) => kept.includes(personId))).toEqual([]);
  }));

test('somebody on file no more is passed over, somebody who cannot be reached is dealt with like everybody else', () =>
  inWorld(
    async (world) => {
      const people = await world.people(6);
      await plantIssue(world, 'i1', people);
      const [gone] = people;
      await world.store.delete('programmes', programmeId, personDocumentId(asId(String(gone?.personId))));
      await answer(world, 'i1', 'notNow');
      start(world);
      await world.until(() => isIdle(world, 'i1'));
      expect(howMany(world)).toHaveLength(4);
      expect((await concerned(world, 'i1')).map(({ told }) => told)).toEqual([1, 1, 1, 1, 1, 1]);
      expect(await issueOf(world, 'i1')).toMatchObject({ toldOn: '2026-03-02' });
    },
    {
      replyTo: ({ kind, index }) =>
        kind === 'post' && index === 0 ? { reply: { outcome: 'unreachable', reason: 'blocked' } } : undefined,
    },
  ));

test('a question goes to the raiser alone', () =>
  inWorld(async (world) => {
    const people = await world.people(5);
    await plantIssue(world, 'i1', people);
    const to = world.keys.concernKeyOf(asId('i1'), asId(String(people[0]?.personId)));
    await change(world, 'i1', (issue) =>
      tellConcerned(
        {
          ...issue,
          threads: [
            { with: to, entries: [{ from: 'programme', text: 'Which nights?', on: '2026-03-02' as Day }] },
          ],
        },
        { to, about: 'thread', ref: 1 },
        world.clock.now(),
      ),
    );
    start(world);
    await world.until(() => isIdle(world, 'i1'));
    expect(howMany(world)).toEqual([1]);
    expect(JSON.stringify(world.messenger.received[0]?.card)).toContain('Which nights?');
  }));

test('under Teams’ limits with an app that is throttled, everybody is still told once', () =>
  inWorld(
    async (world) => {
      const people = await world.people(40);
      await plantIssue(world, 'i1', people);
      await answer(world, 'i1', 'fixed');
      start(world, { requestsPerSecond: 20 });
      await world.until(() => isIdle(world, 'i1'), { stepMs: 200 });
      expect(howMany(world)).toEqual(people.map(() => 1));
      expect(world.messenger.mostInFlight).toBeLessThanOrEqual(20);
    },
    { appRequestsPerSecond: 15, latencyMs: 20 },
  ));

describe('an issue that is over', () => {
  test('is confirmed when nobody says no in time, and then nothing leads to anybody', () =>
    inWorld(async (world) => {
      const people = await world.people(4);
      await plantIssue(world, 'i1', people);
      await plantIssue(world, 'i2', people);
      await answer(world, 'i1', 'fixed');
      start(world);
      await world.until(() => isIdle(world, 'i1'));
      // Ten working days from Monday 2 March.
      await later(world, 13);
      expect((await issueOf(world, 'i1')).status).toBe('answered');
      await later(world, 2);
      expect((await issueOf(world, 'i1')).status).toBe('confirmed');
      expect(await concerned(world, 'i1')).toHaveLength(4);
      await later(world, 14);
      await later(world, 1);
      expect(await concerned(world, 'i1')).toEqual([]);
      expect((await issueOf(world, 'i1')).intents).toEqual([]);
      expect((await issueOf(world, 'i1')).forgottenOn).toBeDefined();
      expect(await concerned(world, 'i2')).toHaveLength(4);
    }));
});

describe('two issues that become one', () => {
  async function mergedWorld(world: WorkerWorld): Promise<readonly Recipient[]> {
    const people = await world.people(9);
    await plantIssue(world, 'i1', people.slice(0, 5));
    await plantIssue(world, 'i2', people.slice(4));
    const to = world.keys.concernKeyOf(asId('i1'), asId(String(people[1]?.personId)));
    const target = await issueOf(world, 'i2');
    await change(world, 'i1', (issue) => {
      const spoken = {
        ...issue,
        threads: [{ with: to, entries: [{ from: 'person' as const, text: 'Mine', on: issue.raisedOn }] }],
      };
      const merged = mergeIssues(spoken, target, world.clock.now());
      if (merged.outcome !== 'merged') throw new Error(merged.outcome);
      return answerIssue(
        merged.next,
        {
          kind: 'merged',
          words: 'It is the same.',
          by: asId<PersonId>('lead'),
          byName: 'Lena',
          role: 'lead',
        },
        world.clock.now(),
      );
    });
    return people;
  }

  const isMerged = async (world: WorkerWorld) =>
    (await concerned(world, 'i1')).length === 0 && (await issueOf(world, 'i1')).threads.length === 0;

  async function expectMerged(world: WorkerWorld, people: readonly Recipient[]): Promise<void> {
    const there = await concerned(world, 'i2');
    expect(there.filter(({ part }) => part === 'raiser')).toHaveLength(1);
    const opened = there.map(({ recipient }) => world.keys.openRecipient(asId('i2'), recipient).personId);
    expect(opened.sort()).toEqual(people.map(({ personId }) => personId).sort());
    const target = await issueOf(world, 'i2');
    const key = world.keys.concernKeyOf(asId('i2'), asId(String(people[1]?.personId)));
    expect(target.merged).toEqual(['i1']);
    expect(target.threads).toEqual([
      { with: key, entries: [{ from: 'person', text: 'Mine', on: '2026-02-27' }] },
    ]);
  }

  test('those of the first hear of it, are in the other, and hear its answer once', () =>
    inWorld(async (world) => {
      const people = await mergedWorld(world);
      start(world);
      await world.until(() => isMerged(world));
      expect(howMany(world)).toEqual([1, 1, 1, 1, 1]);
      await expectMerged(world, people);
      await answer(world, 'i2', 'fixed');
      await world.until(() => isIdle(world, 'i2'));
      expect(world.messenger.received.length).toBe(5 + 9);
      const moved = asId<PersonId>(String(people[1]?.personId));
      const stale = { ...place('i1'), personId: moved, words: 'More', seen: 1 };
      expect((await addWords(world.context, stale)).outcome).toBe('outOfDate');
      expect((await readOwnIssue(world.context, place('i1'), moved))?.issue.issueId).toBe('i2');
      const late = people[8];
      if (late) await createConcern(world.context, { ...place('i1'), part: 'supporter', recipient: late });
      expect(await concerned(world, 'i1')).toEqual([]);
    }));

  test('an interrupted merger goes on where it was', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.boolean(), (number, isBefore) =>
        inWorld(async (world) => {
          const people = await mergedWorld(world);
          const first = start(world, { faultOf: dyingAt(number, isBefore) });
          await world.until(async () => first.isDead() || (await isMerged(world)));
          start(world);
          await world.until(() => isMerged(world));
          await expectMerged(world, people);
        }),
      ),
      { numRuns: 5 },
    ));
});

function dyingAt(number: number, isBefore: boolean): InstanceOptions['faultOf'] {
  let writes = 0;
  return ({ isWrite, type }: StoreCall) => {
    if (!isWrite || type === 'lease') return undefined;
    writes += 1;
    return writes === number ? { when: isBefore ? 'before' : 'after', what: 'died' } : undefined;
  };
}

test('whenever the sender dies, the next one tells everybody; at most what was on its way is there twice', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 32 }),
      fc.constantFrom('before' as const, 'after' as const),
      fc.boolean(),
      (number, when, atRequest) =>
        inWorld(
          async (world) => {
            const people = await world.people(16);
            await plantIssue(world, 'i1', people);
            await answer(world, 'i1', 'fixed');
            const first = start(
              world,
              atRequest
                ? { diesAtRequest: (requests) => (requests === number ? when : undefined) }
                : { faultOf: dyingAt(number, when === 'before') },
            );
            await world.until(async () => first.isDead() || (await isIdle(world, 'i1')));
            const noted = (await concerned(world, 'i1')).filter(({ told }) => told === 1).length;
            const onTheirWay = world.messenger.received.length - noted;
            start(world);
            await world.until(() => isIdle(world, 'i1'));
            const messages = howMany(world);
            expect(messages).toHaveLength(people.length);
            expect(world.messenger.received.length - people.length).toBeLessThanOrEqual(onTheirWay);
            expect((await issueOf(world, 'i1')).toldOn).toBeDefined();
          },
          { latencyMs: 20 },
        ),
    ),
    { numRuns: 6 },
  ));

test('a yes is counted, a no opens the issue again with masked words, and nobody else can say either', () =>
  inWorld(async (world) => {
    const [outsider, ...people] = await world.people(5);
    if (!outsider) throw new Error('nobody');
    await plantIssue(world, 'i1', people);
    await answer(world, 'i1', 'fixed');
    const say = ({ personId }: Recipient, verdict: 'yes' | 'no', words = '') =>
      sayHelped(world.context, { ...place('i1'), personId, answer: 1, verdict, words });
    const before = await issueOf(world, 'i1');
    for (const verdict of ['yes', 'no'] as const) {
      expect(await say(outsider, verdict)).toEqual({ outcome: 'notConcerned' });
    }
    expect(await issueOf(world, 'i1')).toEqual(before);
    expect(await helpedLevels(world.context, place('i1'), 1)).toEqual({ yes: 'none', no: 'none' });
    const [first, second, third] = people;
    if (!first || !second || !third) throw new Error('too few');
    for (const person of [first, second, first]) expect((await say(person, 'yes')).outcome).toBe('helped');
    expect(await helpedLevels(world.context, place('i1'), 1)).toEqual({ yes: 'aFewOthers', no: 'none' });
    const no = await say(third, 'no', 'Ring me on 07700 900123');
    expect(no).toMatchObject({ outcome: 'reopened', masked: ['phoneNumber'] });
    expect(await say(third, 'no', 'Ring me on 07700 900123')).toMatchObject({ outcome: 'openAlready' });
    const open = await issueOf(world, 'i1');
    expect(open.threads.flatMap(({ entries }) => entries.map(({ text }) => text))).toEqual([
      'Ring me on [phone number removed]',
    ]);
    expect((await readThreads(world.context, open)).map(({ part }) => part)).toEqual(['supporter']);
    expect((await say(first, 'yes')).outcome).toBe('outOfDate');
  }));

test('a concern that no key opens is never taken for told', () =>
  inWorld(async (world) => {
    const [one] = await world.people(1);
    if (!one) throw new Error('nobody');
    await plantIssue(world, 'i1', [one]);
    const key = world.keys.concernKeyOf(asId('i1'), one.personId);
    await changeRecord(world.store, 'concern', concernsPk(programmeId), key, (current) => ({
      outcome: 'spoilt',
      next: { ...current, recipient: world.keys.sealRecipient(asId('another'), one) },
    }));
    await answer(world, 'i1', 'fixed');
    const { log } = start(world);
    await world.clock.advance(120_000);
    expect((await concerned(world, 'i1')).map(({ told }) => told)).toEqual([0]);
    expect((await issueOf(world, 'i1')).toldOn).toBeUndefined();
    expect(JSON.stringify(log.lines)).not.toContain(one.personId);
  }));
