/** An escalation goes up once, is decided once, and never loses who had it. */

import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { goOn } from '../../../src/domain/escalation/chain';
import { decideEscalation } from '../../../src/domain/escalation/decide-escalation';
import { delegateEscalation } from '../../../src/domain/escalation/delegate-escalation';
import type {
  Escalation,
  EscalationEvidence,
  EscalationFact,
  EscalationSource,
} from '../../../src/domain/escalation/escalation';
import { assignmentNumberOf, campaignsShowing } from '../../../src/domain/escalation/escalation-campaigns';
import { forwardEscalation } from '../../../src/domain/escalation/forward-escalation';
import { raiseEscalation } from '../../../src/domain/escalation/raise-escalation';
import type { Roster } from '../../../src/domain/escalation/roster';
import { stepsOf } from '../../../src/domain/escalation/steps-of';
import { asId, type PersonId, type WaveId } from '../../../src/domain/ids';
import { type Day, type Instant, plusDays } from '../../../src/domain/instant';
import { aProgramme } from '../../support/samples';

const now = '2026-11-24T10:00:00.000Z' as Instant;
const programme = aProgramme();
const waveId = asId<WaveId>('larkfield.readiness.w3');
const source = { kind: 'wave', waveId } as const;
const [lead, sro, deputy] = ['lead', 'sro', 'deputy'].map((id) => asId<PersonId>(id)) as [
  PersonId,
  PersonId,
  PersonId,
];
const evidence = (groupId: string, wave: WaveId = waveId): EscalationEvidence => ({
  kind: 'belowFloor',
  groupId: asId(groupId),
  groupName: groupId,
  waveId: wave,
  waveTitle: 'Ready for go-live 3',
  atomIds: [groupId],
  n: 40,
  headcount: 90,
  favourableShare: 0.3,
  interval: { lower: 0.18, upper: 0.45 },
  floor: 0.6,
  lowSince: now,
});
const standard = {
  question: 'What should the programme do?',
  options: [
    { id: 'moreTraining', title: 'More training', consequence: 'Two weeks' },
    { id: 'acceptBecause', title: 'Accept', consequence: 'None' },
  ],
};

function raised(): Escalation {
  const result = raiseEscalation({ programme, source, evidence: [evidence('a')], known: [], now }).raised;
  if (!result) throw new Error('not raised');
  return result;
}
const calendar = calendarOf(programme);
const roster: Roster = {
  rungs: stepsOf(programme.escalationPolicy).map((step) => ({
    step,
    people: 'role' in step.who ? peopleIn(step.who.role) : [],
  })),
  deputies: peopleIn('deputySro'),
  holders: new Set([lead, sro, deputy]),
  away: new Set(),
  copied: [],
};
const asking = { roster, calendar, now };
function peopleIn(role: string) {
  if (role === 'sro') return [{ personId: sro, role: 'sro' as const }];
  return role === 'deputySro' ? [{ personId: deputy, role: 'deputySro' as const }] : [];
}
const overdue = (escalation: Escalation) =>
  goOn(escalation, { kind: 'decide', number: assignmentNumberOf(escalation) }, asking);

const forward = (escalation: Escalation, words?: Parameters<typeof forwardEscalation>[1]['lead']) =>
  forwardEscalation(escalation, {
    ...asking,
    lead: words ?? { personId: lead, words: { options: [] } },
    standard,
  });
function withExecutive(): Escalation {
  const result = forward(raised());
  if (result.outcome !== 'forwarded') throw new Error(result.outcome);
  return result.next;
}
const decide = (escalation: Escalation, changes: object = {}) =>
  decideEscalation(escalation, {
    kind: 'approve',
    optionId: 'moreTraining',
    rationale: 'The wards are not ready.',
    by: { personId: sro, name: 'Sam Sponsor' },
    now,
    ...changes,
  });

