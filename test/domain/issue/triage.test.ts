/** What a lead does about issues, what waits for whom, and what goes up by itself. */

import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { workingDayAfter } from '../../../src/domain/calendar/working-days';
import type { Escalation, EscalationDecision } from '../../../src/domain/escalation/escalation';
import { asId, type IssueId, type PersonId } from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';
import { backlogOf, isOld, whatWaits, workingDaysWaiting } from '../../../src/domain/issue/ageing';
import { answerDecided } from '../../../src/domain/issue/answer-decided';
import { isIn, issueFilters } from '../../../src/domain/issue/filter-issues';
import { type Issue, type IssueStatus, issueCategories } from '../../../src/domain/issue/issue';
import { issueCampaignsShowing } from '../../../src/domain/issue/issue-campaigns';
import { newIssueWatch, nextWatch } from '../../../src/domain/issue/issue-watch';
import { mergeInto } from '../../../src/domain/issue/merge-into';
import { issueNeedsEscalation } from '../../../src/domain/issue/needs-escalation';
import { byUrgency } from '../../../src/domain/issue/order-issues';
import { ownFix } from '../../../src/domain/issue/own-fix';
import { shownPlace } from '../../../src/domain/issue/shown-place';
import { canTriage, type TriageAct, triageIssue } from '../../../src/domain/issue/triage-issue';
import { aProgramme } from '../../support/samples';

const programme = aProgramme();
const calendar = calendarOf(programme);
const policy = { oldAfterWorkingDays: 5, backlogOf: 10, confirmWithinWorkingDays: 10 };
const now = '2026-11-24T10:00:00.000Z' as Instant;
const today = '2026-11-24' as Day;
const lead = { personId: asId<PersonId>('lena'), name: 'Lena Lead', role: 'lead' as const };
const omar = asId<PersonId>('omar');

