import fc from 'fast-check';
import { asId } from '../../../src/domain/ids';
import { type Day, dayOf, type Instant, plusDays } from '../../../src/domain/instant';
import type { Shift } from '../../../src/domain/programme/person';
import { shifts } from '../../../src/domain/programme/person';
import type { Programme } from '../../../src/domain/programme/programme';
import {
  nextTimeToBegin,
  nextTimeToWrite,
  sendingRulesOf,
} from '../../../src/domain/timing/next-time-to-write';
import {
  type PreferredTime,
  preferredTimes,
  type SendingPolicy,
} from '../../../src/domain/timing/sending-policy';
import { objectionTo, wallClock } from './quiet-oracle';
import {
  type SimulatedMessage,
  type SimulatedPerson,
  type SimulatedProgramme,
  type SimulatedPulse,
  simulate,
} from './two-years';

const timeZone = 'Europe/London';
const day = (value: string) => value as Day;
const instant = (value: string) => value as Instant;

describe('the next time to write', () => {
  const next = (
    from: string,
    person: Parameters<typeof nextTimeToWrite>[1] = {},
    sending: SendingPolicy = {},
  ) => wallClock(nextTimeToWrite(instant(from), person, sendingRulesOf({ timeZone, sending })));

  test.each([
    ['in the middle of the day', '2026-11-23T10:15:00.000Z', '2026-11-23 10:15:00'],
    ['in the night', '2026-11-23T03:00:00.000Z', '2026-11-23 08:30:00'],
    ['in the morning’s handover', '2026-11-23T07:10:00.000Z', '2026-11-23 08:30:00'],
    ['in the evening’s handover', '2026-11-23T19:00:00.000Z', '2026-11-23 20:30:00'],
    ['a moment before the handover', '2026-11-23T18:59:59.999Z', '2026-11-23 18:59:59'],
    ['late', '2026-11-23T21:30:00.000Z', '2026-11-24 08:30:00'],
  ])('on days, %s', (_, from, expected) => {
    expect(next(from)).toBe(expected);
    expect(next(from, { shift: 'rotating' })).toBe(expected);
    expect(next(from, { shift: 'unknown' })).toBe(expected);
  });

  test.each([
    ['2026-11-23T10:15:00.000Z', '2026-11-23 21:00:00'],
    ['2026-11-23T23:59:00.000Z', '2026-11-23 23:59:00'],
    ['2026-11-23T04:59:00.000Z', '2026-11-23 04:59:00'],
    ['2026-11-23T05:00:00.000Z', '2026-11-23 21:00:00'],
  ])('on nights, from %s', (from, expected) => {
    expect(next(from, { shift: 'nights' })).toBe(expected);
  });

  test('where days are left out until further notice, is looked for again in a year', () => {
    const blackouts = [{ from: '2026-11-01' as Day, to: '9999-12-31' as Day, why: 'Until further notice' }];
    expect(next('2026-11-23T10:15:00.000Z', {}, { blackouts })).toBe('2027-11-24 08:30:00');
  });

  test('what a person chose goes before their shift', () => {
    const noon = '2026-11-23T12:30:00.000Z';
    expect(next(noon, { shift: 'nights', suits: 'morning' })).toBe('2026-11-24 08:30:00');
    expect(next(noon, { shift: 'nights', suits: 'afternoon' })).toBe('2026-11-23 12:30:00');
    expect(next(noon, { suits: 'evening' })).toBe('2026-11-23 17:00:00');
    expect(next('2026-11-23T19:10:00.000Z', { suits: 'evening' })).toBe('2026-11-23 20:30:00');
    expect(next(noon, { suits: 'night' })).toBe('2026-11-23 21:00:00');
  });

  test('hours are those of the wall clock before and after both changes', () => {
    expect(next('2026-10-24T22:00:00.000Z')).toBe('2026-10-25 08:30:00');
    expect(next('2026-10-25T04:59:00.000Z', { shift: 'nights' })).toBe('2026-10-25 04:59:00');
    expect(next('2027-03-28T03:59:00.000Z', { shift: 'nights' })).toBe('2027-03-28 04:59:00');
    expect(next('2027-03-28T04:00:00.000Z', { shift: 'nights' })).toBe('2027-03-28 21:00:00');
    expect(next('2027-03-28T00:30:00.000Z')).toBe('2027-03-28 08:30:00');
  });

  test('days left out and bank holidays are passed over where the programme says so', () => {
    const blackouts = [{ from: day('2026-11-23'), to: day('2026-11-25'), why: 'The national survey' }];
    const ofOne = [{ from: day('2026-11-23'), to: day('2026-11-25'), why: 'A move', siteGroups: ['acute'] }];
    const morning = '2026-11-23T10:00:00.000Z';
    expect(next(morning, {}, { blackouts })).toBe('2026-11-26 08:30:00');
    expect(next(morning, { siteGroup: 'acute' }, { blackouts: ofOne })).toBe('2026-11-26 08:30:00');
    expect(next(morning, { siteGroup: 'community' }, { blackouts: ofOne })).toBe('2026-11-23 10:00:00');
    const christmas = '2026-12-25T10:00:00.000Z';
    expect(next(christmas, {}, { notOnBankHolidays: true })).toBe('2026-12-27 08:30:00');
    expect(next(christmas)).toBe('2026-12-25 10:00:00');
  });

  test('of a night into a day left out, the hours before midnight stay open', () => {
    const blackouts = [{ from: day('2026-11-24'), to: day('2026-11-24'), why: 'A move' }];
    const nights = { shift: 'nights' as const };
    expect(next('2026-11-23T20:00:00.000Z', nights, { blackouts })).toBe('2026-11-23 21:00:00');
    expect(next('2026-11-24T00:00:00.000Z', nights, { blackouts })).toBe('2026-11-25 00:00:00');
  });

  test('a request also has to be over in time', () => {
    const begins = (at: string) => wallClock(nextTimeToBegin(instant(at), {}, sendingRulesOf({ timeZone })));
    expect(begins('2026-11-23T18:59:30.000Z')).toBe('2026-11-23 18:59:30');
    expect(begins('2026-11-23T18:59:50.000Z')).toBe('2026-11-23 20:30:00');
    expect(begins('2026-11-23T21:29:50.000Z')).toBe('2026-11-24 08:30:00');
  });

  test('only invented people may be written to at any hour, and a choice of theirs still counts', () => {
    const at = instant('2026-11-23T03:00:00.000Z');
    const rules = (isSynthetic: boolean) =>
      sendingRulesOf({ timeZone, isSynthetic, sending: { anyTime: true } });
    expect(nextTimeToWrite(at, {}, rules(true))).toBe(at);
    expect(nextTimeToWrite(at, {}, rules(false))).toBe('2026-11-23T08:30:00.000Z');
    expect(nextTimeToWrite(at, { suits: 'morning' }, rules(true))).toBe('2026-11-23T08:30:00.000Z');
  });
});