describe('raising', () => {
  it('makes one escalation for the wave and gives the lead three working days', () => {
    const escalation = raised();
    expect(escalation.leadActsBy).toBe('2026-11-27T17:00:00.000Z');
    expect(escalation.intents.map(({ kind }) => kind)).toEqual(['start-campaign', 'go-up']);
  });

  it('adds evidence, not a card, to one that is open or deferred for the same group', () => {
    const later = asId<WaveId>('larkfield.readiness.w4');
    const open = raised();
    const result = raiseEscalation({
      programme,
      source: { kind: 'wave', waveId: later },
      evidence: [evidence('a', later), evidence('b', later)],
      known: [open],
      now,
    });
    expect(result.strengthened.map((one) => one.evidence.length)).toEqual([2]);
    expect(result.strengthened[0]?.intents).toEqual(open.intents);
    expect(result.raised?.evidence.map(({ groupId }) => groupId)).toEqual(['b']);
    const again = raiseEscalation({
      programme,
      source: { kind: 'wave', waveId: later },
      evidence: [evidence('a', later)],
      known: result.strengthened,
      now,
    });
    expect(again).toEqual({ strengthened: [] });
  });

  it('makes a card for the whole of a group while one is open for a list or for a part of it', () => {
    const later = asId<WaveId>('larkfield.readiness.w4');
    for (const people of [{ chosenBecause: 'They tried it out.' }, { isPartOfGroup: true as const }]) {
      const open = { ...raised(), evidence: [{ ...evidence('a'), ...people }] };
      const result = raiseEscalation({
        programme,
        source: { kind: 'wave', waveId: later },
        evidence: [evidence('a', later)],
        known: [open],
        now,
      });
      expect(result).toMatchObject({ strengthened: [], raised: { evidence: [{ waveId: later }] } });
    }
  });

  it.each([
    ['an issue', { kind: 'issue', issueId: asId('i1') }, 'escalation.i1.2'],
    ['a gate', { kind: 'gate', gateId: asId('g1') }, 'escalation.g1.2'],
    ['a review', { kind: 'review', reviewId: asId('r1') }, 'escalation.r1.2'],
    ['a backlog', { kind: 'backlog', on: '2026-11-25' as Day }, 'escalation.backlog.2026-11-25'],
  ] as const)(
    'makes one escalation of %s while it is unsettled, and another once it is decided',
    (_what, from, second) => {
      const fact = from as unknown as EscalationFact;
      const raise = (known: readonly Escalation[], subject = from as EscalationSource) =>
        raiseEscalation({ programme, source: subject, facts: [fact], known, now });
      const earlier = (
        from.kind === 'backlog' ? { ...from, on: '2026-11-20' as Day } : from
      ) as EscalationSource;
      const first = raise([], earlier).raised;
      if (!first) throw new Error('not raised');
      expect(raise([first]).raised).toBeUndefined();
      expect(raise([first]).covering?.escalationId).toBe(first.escalationId);
      expect(raise([{ ...first, status: 'deferred' }]).raised).toBeUndefined();
      expect(raise([{ ...first, status: 'decided' }]).raised?.escalationId).toBe(second);
    },
  );

  it('is one for one occasion, also where it is decided by the time that it is raised again', () => {
    const raise = (known: readonly Escalation[], occasion: string) => {
      const subject: EscalationSource = { kind: 'gate', gateId: asId('g1') };
      const facts = [subject as unknown as EscalationFact];
      return raiseEscalation({ programme, source: subject, occasion, facts, known, now });
    };
    const first = raise([], 'escalate-gate:2').raised;
    if (!first) throw new Error('not raised');
    const decided: Escalation = { ...first, status: 'decided' };
    expect(raise([decided], 'escalate-gate:2')).toEqual({ covering: decided, strengthened: [] });
    expect(raise([decided], 'escalate-gate:5').raised?.escalationId).toBe('escalation.g1.2');
  });

  it('raises nothing without a group below the floor', () => {
    expect(raiseEscalation({ programme, source, evidence: [], known: [], now })).toEqual({
      strengthened: [],
    });
  });
});

describe('forwarding', () => {
  it('fills in the standard question and options when the lead adds none', () => {
    const next = withExecutive();
    expect(next.case).toEqual({ ...standard, preparedBy: lead });
    expect(next.assignment?.asked).toEqual([{ personId: sro, role: 'sro' }]);
    expect(next.intents.some(({ kind }) => kind === 'go-up')).toBe(false);
  });

  it('happens once', () => {
    expect(forward(withExecutive(), 'clock').outcome).toBe('alreadyForwarded');
  });

  it.each([
    [[{ title: 'Delay', consequence: '' }], 'consequence'],
    [[{ title: '', consequence: 'Two weeks' }], 'title'],
    [[{ title: 'Delay', consequence: 'Two weeks' }], 'secondOption'],
  ])('names what an option lacks', (options, missing) => {
    expect(forward(raised(), { personId: lead, words: { options } })).toEqual({
      outcome: 'incomplete',
      missing,
    });
  });

  it('refuses a recommendation of an option that is not there', () => {
    const words = { options: [], recommendedOption: 3 };
    expect(forward(raised(), { personId: lead, words }).outcome).toBe('recommendsNothing');
  });
});