function anIssue(more: Partial<Issue> = {}): Issue {
  return {
    issueId: asId<IssueId>('i1'),
    programmeId: programme.id,
    raisedOn: '2026-11-23' as Day,
    text: 'One laptop for the whole bay.',
    category: 'infrastructure',
    site: 'RZZ01',
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
}

const fix: TriageAct = {
  kind: 'fix',
  owner: omar,
  ownerName: 'Omar Okoye',
  dueOn: '2026-12-04' as Day,
  words: ' Six more laptops ',
};
const escalate: TriageAct = {
  kind: 'escalate',
  case: {
    question: 'Who pays for laptops?',
    options: [
      { title: 'The programme', consequence: 'Less for training.' },
      { title: 'The ward', consequence: 'It waits until April.' },
    ],
    recommendedOption: 1,
  },
};

function triage(issue: Issue, act: TriageAct, revision: number | undefined = issue.revision) {
  const seen = revision === undefined ? {} : { revision };
  return triageIssue(issue, { act, ...seen, by: lead, today, calendar, now });
}
function triaged(issue: Issue, act: TriageAct): Issue {
  const decided = triage(issue, act);
  if (decided.outcome !== 'triaged') throw new Error(decided.outcome);
  return decided.next;
}
const ids = ({ intents }: Issue) => intents.map(({ id }) => id);

describe('each act', () => {
  test('plans a fix: told with its day, a card to the owner, the lead reminded when the day is over', () => {
    const planned = triaged(anIssue(), fix);
    expect(planned).toMatchObject({
      status: 'fixing',
      revision: 1,
      fix: { owner: omar, ownerName: 'Omar Okoye', dueOn: '2026-12-04', words: 'Six more laptops' },
      answers: [{ number: 1, kind: 'fixPlanned', until: '2026-12-04', byName: 'Lena Lead', role: 'lead' }],
      messages: [{ number: 1, to: 'everyone', about: 'answer', ref: 1 }],
    });
    expect(ids(planned)).toEqual([
      'tell-concerned:1',
      'start-campaign:issue-fix:1',
      'put-on-desk:overdue',
      'update-cards:1',
    ]);
    expect(planned.intents.find(({ id }) => id === 'put-on-desk:overdue')?.dueAt).toBe(
      '2026-12-04T17:00:00.000Z',
    );
    const later = triaged(planned, { ...fix, dueOn: '2026-12-11' as Day });
    expect(ids(later).filter((id) => id.startsWith('start-campaign'))).toEqual([
      'start-campaign:issue-fix:1',
    ]);
    const handedOn = triaged(later, { ...fix, owner: lead.personId, ownerName: 'Lena Lead' });
    expect(ids(handedOn)).toContain('start-campaign:issue-fix:3');
    expect(issueCampaignsShowing(handedOn)).toEqual(['fix1.i1', 'fix2.i1', 'fix3.i1']);
  });

  test('answers “not now” and “fixed” with words that people hear, and forgets the reminder', () => {
    const answered = triaged(triaged(anIssue(), fix), { kind: 'notNow', words: 'The supplier is late.' });
    expect(answered).toMatchObject({ status: 'answered', answers: [{}, { kind: 'notNow' }] });
    expect(ids(answered)).not.toContain('put-on-desk:overdue');
    expect(triaged(triaged(anIssue(), fix), { kind: 'fixed', words: 'They are there.' })).toMatchObject({
      status: 'answered',
      fix: { doneOn: today },
    });
  });

  test('sends up with a case, once for each time, and leaves the fix behind', () => {
    const up = triaged(triaged(anIssue(), fix), escalate);
    expect(up).toMatchObject({
      status: 'escalated',
      goingUp: { by: 'lena', round: 1, question: 'Who pays for laptops?' },
      answers: [{}, { kind: 'escalated', words: 'Who pays for laptops?' }],
    });
    expect(up).not.toHaveProperty('fix');
    expect(ids(up)).toContain('escalate-issue:1');
    const again = triaged({ ...up, status: 'untriaged', escalationId: asId('e1') }, escalate);
    expect(again).toMatchObject({ goingUp: { round: 2 } });
    expect(again).not.toHaveProperty('escalationId');
  });

  test('publishes a title, posts what it was answered with once, and takes it back', () => {
    const published = triaged(anIssue(), { kind: 'publish', title: ' Too few laptops ' });
    expect(published).toMatchObject({ publishedTitle: 'Too few laptops', revision: 1, answers: [] });
    const answered = triaged(published, { kind: 'notNow', words: 'The supplier is late.' });
    expect(ids(answered)).toContain('post-to-channel:1');
    expect(triage(published, { kind: 'publish', title: 'Too few laptops' })).toEqual({
      outcome: 'outOfDate',
    });
    const late = triaged(triaged(anIssue(), { kind: 'notNow', words: 'Late.' }), {
      kind: 'publish',
      title: 'Laptops',
    });
    expect(ids(late)).toContain('post-to-channel:1');
    expect(
      ids(triaged({ ...late, intents: [], postedToChannel: 1 }, { kind: 'publish', title: 'New' })),
    ).toEqual([]);
    expect(triaged(published, { kind: 'unpublish' })).not.toHaveProperty('publishedTitle');
  });

  test('says what is missing', () => {
    const missing: readonly (readonly [TriageAct, string])[] = [
      [{ kind: 'fix', words: 'x' }, 'owner'],
      [{ ...fix, dueOn: '2026-11-23' as Day } as TriageAct, 'dueOnPast'],
      [{ ...fix, words: ' ' } as TriageAct, 'words'],
      [{ kind: 'notNow', words: '' }, 'words'],
      [{ kind: 'publish', title: ' ' }, 'title'],
      [{ kind: 'escalate', case: { question: '', options: [] } }, 'question'],
      [
        { kind: 'escalate', case: { question: 'q', options: [{ title: 'a', consequence: 'b' }] } },
        'twoOptions',
      ],
    ];
    for (const [act, what] of missing) {
      expect(triage(anIssue(), act)).toEqual({ outcome: 'incomplete', missing: what });
    }
  });

  test('of two acts on one card one holds, and what is with somebody else is left to them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<TriageAct>(
          fix,
          escalate,
          { kind: 'notNow', words: 'x' },
          { kind: 'publish', title: 't' },
        ),
        fc.constantFrom<TriageAct>(fix, escalate, { kind: 'fixed', words: 'x' }, { kind: 'markBlocker' }),
        (first, second) => {
          const issue = anIssue({ revision: 4 });
          const next = triaged(issue, first);
          expect(next.revision).toBe(5);
          expect(triage(next, second, 4)).toEqual({ outcome: 'outOfDate' });
        },
      ),
    );
    expect(triage(anIssue({ status: 'escalated' }), fix)).toEqual({ outcome: 'notPossible' });
    expect(canTriage({ status: 'merged' }, 'publish')).toBe(false);
  });

  test('merges with the title of the other, where it has one, and never with its words', () => {
    const target = anIssue({ issueId: asId('i2'), text: 'Secret words' });
    const by = { by: lead, now };
    const merged = mergeInto(anIssue(), target, { ...by, revision: 0 });
    expect(merged).toMatchObject({ next: { status: 'merged', mergedInto: 'i2', answers: [{ words: '' }] } });
    expect(JSON.stringify(merged)).not.toContain('Secret words');
    expect(mergeInto(anIssue(), target, { ...by, revision: 1 })).toEqual({ outcome: 'outOfDate' });
    expect(mergeInto(anIssue(), anIssue(), by)).toEqual({ outcome: 'notPossible' });
  });
});

