/** The chain of an escalation: who is asked when, whoever is away; it never ends by itself, and one decision wins. */

import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { acknowledgeEscalation } from '../../../src/domain/escalation/acknowledge-escalation';
import { adviseEscalation } from '../../../src/domain/escalation/advise-escalation';
import { answerMore, askForMore } from '../../../src/domain/escalation/ask-for-more';
import { askAnew, goOn, resettle } from '../../../src/domain/escalation/chain';
import { decideEscalation } from '../../../src/domain/escalation/decide-escalation';
import { delegateEscalation } from '../../../src/domain/escalation/delegate-escalation';
import type { Asked, Escalation } from '../../../src/domain/escalation/escalation';
import { forwardEscalation } from '../../../src/domain/escalation/forward-escalation';
import { raiseEscalation } from '../../../src/domain/escalation/raise-escalation';
import type { Roster } from '../../../src/domain/escalation/roster';
import { stepsOf } from '../../../src/domain/escalation/steps-of';
import { supersedeDecision } from '../../../src/domain/escalation/supersede-decision';
import { asId, type PersonId } from '../../../src/domain/ids';
import { type Instant, plusDays } from '../../../src/domain/instant';
import { planIntents } from '../../../src/domain/intent/plan-intents';
import type { EscalationPolicy, Role } from '../../../src/domain/programme/programme';
import { aProgramme } from '../../support/samples';

const start = '2026-11-24T10:00:00.000Z' as Instant;
const calendar = calendarOf({ timeZone: 'Europe/London' });
const board = { aadObjectId: 'board', displayName: 'Bo Board' };
const usual: EscalationPolicy = { leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 };
const quick: EscalationPolicy = {
  ...usual,
  steps: [
    { role: 'sro', acknowledgeWithinHours: 2, decideWithinHours: 8 },
    { role: 'deputySro', decideWithinHours: 4 },
    { role: 'sponsor', decideWithinHours: 4 },
  ],
  board,
};
/** Who holds what: a person is called by their role and a number. */
const everyone = ['sro1', 'deputySro1', 'sponsor1', 'sponsor2', 'lead1', 'board1'];
const id = (name: string) => asId<PersonId>(name);
const roleOf = (name: string) => (name === 'board1' ? 'sponsor' : name.slice(0, -1)) as Role;
const asked = (name: string): Asked => ({ personId: id(name), role: roleOf(name) });

function rosterOf(
  policy: EscalationPolicy,
  away: readonly string[] = [],
  gone: readonly string[] = [],
): Roster {
  const here = everyone.filter((name) => !gone.includes(name));
  const holding = (role: Role) =>
    here.filter((name) => name !== 'board1' && roleOf(name) === role).map(asked);
  return {
    rungs: stepsOf(policy).map((step) => ({
      step,
      people:
        'role' in step.who ? holding(step.who.role) : here.filter((name) => name === 'board1').map(asked),
    })),
    deputies: holding('deputySro'),
    holders: new Set(here.map(id)),
    away: new Set(away.map(id)),
    copied: [],
  };
}

function raised(policy: EscalationPolicy): Escalation {
  const result = raiseEscalation({
    programme: { ...aProgramme(), escalationPolicy: policy },
    source: { kind: 'issue', issueId: asId('i1') },
    facts: [{ kind: 'review', reviewId: asId('r1'), title: 'A', outcome: 'contested', groups: [] }],
    known: [],
    now: start,
  }).raised;
  if (!result) throw new Error('not raised');
  return result;
}

const standard = {
  question: 'What now?',
  options: [
    { id: 'option1', title: 'This', consequence: 'It costs.' },
    { id: 'option2', title: 'That', consequence: 'It waits.' },
  ],
};
function up(
  policy: EscalationPolicy,
  away: readonly string[] = [],
  gone: readonly string[] = [],
): Escalation {
  const asking = { roster: rosterOf(policy, away, gone), calendar, now: start };
  const result = forwardEscalation(raised(policy), { ...asking, lead: 'clock', standard });
  if (result.outcome !== 'forwarded') throw new Error(result.outcome);
  return result.next;
}