describe('two years of two programmes of one organisation', () => {
  const from = instant('2026-10-01T00:00:00.000Z');
  const until = plusDays(from, 731);
  const siteGroups = ['acute', 'community'];
  const sro = { aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002', displayName: 'Sam Sponsor' };
  const dayAfter = (days: number) => dayOf(plusDays(from, days));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 30, 59))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

  const blackout = fc
    .record({
      begins: fc.integer({ min: 0, max: 730 }),
      days: fc.integer({ min: 1, max: 14 }),
      group: fc.constantFrom(undefined, ...siteGroups),
    })
    .map(({ begins, days, group }) => ({
      from: dayAfter(begins),
      to: dayAfter(begins + days - 1),
      why: 'Left out',
      ...(group ? { siteGroups: [group] } : {}),
    }));
  const programme = (id: string) =>
    fc
      .record({
        notOnBankHolidays: fc.boolean(),
        blackouts: fc.array(blackout, { maxLength: 6 }),
        isApproved: fc.boolean(),
        goLive: fc.integer({ min: 0, max: 700 }),
      })
      .map(
        ({ notOnBankHolidays, blackouts, isApproved, goLive }): SimulatedProgramme => ({
          id: asId<Programme['id']>(id),
          timeZone,
          roles: { sro: [sro] },
          stages: [
            { name: 'go-live', startsOn: dayAfter(goLive), setBy: 'Board', why: 'Milestone' },
            { name: 'stabilise', startsOn: dayAfter(goLive + 40), setBy: 'Board', why: 'Floor support' },
          ],
          sending: {
            notOnBankHolidays,
            blackouts,
            ...(isApproved
              ? { goLiveChecks: { approvedBy: sro.aadObjectId, approvedOn: day('2026-10-01') } }
              : {}),
          },
        }),
      );
  const pulsesOf = (id: string) =>
    fc
      .record({
        owner: programme(id),
        everyWeeks: fc.integer({ min: 1, max: 6 }),
        weekday: fc.integer({ min: 1, max: 7 }),
        at: time,
        openForDays: fc.integer({ min: 1, max: 21 }),
        checkEvery: fc.integer({ min: 1, max: 5 }),
        checkAt: time,
      })
      .map(({ owner, everyWeeks, weekday, at, openForDays, checkEvery, checkAt }): SimulatedPulse[] => [
        {
          programme: owner,
          name: 'pulse',
          schedule: { kind: 'weekly', everyWeeks, weekday, at, from: day('2026-10-01') },
          openForDays,
          isCheck: false,
        },
        {
          programme: owner,
          name: 'check',
          schedule: {
            kind: 'daily',
            everyDays: checkEvery,
            at: checkAt,
            from: 'go-live',
            until: 'stabilise',
          },
          openForDays: 1,
          isCheck: true,
        },
      ]);
  const chooser = fc
    .record({
      shift: fc.constantFrom<(Shift | undefined)[]>(undefined, ...shifts),
      siteGroup: fc.constantFrom(...siteGroups),
      choices: fc.array(
        fc.record({
          after: fc.integer({ min: 0, max: 730 }),
          suits: fc.constantFrom<(PreferredTime | undefined)[]>(undefined, ...preferredTimes),
        }),
        { maxLength: 4 },
      ),
    })
    .map(
      ({ shift, siteGroup, choices }): SimulatedPerson => ({
        name: 'somebody who chooses',
        ...(shift ? { shift } : {}),
        siteGroup,
        choices: choices
          .sort((a, b) => a.after - b.after)
          .map(({ after, suits }) => ({ from: plusDays(from, after), ...(suits ? { suits } : {}) })),
      }),
    );
  const onDays: SimulatedPerson = { name: 'days', shift: 'days', siteGroup: 'acute', choices: [] };
  const onNights: SimulatedPerson = { name: 'nights', shift: 'nights', siteGroup: 'acute', choices: [] };
  const twoYears = fc.record({
    pulses: fc.tuple(pulsesOf('one'), pulsesOf('two')).map((pairs) => pairs.flat()),
    choosers: fc.array(chooser, { minLength: 2, maxLength: 3 }),
    lagMs: fc.array(fc.integer({ min: 0, max: 14_900 }), { minLength: 1, maxLength: 5 }),
  });

  const daysBetween = (one: string, other: string) =>
    Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
  const wallDay = (at: Instant) => wallClock(at).slice(0, 10);

  /** Every rule of the design that a message could break. */
  function objections(messages: readonly SimulatedMessage[]): string[] {
    const found = messages.flatMap(
      ({ person, wave, at, chargedAt }) => objectionTo(at, chargedAt, person, wave.pulse.programme) ?? [],
    );
    for (const person of new Set(messages.map((message) => message.person))) {
      const own = messages.filter((message) => message.person === person);
      const names = own.map(({ wave, kind }) => `${wave.waveId} ${kind}`);
      if (new Set(names).size < names.length) found.push(`${person.name} was sent a message twice`);
      // In order of time: the second before one is a week older, or there were three in a week.
      const days = own.map(({ chargedAt }) => Date.parse(dayOf(chargedAt)) / 86_400_000);
      for (const [index, one] of days.entries()) {
        const before = days[index - 2];
        if (before !== undefined && one - before < 7)
          found.push(`${person.name} got three messages in a week`);
      }
      found.push(...overBudget(own, false, 14), ...overBudget(own, true, 3));
    }
    return found;
  }

  function overBudget(own: readonly SimulatedMessage[], isCheck: boolean, leastDays: number): string[] {
    const opened = own
      .filter(({ kind, wave }) => kind === 'first' && wave.pulse.isCheck === isCheck)
      .map(({ wave }) => wallDay(wave.opensAt))
      .sort();
    return opened.flatMap((one, index) => {
      const next = opened[index + 1];
      return next !== undefined && daysBetween(one, next) < leastDays
        ? [`asked on ${one} and on ${next}`]
        : [];
    });
  }

  const askedIn = (person: SimulatedPerson, messages: readonly SimulatedMessage[]) =>
    new Set(messages.flatMap((one) => (one.person === person && one.kind === 'first' ? [one.wave] : [])));

  test('nobody is written to at a quiet time, on a day left out, twice, too often, or over their budget', () => {
    const asked = { byDay: 0, byNight: 0 };
    const ofOneProgramme = { byDay: 0, byBoth: 0 };
    let checks = 0;
    fc.assert(
      fc.property(twoYears, ({ pulses, choosers, lagMs }) => {
        const { waves, messages } = simulate(pulses, [onDays, onNights, ...choosers], { from, until, lagMs });
        expect(objections(messages)).toEqual([]);
        for (const { pulse, opensAt } of waves.filter((wave) => wave.pulse.isCheck)) {
          const goLive = pulse.programme.stages[0]?.startsOn ?? '';
          expect(pulse.programme.sending?.goLiveChecks).toBeDefined();
          expect(wallDay(opensAt) >= goLive && daysBetween(wallDay(opensAt), goLive) < 28).toBe(true);
          checks += 1;
        }
        asked.byDay += askedIn(onDays, messages).size;
        asked.byNight += askedIn(onNights, messages).size;
        const alone = simulate(pulses.slice(0, 2), [onDays, onNights], { from, until, lagMs });
        const byNight = askedIn(onNights, alone.messages);
        const byDay = [...askedIn(onDays, alone.messages)];
        ofOneProgramme.byDay += byDay.length;
        ofOneProgramme.byBoth += byDay.filter((wave) => byNight.has(wave)).length;
      }),
      { numRuns: 10 },
    );
    expect(Math.min(asked.byDay, checks)).toBeGreaterThan(10);
    // Of two programmes that share a budget, another one may be first to ask somebody on nights.
    expect(asked.byNight / asked.byDay).toBeGreaterThanOrEqual(0.95);
    expect(ofOneProgramme.byBoth / ofOneProgramme.byDay).toBeGreaterThanOrEqual(0.95);
  });
});