describe('whoever owns a fix', () => {
  const says = { revision: 1, by: { personId: omar, name: 'Omar Okoye' }, today, calendar, now };
  const planned = triaged(anIssue(), fix);

  test('says it is done, and the people concerned hear what was done', () => {
    expect(ownFix(planned, { ...says, kind: 'done', words: 'All six are there.' })).toMatchObject({
      outcome: 'saved',
      next: {
        status: 'answered',
        fix: { doneOn: today },
        answers: [{}, { kind: 'fixed', words: 'All six are there.', byName: 'Omar Okoye' }],
      },
    });
  });

  test('gives another day with the reason, and keeps what is to be done', () => {
    const dueOn = '2026-12-18' as Day;
    const moved = ownFix(planned, { ...says, kind: 'later', words: 'Delivery is late.', dueOn });
    if (moved.outcome !== 'saved') throw new Error(moved.outcome);
    expect(moved.next).toMatchObject({
      status: 'fixing',
      fix: { dueOn, words: 'Six more laptops' },
      answers: [{}, { kind: 'fixPlanned', words: 'Delivery is late.', until: dueOn }],
    });
    expect(ids(moved.next)).not.toContain('start-campaign:issue-fix:2');
    expect(moved.next.intents.find(({ id }) => id === 'put-on-desk:overdue')?.dueAt).toBe(
      '2026-12-18T17:00:00.000Z',
    );
    expect(ownFix(planned, { ...says, kind: 'later', words: 'x' })).toMatchObject({ missing: 'dueOn' });
  });

  test('nobody else does, and no card of an earlier plan', () => {
    const done = { ...says, kind: 'done' as const, words: 'x' };
    expect(ownFix(planned, { ...done, by: lead })).toEqual({ outcome: 'notTheOwner' });
    expect(ownFix(planned, { ...done, revision: 0 })).toEqual({ outcome: 'outOfDate' });
    expect(ownFix(triaged(planned, { kind: 'notNow', words: 'x' }), { ...done, revision: 2 })).toEqual({
      outcome: 'outOfDate',
    });
  });
});

describe('a decision comes back', () => {
  const decision: EscalationDecision = {
    decisionId: asId('e1.d1'),
    kind: 'approve',
    optionId: 'option1',
    rationale: 'Safety first.',
    decidedBy: asId('sam'),
    decidedByName: 'Sam Sponsor',
    role: 'sro',
    decidedAt: now,
  };
  const escalation = {
    escalationId: asId('e1'),
    case: {
      question: 'q',
      options: [{ id: 'option1', title: 'The programme', consequence: 'c' }],
      preparedBy: 'standard',
    },
  } as Pick<Escalation, 'escalationId' | 'case'>;
  const up = anIssue({ status: 'escalated', escalationId: escalation.escalationId });

  test('to the people concerned, in the words of whoever decided, once', () => {
    const answered = answerDecided(up, escalation, decision, now);
    expect(answered).toMatchObject({
      status: 'answered',
      answers: [
        { kind: 'decided', words: 'Safety first.', decision: { kind: 'approve', option: 'The programme' } },
      ],
    });
    expect(answered && answerDecided(answered, escalation, decision, now)).toBeUndefined();
    const replaced = { ...decision, decisionId: asId<never>('e1.d2'), supersedes: decision.decisionId };
    expect(answered && answerDecided(answered, escalation, replaced, now)?.answers).toHaveLength(2);
  });

  test('a deferral leaves it with the executive until the day; what was dealt with otherwise is left alone', () => {
    const deferral = {
      ...decision,
      kind: 'defer' as const,
      deferredUntil: '2027-01-11T09:00:00.000Z' as Instant,
    };
    expect(answerDecided(up, escalation, deferral, now)).toMatchObject({
      status: 'escalated',
      answers: [{ until: '2027-01-11' }],
    });
    expect(answerDecided({ ...up, status: 'fixing' }, escalation, decision, now)).toBeUndefined();
    const other = { ...escalation, escalationId: asId<never>('e2') };
    expect(answerDecided(up, other, decision, now)).toBeUndefined();
  });
});