/** The next clock of the assignment fires; `undefined` when none of that kind is left. */
function fire(state: Escalation, clock: 'acknowledge' | 'decide', roster: Roster): Escalation | undefined {
  const due = state.intents.find(({ kind, data }) => kind === 'hand-over' && data?.clock === clock);
  if (!due) return undefined;
  return goOn(state, { kind: clock, number: Number(due.data?.number) }, { roster, calendar, now: due.dueAt });
}
const names = (state: Escalation | undefined) => state?.assignment?.asked.map(({ personId }) => personId);
const carded = (state: Escalation | undefined) => state?.assignment?.carded;

describe('who is asked first', () => {
  it.each([
    ['the SRO', usual, [], [], ['sro1']],
    ['the deputy at once, when the SRO is away', usual, ['sro1'], [], ['deputySro1']],
    [
      'the deputy also where no step names one',
      { ...usual, steps: [{ role: 'sro', decideWithinHours: 8 }] },
      ['sro1'],
      [],
      ['deputySro1'],
    ],
    ['the deputy, when there is no SRO', usual, [], ['sro1'], ['deputySro1']],
    ['the sponsors, when neither is there', usual, ['sro1', 'deputySro1'], [], ['sponsor1', 'sponsor2']],
    ['those of the sponsors who are there', usual, ['sro1', 'deputySro1', 'sponsor1'], [], ['sponsor2']],
    [
      'the board, when everybody else is away',
      quick,
      ['sro1', 'deputySro1', 'sponsor1', 'sponsor2'],
      [],
      ['board1'],
    ],
    [
      'everybody all the same, when all are away',
      usual,
      ['sro1', 'deputySro1', 'sponsor1', 'sponsor2'],
      [],
      ['sro1', 'deputySro1', 'sponsor1', 'sponsor2'],
    ],
  ] as const)('%s', (_what, policy, away, gone, expected) => {
    const state = up(policy as EscalationPolicy, away, gone);
    expect(names(state)).toEqual(expected);
    expect(carded(state)).toEqual(expected);
  });

  it('is nobody only where no step has anybody', () => {
    const asking = { roster: rosterOf(usual, [], everyone), calendar, now: start };
    expect(forwardEscalation(raised(usual), { ...asking, lead: 'clock', standard }).outcome).toBe(
      'noExecutive',
    );
  });
});

describe('silence', () => {
  const roster = rosterOf(quick);

  it('counts working time: two hours to look, a working day to decide', () => {
    expect(up(quick).assignment).toMatchObject({
      step: 0,
      acknowledgeBy: '2026-11-24T12:00:00.000Z',
      decideBy: '2026-11-25T10:00:00.000Z',
    });
    expect(up(usual).assignment?.decideBy).toBe('2026-12-01T17:00:00.000Z');
  });

  it('goes up step by step to the board’s contact, and everybody stays asked', () => {
    const second = fire(up(quick), 'decide', roster);
    const third = second && fire(second, 'decide', roster);
    const last = third && fire(third, 'decide', roster);
    expect([names(second), names(third), names(last)]).toEqual([
      ['sro1', 'deputySro1'],
      ['sro1', 'deputySro1', 'sponsor1', 'sponsor2'],
      ['sro1', 'deputySro1', 'sponsor1', 'sponsor2', 'board1'],
    ]);
    expect([carded(second), carded(third), carded(last)]).toEqual([
      ['deputySro1'],
      ['sponsor1', 'sponsor2'],
      ['board1'],
    ]);
    const again = last && fire(last, 'decide', roster);
    expect(again?.assignment).toMatchObject({ isAgain: true, carded: names(last) });
    const onceMore = again && fire(again, 'decide', rosterOf(quick, ['sro1'], ['sponsor2']));
    expect(names(onceMore)).toEqual(['sro1', 'deputySro1', 'sponsor1', 'board1']);
    expect(carded(onceMore)).toEqual(['deputySro1', 'sponsor1', 'board1']);
  });

  it('of somebody who has looked only counts for the decision', () => {
    const looked = acknowledgeEscalation(up(quick), id('sro1'), start);
    if (looked.outcome !== 'acknowledged') throw new Error(looked.outcome);
    expect(fire(looked.next, 'acknowledge', roster)).toBeUndefined();
    expect(acknowledgeEscalation(looked.next, id('sro1'), start).outcome).toBe('alreadyAcknowledged');
    expect(acknowledgeEscalation(looked.next, id('deputySro1'), start).outcome).toBe('notAsked');
    expect(names(fire(looked.next, 'decide', roster))).toEqual(['sro1', 'deputySro1']);
    expect(names(fire(up(quick), 'acknowledge', roster))).toEqual(['sro1', 'deputySro1']);
  });

  it('skips a step that nobody holds or whose holders are away', () => {
    expect(names(fire(up(quick), 'decide', rosterOf(quick, ['deputySro1'])))).toEqual([
      'sro1',
      'sponsor1',
      'sponsor2',
    ]);
    expect(names(fire(up(quick), 'decide', rosterOf(quick, [], ['deputySro1'])))).toEqual([
      'sro1',
      'sponsor1',
      'sponsor2',
    ]);
  });

  it('of a delegate goes on from the step that it was handed on from', () => {
    const passed = delegateEscalation(up(quick), {
      calendar,
      to: asked('lead1'),
      rationale: 'You know it.',
      by: id('sro1'),
      now: start,
    });
    if (passed.outcome !== 'delegated') throw new Error(passed.outcome);
    expect(passed.next.assignment?.acknowledgeBy).toBe('2026-11-24T12:00:00.000Z');
    expect(names(fire(passed.next, 'decide', roster))).toEqual(['lead1', 'deputySro1']);
  });
});