describe('deciding', () => {
  it('records who, in which role, why, and what follows', () => {
    const result = decide(withExecutive());
    if (result.outcome !== 'decided') throw new Error(result.outcome);
    expect(result.next.decision).toMatchObject({ kind: 'approve', optionId: 'moreTraining', role: 'sro' });
    expect(result.next.intents.map(({ kind }) => kind)).toContain('log-decision');
    expect(result.next.intents.map(({ kind }) => kind)).not.toContain('hand-over');
    expect(decide(result.next).outcome).toBe('alreadyDecided');
  });

  it.each([
    [{ rationale: '  ' }, 'rationale'],
    [{ optionId: 'nonsense' }, 'option'],
    [{ kind: 'defer' }, 'deferUntil'],
    [{ kind: 'defer', deferUntil: '2026-11-01T00:00:00.000Z' }, 'deferUntil'],
  ])('asks for what is missing: %j', (changes, missing) => {
    expect(decide(withExecutive(), changes)).toEqual({ outcome: 'incomplete', missing });
  });

  it('is for the person asked alone, and not before it went up', () => {
    expect(decide(withExecutive(), { by: { personId: deputy, name: 'Dee' } }).outcome).toBe(
      'askedOfSomeoneElse',
    );
    expect(decide(raised()).outcome).toBe('notYetForwarded');
  });

  it('may follow a deferral, which stays on record', () => {
    const deferred = decide(withExecutive(), { kind: 'defer', deferUntil: plusDays(now, 7) });
    if (deferred.outcome !== 'decided') throw new Error(deferred.outcome);
    expect(deferred.next.status).toBe('deferred');
    const final = decide(deferred.next);
    if (final.outcome !== 'decided') throw new Error(final.outcome);
    expect(final.next.earlierDecisions.map(({ kind }) => kind)).toEqual(['defer']);
    expect(final.next.decision?.decisionId).toBe('escalation.larkfield.readiness.w3.d2');
  });
});

describe('handing on', () => {
  const delegation = {
    calendar,
    to: { personId: deputy, role: 'deputySro' as const },
    rationale: 'On leave until Monday.',
    by: sro,
    now,
  };

  it('moves the question to the delegate and keeps who had it', () => {
    const result = delegateEscalation(withExecutive(), delegation);
    if (result.outcome !== 'delegated') throw new Error(result.outcome);
    expect(result.next.assignment).toMatchObject({ asked: [delegation.to], delegatedBy: sro });
    expect(result.next.earlierAssignments).toHaveLength(1);
    expect(decide(result.next).outcome).toBe('askedOfSomeoneElse');
  });

  it('needs a reason and somebody else', () => {
    expect(delegateEscalation(withExecutive(), { ...delegation, rationale: ' ' }).outcome).toBe('incomplete');
    const self = { personId: sro, role: 'sro' as const };
    expect(delegateEscalation(withExecutive(), { ...delegation, to: self }).outcome).toBe('toThemselves');
  });

  it('asks the deputy as well when the time is over, and then everybody again', () => {
    const next = overdue(withExecutive());
    expect(next?.assignment?.asked.map(({ role }) => role)).toEqual(['sro', 'deputySro']);
    if (!next) throw new Error('not handed over');
    expect(next.assignment?.carded).toEqual([deputy]);
    expect(goOn(next, { kind: 'decide', number: 1 }, asking)).toBeUndefined();
    expect(overdue(next)?.assignment).toMatchObject({ isAgain: true, carded: [sro, deputy] });
  });
});

describe('the cards that a change leaves behind', () => {
  it('are, beside those on the desks of the people asked, those by which the lead prepared it', () => {
    expect(campaignsShowing(withExecutive())).toEqual([`prepare.${raised().escalationId}`]);
  });
});
