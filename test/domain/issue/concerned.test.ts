/** What people concerned say and are told, how an issue ends, and that nothing planned depends on who they are. */

import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { asId, type IssueId, type PersonId, type ProgrammeId } from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';
import { addWords } from '../../../src/domain/issue/add-words';
import { answerIssue } from '../../../src/domain/issue/answer-issue';
import { askRaiser } from '../../../src/domain/issue/ask-raiser';
import { openHazard } from '../../../src/domain/issue/hazard';
import type { ConcernKey, Issue, IssueAnswerKind } from '../../../src/domain/issue/issue';
import { mergeIssues, receiveMerged } from '../../../src/domain/issue/merge-issues';
import { answerInQuestion, reopenIssue } from '../../../src/domain/issue/reopen-issue';
import {
  confirmIssue,
  finishTelling,
  forgetConcerned,
  messagesFor,
} from '../../../src/domain/issue/tell-and-forget';
import { mostEntries, mostWords } from '../../../src/domain/issue/thread';

const now = '2026-12-04T10:20:30.000Z' as Instant;
const day = '2026-12-04' as Day;
const lead = asId<PersonId>('lead');
const raiser = 'raiser-key' as ConcernKey;
const supporter = 'supporter-key' as ConcernKey;
const calendar = calendarOf({ timeZone: 'Europe/London' });
const policy = { oldAfterWorkingDays: 5, backlogOf: 10, confirmWithinWorkingDays: 10 };
const telling = { calendar, policy, now };

const anIssue: Issue = {
  issueId: asId<IssueId>('i1'),
  programmeId: asId<ProgrammeId>('larkfield'),
  raisedOn: '2026-12-01' as Day,
  text: 'One laptop for the bay',
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
};
const by = { by: lead, byName: 'Lena Lead', role: 'lead' as const };
const answer = (issue: Issue, kind: IssueAnswerKind, more: object = {}) =>
  answerIssue(issue, { kind, words: 'Because.', ...by, ...more }, now);
const told = (issue: Issue) => finishTelling(issue, issue.messages.length, telling) ?? issue;
const no = (issue: Issue, words = '', key = supporter, number = issue.answers.length) =>
  reopenIssue(issue, { key, answer: number, words, now });
const nextOf = (outcome: object): Issue => {
  if (!('next' in outcome)) throw new Error('nothing changed');
  return outcome.next as Issue;
};
const kindsOf = ({ intents }: Issue) => intents.map(({ kind }) => kind);

describe('whoever is told', () => {
  test('gets each message once, and of several answers only the newest', () => {
    const twice = answer(answer(anIssue, 'fixPlanned'), 'fixed');
    expect(messagesFor(twice, { concernKey: raiser, told: 0 }).map(({ number }) => number)).toEqual([2]);
    expect(messagesFor(twice, { concernKey: raiser, told: 2 })).toEqual([]);
  });

  test('gets what is meant for them alone, and nobody else does', () => {
    const asked = nextOf(
      askRaiser(anIssue, { to: raiser, words: 'Which nights?', byName: 'Lena', now }) as never,
    );
    const both = answer(asked, 'fixed');
    expect(messagesFor(both, { concernKey: raiser, told: 0 }).map(({ about }) => about)).toEqual([
      'thread',
      'answer',
    ]);
    expect(messagesFor(both, { concernKey: supporter, told: 0 }).map(({ about }) => about)).toEqual([
      'answer',
    ]);
  });

  test('the day is noted once everybody has the latest answer, and the time to say no begins', () => {
    const fixed = answer(anIssue, 'fixed');
    expect(finishTelling(fixed, 0, telling)).toBeUndefined();
    const done = told(fixed);
    expect(done.toldOn).toBe(day);
    // Ten working days after Friday 4 December.
    expect(done.intents.find(({ kind }) => kind === 'confirm-issue')).toMatchObject({
      dueAt: '2026-12-18T17:00:00.000Z',
      data: { answer: 1 },
    });
    expect(finishTelling(done, 1, telling)).toBeUndefined();
  });

  test.each(['fixPlanned', 'escalated', 'merged'] as const)('%s asks nobody whether it helped', (kind) => {
    expect(kindsOf(told(answer(anIssue, kind)))).not.toContain('confirm-issue');
  });

  test('a deferral is no answer to be confirmed', () => {
    const deferred = told(answer(anIssue, 'decided', { decision: { kind: 'defer' } }));
    expect(answerInQuestion(deferred)).toBeUndefined();
    expect(kindsOf(deferred)).not.toContain('confirm-issue');
    expect(no(deferred).outcome).toBe('outOfDate');
  });
});