describe('a delegate’s silence while everybody else is away', () => {
  it('asks all of them, each with a card that waits for them', () => {
    const passed = delegateEscalation(up(quick), {
      calendar,
      to: asked('lead1'),
      rationale: 'You know it.',
      by: id('sro1'),
      now: start,
    });
    if (passed.outcome !== 'delegated') throw new Error(passed.outcome);
    const others = everyone.filter((name) => name !== 'lead1');
    const next = fire(passed.next, 'decide', rosterOf(quick, others));
    expect(names(next)).toEqual(['lead1', 'sro1', 'deputySro1', 'sponsor1', 'sponsor2', 'board1']);
    expect(carded(next)).toEqual(['lead1', 'deputySro1', 'sponsor1', 'sponsor2', 'board1']);
  });
});

describe('a change of who holds what', () => {
  const settle = (state: Escalation, away: readonly string[], gone: readonly string[] = []) =>
    resettle(state, { roster: rosterOf(quick, away, gone), calendar, now: start });

  it('asks a new holder, drops who has left, and leaves the clocks', () => {
    const alone = up(quick, [], ['sponsor1', 'sponsor2']);
    expect(settle(alone, [])).toBeUndefined();
    const replaced = {
      ...alone,
      assignment: alone.assignment && { ...alone.assignment, asked: [asked('sro9')], carded: [id('sro9')] },
    };
    const settled = settle(replaced, []);
    expect(names(settled)).toEqual(['sro1']);
    expect(settled?.assignment?.decideBy).toBe(alone.assignment?.decideBy);
  });

  it('asks the deputy as soon as the SRO goes away, and the SRO again who is back', () => {
    const away = settle(up(quick), ['sro1']);
    expect([names(away), carded(away)]).toEqual([['sro1', 'deputySro1'], ['deputySro1']]);
    const wasAway = up(quick, ['sro1']);
    expect(names(wasAway)).toEqual(['deputySro1']);
    expect(names(settle(wasAway, []))).toEqual(['deputySro1', 'sro1']);
  });

  it('asks the next step at once where nobody of those asked is there', () => {
    expect(names(settle(up(quick), ['sro1', 'deputySro1']))).toEqual(['sro1', 'sponsor1', 'sponsor2']);
  });

  it('counts when a deferral ends', () => {
    const deferred = decideEscalation(up(quick), {
      kind: 'defer',
      rationale: 'After the audit.',
      deferUntil: plusDays(start, 7),
      by: { personId: id('sro1'), name: 'S' },
      now: start,
    });
    if (deferred.outcome !== 'decided') throw new Error(deferred.outcome);
    const asking = { roster: rosterOf(quick, ['sro1']), calendar, now: plusDays(start, 7) };
    expect(names(askAnew(deferred.next, asking))).toEqual(['deputySro1']);
    expect(names(askAnew(deferred.next, { ...asking, roster: rosterOf(quick) }))).toEqual(['sro1']);
  });
});