describe('what waits', () => {
  const statuses: readonly IssueStatus[] = [
    'untriaged',
    'asking',
    'fixing',
    'escalated',
    'answered',
    'confirmed',
    'merged',
  ];

  test('for the lead: what nobody dealt with, answers, and fixes whose day is over', () => {
    expect(whatWaits(anIssue(), today)).toBe('untriaged');
    const thread = (from: 'programme' | 'person') => [
      { with: 'k' as never, entries: [{ from, text: 't', on: today }] },
    ];
    expect(whatWaits(anIssue({ status: 'asking', threads: thread('programme') }), today)).toBeUndefined();
    expect(whatWaits(anIssue({ status: 'asking', threads: thread('person') }), today)).toBe('answered');
    const planned = triaged(anIssue(), fix);
    expect(whatWaits(planned, '2026-12-04' as Day)).toBeUndefined();
    expect(whatWaits(planned, '2026-12-05' as Day)).toBe('overdueFix');
  });

  test('ages in working days since it was raised, or since it came back', () => {
    const old = anIssue({ raisedOn: '2026-11-13' as Day });
    expect(workingDaysWaiting(old, today, calendar)).toBe(7);
    expect(isOld(old, today, calendar, policy)).toBe(true);
    const back = { ...old, reopenings: [{ on: '2026-11-20' as Day, afterAnswer: 1 }] };
    expect(workingDaysWaiting(back, today, calendar)).toBe(2);
    expect(isOld(anIssue({ raisedOn: '2026-11-17' as Day }), today, calendar, policy)).toBe(false);
  });

  test('as a backlog goes up all together, a category named from five on', () => {
    const raisedOn = '2026-11-02' as Day;
    const categories = issueCategories.slice(0, 2);
    const old = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        anIssue({ raisedOn, category: categories[index < 6 ? 0 : 1] ?? 'training' }),
      );
    expect(backlogOf(old(9), today, calendar, policy)).toBeUndefined();
    expect(backlogOf([...old(10), anIssue()], today, calendar, policy)).toEqual({
      kind: 'backlog',
      issues: 10,
      olderThanWorkingDays: 5,
      byCategory: [{ category: categories[0], issues: 6 }],
    });
  });

  test('alone goes up only after the promised time, by what it does, who stands behind it, or how long it waits', () => {
    const of = (issue: Partial<Issue>, waitingDays: number, supporters = 0) =>
      issueNeedsEscalation(anIssue(issue), { waitingDays, supporters }, policy);
    expect(of({ effect: 'careCouldSuffer' }, 5)).toBeUndefined();
    expect(of({ effect: 'careCouldSuffer' }, 6)).toBe('severity');
    expect(of({}, 6, 11)).toBe('supporters');
    expect(of({}, 6, 10)).toBeUndefined();
    expect(of({}, 11)).toBe('age');
    for (const status of statuses.slice(1))
      expect(of({ status, effect: 'careCouldSuffer' }, 30)).toBeUndefined();
  });

  test('is in exactly one part of the list, and the most urgent first', () => {
    for (const status of statuses) {
      const parts = issueFilters.filter((filter) =>
        isIn(anIssue({ status }), filter, today, calendar, policy),
      );
      expect(parts).toHaveLength(1);
    }
    const harm = anIssue({ issueId: asId('harm'), effect: 'careCouldSuffer' });
    const hazard = anIssue({ issueId: asId('hazard'), hazard: { status: 'open' } });
    const done = anIssue({ issueId: asId('done'), status: 'answered' });
    expect([done, anIssue(), harm, hazard].sort(byUrgency).map(({ issueId }) => issueId)).toEqual([
      'hazard',
      'harm',
      'i1',
      'done',
    ]);
  });

  test('is looked at when each working day begins, also after a bank holiday', () => {
    const dueAt = (at: string) => newIssueWatch(programme.id, calendar, at as Instant).dueAt?.normal;
    expect(dueAt('2026-12-24T16:00:00.000Z')).toBe('2026-12-29T09:00:00.000Z');
    expect(dueAt('2026-11-24T07:00:00.000Z')).toBe('2026-11-25T09:00:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const at = new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant;
        const watch = newIssueWatch(programme.id, calendar, at);
        const next = nextWatch(watch, calendar, watch.dueAt?.normal ?? at);
        expect((next.dueAt?.normal ?? '') > (watch.dueAt?.normal ?? '')).toBe(true);
        expect(next.intents).toHaveLength(1);
        const day = (watch.dueAt?.normal ?? '').slice(0, 10) as Day;
        expect((next.dueAt?.normal ?? '').slice(0, 10)).toBe(workingDayAfter(day, 1, calendar));
      }),
      { numRuns: 50 },
    );
  });
});

test('a small site is told as its site group', () => {
  expect(shownPlace(programme, 'RZZ02', 9)).toEqual({ name: 'Community', isSiteGroup: true });
  expect(shownPlace(programme, 'RZZ02', 10)).toEqual({ name: 'Mill Lane Clinic', isSiteGroup: false });
});