describe('“it did not help”', () => {
  const fixed = told(answer(anIssue, 'fixed'));

  test('opens the issue again, puts it on the desk, and ends what would have confirmed it', () => {
    const open = nextOf(no(fixed, 'Still one laptop'));
    expect(open).toMatchObject({
      status: 'untriaged',
      revision: fixed.revision + 1,
      reopenings: [{ on: day, afterAnswer: 1 }],
      threads: [{ with: supporter, entries: [{ from: 'person', text: 'Still one laptop', on: day }] }],
    });
    expect(kindsOf(open)).toContain('put-on-desk');
    expect(kindsOf(open)).not.toContain('confirm-issue');
    expect(confirmIssue(open, 1, now)).toBeUndefined();
  });

  test('three deliveries are one, a second person adds words, a stale card changes nothing', () => {
    const open = nextOf(no(fixed, 'Still one laptop'));
    expect(no(open, 'Still one laptop')).toEqual({ outcome: 'openAlready' });
    const heard = nextOf(no(open, 'Nor here', raiser));
    expect(heard.reopenings).toHaveLength(1);
    expect(heard.revision).toBe(open.revision);
    expect(heard.threads).toHaveLength(2);
    expect(no(answer(open, 'notNow'), '', supporter, 1).outcome).toBe('outOfDate');
    expect(no(answer(open, 'fixPlanned'), '', supporter, 2).outcome).toBe('outOfDate');
  });

  test('counts also after it was confirmed, until whom it concerns is forgotten', () => {
    const confirmed = confirmIssue(fixed, 1, now);
    if (!confirmed) throw new Error('not confirmed');
    expect(confirmed).toMatchObject({ status: 'confirmed', confirmedOn: day });
    expect(kindsOf(confirmed).filter((kind) => kind === 'forget-concerned')).toHaveLength(2);
    const open = nextOf(no(confirmed));
    expect(open).toMatchObject({ status: 'untriaged' });
    expect(open).not.toHaveProperty('confirmedOn');
    expect(kindsOf(open)).not.toContain('forget-concerned');
    expect(forgetConcerned(open, now)).toBeUndefined();
    const over = forgetConcerned(confirmed, now);
    expect(over && no(over).outcome).toBe('over');
  });
});

test('is not over while it could harm a patient', () => {
  const hazardous = openHazard(told(answer(anIssue, 'fixed')), now);
  const waiting = confirmIssue(hazardous, 1, now);
  expect(waiting).toMatchObject({ status: 'answered' });
  const again = waiting?.intents.find(({ kind }) => kind === 'confirm-issue');
  expect(again).toMatchObject({ dueAt: '2026-12-05T10:20:30.000Z', data: { answer: 1 } });
});

test('forgetting leaves the words and no key; the same pass again changes nothing', () => {
  const asked = nextOf(
    askRaiser(anIssue, { to: raiser, words: 'Which nights?', byName: 'Lena', now }) as never,
  );
  const said = nextOf(addWords(asked, { key: raiser, words: 'All of them', seen: 1, now }));
  const confirmed = confirmIssue(told(answer(said, 'fixed')), 1, now);
  const over = confirmed && forgetConcerned(confirmed, now);
  if (!over) throw new Error('not over');
  expect(JSON.stringify(over)).not.toContain(raiser);
  expect(over.threads[0]?.entries.map(({ text }) => text)).toEqual(['Which nights?', 'All of them']);
  expect(forgetConcerned(over, now)).toBe(over);
});

describe('a thread', () => {
  const ask = (issue: Issue, words: string, revision?: number) =>
    askRaiser(issue, {
      to: raiser,
      words,
      byName: 'Lena',
      now,
      ...(revision === undefined ? {} : { revision }),
    });
  const asked = nextOf(ask(anIssue, 'Which nights?'));

  test('begins with a question to the raiser alone; a card of an earlier revision asks nothing', () => {
    expect(asked).toMatchObject({ status: 'asking', acknowledgedOn: day, revision: 2 });
    expect(asked.messages).toEqual([{ number: 1, to: raiser, about: 'thread', ref: 1 }]);
    expect(ask(asked, 'Which nights?', 1).outcome).toBe('outOfDate');
    expect(ask(anIssue, '  ').outcome).toBe('incomplete');
    expect(ask(anIssue, 'x'.repeat(mostWords + 1)).outcome).toBe('tooLong');
    expect(ask(answer(anIssue, 'fixed'), 'Really?').outcome).toBe('notPossible');
  });

  test('takes an answer once, and not one to an older question', () => {
    const say = (issue: Issue, words: string, seen: number) =>
      addWords(issue, { key: raiser, words, seen, now });
    const said = nextOf(say(asked, 'All of them', 1));
    expect(said.revision).toBe(asked.revision);
    expect(say(said, 'All of them', 1).outcome).toBe('addedBefore');
    expect(say(said, 'And days', 1).outcome).toBe('outOfDate');
    expect(say(nextOf(ask(said, 'Days too?')), 'Yes', 2).outcome).toBe('outOfDate');
    expect(say(asked, ' ', 1).outcome).toBe('empty');
  });

  test('has an end: an issue stays one document', () => {
    let full = anIssue;
    for (let index = 0; index < mostEntries; index += 1) {
      const key = `k${index % 40}` as ConcernKey;
      const seen = Math.floor(index / 40);
      full = nextOf(addWords(full, { key, words: `words ${index}`, seen, now }));
    }
    expect(addWords(full, { key: raiser, words: 'More', seen: 0, now }).outcome).toBe('full');
    expect(ask(full, 'More?').outcome).toBe('full');
    expect(no(told(answer(full, 'fixed')), 'More').outcome).toBe('full');
    expect(no(told(answer(full, 'fixed'))).outcome).toBe('reopened');
  });
});