describe('beside the decision', () => {
  const by = (name: string) => ({ personId: id(name), name, role: roleOf(name) });

  it('advice comes from a role or with a copy, once, until it is decided', () => {
    const state = { ...up(quick), copiedTo: [id('viewer1')] };
    const advise = (who: string, words = 'Wait for the labs.', of: Escalation = state) =>
      adviseEscalation(of, { words, by: by(who), now: start });
    expect(advise('viewer2').outcome).toBe('mayNotAdvise');
    expect(advise('viewer1', ' ')).toEqual({ outcome: 'incomplete', missing: 'words' });
    const given = advise('viewer1');
    if (given.outcome !== 'advised') throw new Error(given.outcome);
    expect(advise('viewer1', 'Wait for the labs.', given.next).outcome).toBe('alreadyAdvised');
    expect(advise('lead1', 'No.', { ...given.next, status: 'decided' }).outcome).toBe('alreadyDecided');
    expect(given.next.assignment?.decideBy).toBe(state.assignment?.decideBy);
  });

  it('asking the lead for more leaves the clocks as they are; the first answer stands', () => {
    const state = up(quick);
    expect(askForMore(state, { words: 'Why now?', by: by('lead1'), now: start }).outcome).toBe(
      'askedOfSomeoneElse',
    );
    const more = askForMore(state, { words: 'Why now?', by: by('sro1'), now: start });
    if (more.outcome !== 'asked') throw new Error(more.outcome);
    const decideClocks = ({ intents }: Escalation) => intents.filter(({ data }) => data?.clock === 'decide');
    expect(decideClocks(more.next)).toEqual(decideClocks(state));
    expect(more.next.assignment?.acknowledged?.by).toBe(id('sro1'));
    expect(askForMore(more.next, { words: 'Why now?', by: by('sro1'), now: start }).outcome).toBe(
      'alreadyAsked',
    );
    const answer = (of: Escalation, number = 1) =>
      answerMore(of, { number, words: 'The rota.', by: by('lead1'), now: start });
    const answered = answer(more.next);
    if (answered.outcome !== 'answered') throw new Error(answered.outcome);
    expect(answer(answered.next).outcome).toBe('alreadyAnswered');
    expect(answer(answered.next, 2).outcome).toBe('noSuchQuestion');
  });

  it('a decision is taken again by the SRO or the deputy, of what they saw, and the earlier one stays', () => {
    const decided = decideEscalation(up(quick), {
      kind: 'approve',
      optionId: 'option1',
      rationale: 'Yes.',
      reviewOn: '2027-01-04' as never,
      by: by('sro1'),
      now: start,
    });
    if (decided.outcome !== 'decided') throw new Error(decided.outcome);
    const first = decided.next.decision?.decisionId ?? asId('none');
    const again = (who: string, of: Escalation = decided.next, supersedes = first) =>
      supersedeDecision(of, {
        kind: 'reject',
        rationale: 'It did not work.',
        supersedes,
        by: { ...by(who), roles: [roleOf(who)] },
        now: start,
      });
    expect(again('sponsor1').outcome).toBe('mayNotSupersede');
    expect(again('sro1', up(quick)).outcome).toBe('notDecidedYet');
    const replaced = again('deputySro1');
    if (replaced.outcome !== 'decided') throw new Error(replaced.outcome);
    expect(replaced.next.decision).toMatchObject({ kind: 'reject', supersedes: first, role: 'deputySro' });
    expect(replaced.next.earlierDecisions.map(({ decisionId }) => decisionId)).toEqual([first]);
    expect(again('sro1', replaced.next).outcome).toBe('supersededMeanwhile');
    const reviews = (state: Escalation) =>
      state.intents.filter(({ id }) => id.startsWith('put-on-desk:review:'));
    expect([reviews(decided.next).map(({ dueAt }) => dueAt), reviews(replaced.next)]).toEqual([
      ['2027-01-04T08:00:00.000Z'],
      [],
    ]);
  });
});

describe('whatever happens in whatever order', () => {
  const step = fc.record({
    what: fc.constantFrom(
      'clock',
      'clock',
      'clock',
      'look',
      'decide',
      'defer',
      'delegate',
      'settle',
      'more',
      'advise',
      'again',
    ),
    who: fc.constantFrom(...everyone),
    other: fc.constantFrom(...everyone),
    away: fc.subarray(everyone),
    gone: fc.subarray(everyone.filter((name) => name !== 'sro1')),
  });
  const policy = fc.record({
    leadWithinWorkingDays: fc.constant(3),
    decideWithinWorkingDays: fc.constant(5),
    steps: fc.array(
      fc.record({
        role: fc.constantFrom<Role>('sro', 'deputySro', 'sponsor', 'lead'),
        decideWithinHours: fc.integer({ min: 4, max: 40 }),
        acknowledgeWithinHours: fc.option(fc.constant(3), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    board: fc.option(fc.constant(board), { nil: undefined }),
  });

  /** The earliest thing that is due by itself, and when. */
  function tick(state: Escalation, roster: Roster): Escalation | undefined {
    const clocks = ['go-up', 'hand-over', 'ask-again'];
    const [due] = state.intents
      .filter(({ kind }) => clocks.includes(kind))
      .sort((one, two) => (one.dueAt < two.dueAt ? -1 : 1));
    if (!due) throw new Error('nothing is due any more');
    const asking = { roster, calendar, now: due.dueAt };
    const kind = due.data?.clock === 'acknowledge' ? 'acknowledge' : 'decide';
    const next =
      due.kind === 'go-up'
        ? forwardEscalation(state, { ...asking, lead: 'clock', standard })
        : due.kind === 'ask-again'
          ? { next: askAnew(state, asking) }
          : { next: goOn(state, { kind, number: Number(due.data?.number) }, asking) };
    return planIntents(('next' in next && next.next) || state, [], [due.id]);
  }

  it('somebody is asked and a clock runs until one decision ends both', () => {
    fc.assert(
      fc.property(policy, fc.array(step, { maxLength: 25 }), (declared, steps) => {
        // Where no step has anybody the programme file is refused: it names an SRO.
        const rules = {
          ...declared,
          steps: [...(declared.steps ?? []), { role: 'sro' as const, decideWithinHours: 8 }],
        };
        let state = raised(rules);
        let finals = 0;
        for (const { what, who, other, away, gone } of steps) {
          const roster = rosterOf(rules, away, gone);
          const now = plusDays(start, 1);
          const by = { personId: id(who), name: who, role: roleOf(who), roles: [roleOf(who)] };
          const asking = { roster, calendar, now };
          const result =
            what === 'clock'
              ? { next: state.status === 'decided' ? undefined : tick(state, roster) }
              : what === 'look'
                ? acknowledgeEscalation(state, by.personId, now)
                : what === 'decide'
                  ? decideEscalation(state, { kind: 'approve', optionId: 'option1', rationale: 'r', by, now })
                  : what === 'defer'
                    ? decideEscalation(state, {
                        kind: 'defer',
                        deferUntil: plusDays(now, 3),
                        rationale: 'r',
                        by,
                        now,
                      })
                    : what === 'delegate'
                      ? delegateEscalation(state, {
                          calendar,
                          to: asked(other),
                          rationale: 'r',
                          by: by.personId,
                          now,
                        })
                      : what === 'settle'
                        ? { next: resettle(state, asking) }
                        : what === 'more'
                          ? askForMore(state, { words: other, by, now })
                          : what === 'advise'
                            ? adviseEscalation(state, { words: other, by, now })
                            : supersedeDecision(state, {
                                kind: 'reject',
                                rationale: 'r',
                                supersedes: state.decision?.decisionId ?? asId('none'),
                                by,
                                now,
                              });
          const next = 'next' in result ? result.next : undefined;
          if (next?.status === 'decided' && state.status !== 'decided') finals += 1;
          state = next ?? state;
          const kinds = state.intents.map(({ kind }) => kind);
          const { assignment, earlierAssignments } = state;
          const cards = [...earlierAssignments, ...(assignment ? [assignment] : [])].flatMap(
            (one) => one.carded,
          );
          const isAsked =
            assignment !== undefined &&
            assignment.asked.length > 0 &&
            assignment.asked.every(({ personId }) => cards.includes(personId));
          switch (state.status) {
            case 'withLead':
              expect(kinds).toContain('go-up');
              break;
            case 'withExecutive':
              expect([isAsked, kinds.includes('hand-over'), kinds.includes('go-up')]).toEqual([
                true,
                true,
                false,
              ]);
              break;
            case 'deferred':
              expect([kinds.includes('ask-again'), kinds.includes('hand-over')]).toEqual([true, false]);
              break;
            case 'decided':
              expect(
                kinds.filter((kind) => ['hand-over', 'ask-again', 'go-up', 'put-on-desk'].includes(kind)),
              ).toEqual([]);
          }
          expect(finals).toBe(state.status === 'decided' ? 1 : 0);
          expect(state.intents.length).toBeLessThanOrEqual(32);
        }
      }),
      { numRuns: 150 },
    );
  });
});