describe('two issues that become one', () => {
  const target: Issue = { ...anIssue, issueId: asId<IssueId>('i2'), publishedTitle: 'Too few laptops' };
  const merged = nextOf(mergeIssues(anIssue, target, now));

  test('the source goes on in the target, whose people follow by themselves', () => {
    expect(merged).toMatchObject({ status: 'merged', mergedInto: 'i2' });
    expect(kindsOf(merged)).toEqual(['merge-concerns', 'merge-concerns']);
  });

  test.each([
    ['into itself', anIssue, anIssue],
    ['again', merged, target],
    ['into one that was merged', target, merged],
    ['after its answer', answer(anIssue, 'fixed'), target],
    ['into one that is over', anIssue, { ...target, status: 'confirmed' as const }],
    ['of another programme', anIssue, { ...target, programmeId: asId<ProgrammeId>('other') }],
  ])('is not possible %s', (_case, source, into) => {
    expect(mergeIssues(source, into, now).outcome).toBe('notPossible');
  });

  test('an open hazard stays what it is', () => {
    expect(mergeIssues(openHazard(anIssue, now), target, now).outcome).toBe('openHazard');
  });

  test('threads come along once, before what was said there since', () => {
    const entry = (text: string) => ({ from: 'person' as const, text, on: day });
    const there = { ...target, threads: [{ with: raiser, entries: [entry('said there')] }] };
    const move = { source: anIssue, threads: [{ with: raiser, entries: [entry('said here')] }] };
    const received = receiveMerged(there, move);
    if (!received) throw new Error('nothing moved');
    expect(received.merged).toEqual(['i1']);
    expect(received.threads[0]?.entries.map(({ text }) => text)).toEqual(['said here', 'said there']);
    expect(receiveMerged(received, move)).toBeUndefined();
  });
});

test('nothing that is planned says who spoke, nor finer than the day when', () => {
  const keys = fc.constantFrom(raiser, supporter, 'third-key' as ConcernKey);
  const times = fc
    .integer({ min: 0, max: 86_399_999 })
    .map((ms) => new Date(Date.parse(`${day}T00:00:00.000Z`) + ms).toISOString() as Instant);
  const acts = fc.array(fc.record({ key: keys, at: times, isNo: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(acts, fc.array(keys, { minLength: 8, maxLength: 8 }), times, (played, others, otherTime) => {
      const run = (who: (index: number) => ConcernKey, when: (index: number) => Instant) => {
        let issue: Issue = told(answer(anIssue, 'fixed'));
        played.forEach(({ isNo }, index) => {
          const [key, at] = [who(index), when(index)];
          const spoken = isNo
            ? reopenIssue(issue, { key, answer: 1, words: `words ${index}`, now: at })
            : addWords(issue, {
                key,
                words: `words ${index}`,
                seen: issue.threads.find((thread) => thread.with === key)?.entries.length ?? 0,
                now: at,
              });
          issue = 'next' in spoken && spoken.next ? spoken.next : issue;
        });
        const { threads: _theirs, ...rest } = issue;
        return rest;
      };
      const first = run(
        (index) => played[index]?.key ?? raiser,
        (index) => played[index]?.at ?? now,
      );
      expect(
        run(
          (index) => others[index] ?? raiser,
          () => otherTime,
        ),
      ).toEqual(first);
      for (const { id, kind, dueAt, data } of first.intents.filter((one) => one.kind === 'put-on-desk')) {
        expect(dueAt).toBe(`${day}T00:00:00.000Z`);
        expect(`${id} ${kind} ${JSON.stringify(data ?? {})}`).not.toMatch(/-key/);
      }
    }),
  );
});
