import fc from 'fast-check';
import { asId, type PersonId } from '../../../src/domain/ids';
import { epochMsOf, type Instant, plusMs } from '../../../src/domain/instant';
import { maximumIntents } from '../../../src/domain/intent/intent';
import { alertHazard, hasStandIns } from '../../../src/domain/issue/alert-hazard';
import { isOpenBlocker, markBlocker } from '../../../src/domain/issue/blocker';
import { hazardNumberOf, isOpenHazard, openHazard } from '../../../src/domain/issue/hazard';
import { hazardCampaignsShowing } from '../../../src/domain/issue/hazard-campaigns';
import type { Issue } from '../../../src/domain/issue/issue';
import { acknowledgeHazard, closeHazard, type HazardActor } from '../../../src/domain/issue/settle-hazard';
import type { Role } from '../../../src/domain/programme/programme';

const at = (text: string) => text as Instant;
const noon = at('2026-11-20T12:00:00.000Z');
const issue: Issue = {
  issueId: asId('i1'),
  programmeId: asId('larkfield-epr'),
  raisedOn: '2026-11-20' as Issue['raisedOn'],
  text: 'Allergies are missing after the merge of two records',
  category: 'dataMigration' as Issue['category'],
  site: 'RZZ01',
  effect: 'careCouldSuffer',
  status: 'untriaged',
  revision: 1,
  answers: [],
  messages: [],
  threads: [],
  reopenings: [],
  merged: [],
  intents: [],
};
const everyRole: ReadonlySet<Role> = new Set([
  'lead',
  'sro',
  'clinicalSafetyOfficer',
  'clinicalSafetyDeputy',
]);
const without = (...gone: Role[]) => new Set([...everyRole].filter((role) => !gone.includes(role)));
const officer: HazardActor = {
  personId: asId<PersonId>('p1'),
  name: 'Nasrin Ahmadi',
  role: 'clinicalSafetyOfficer',
};
const other: HazardActor = {
  personId: asId<PersonId>('p2'),
  name: 'Owen Hale',
  role: 'clinicalSafetyOfficer',
};
const lead: HazardActor = { personId: asId<PersonId>('p3'), name: 'Tom Whitfield', role: 'lead' };

/** Every alert until `hours` later: minutes after the first, and the roles that it goes to. */
function alertsOf(held: ReadonlySet<Role>, hours: number, start = noon, withinMinutes = 60) {
  const ends = plusMs(start, hours * 3_600_000);
  const alerts: [minutes: number, roles: string][] = [];
  let hazard = openHazard(issue, start);
  for (;;) {
    const due = hazard.intents.find(({ kind }) => kind === 'alert-safety')?.dueAt;
    if (!due || due > ends) return { alerts, hazard };
    const now = due < start ? start : due;
    const next = alertHazard(hazard, { held, withinMinutes }, now);
    if (!next) return { alerts, hazard };
    const send = next.intents.find(({ kind }) => kind === 'start-campaign');
    alerts.push([(epochMsOf(now) - epochMsOf(start)) / 60_000, String(send?.data?.roles)]);
    hazard = { ...next, intents: next.intents.filter((intent) => intent !== send) };
  }
}
const both = 'clinicalSafetyOfficer clinicalSafetyDeputy';

describe('a hazard that nobody acknowledges', () => {
  it('goes to the officers at once, to the deputies after the hour, then to both at growing intervals for ever', () => {
    const { alerts, hazard } = alertsOf(everyRole, 120);
    expect(alerts.slice(0, 7)).toEqual([
      [0, 'clinicalSafetyOfficer'],
      [60, 'clinicalSafetyDeputy'],
      [120, both],
      [240, both],
      [480, both],
      [960, both],
      [1920, both],
    ]);
    expect(alerts[7]?.[0]).toBe(1920 + 24 * 60);
    expect(hazard.intents.map(({ id }) => id)).toEqual(['alert-safety']);
    expect(hazard.hazard && hasStandIns(hazard.hazard)).toBe(false);
  });

  it.each([
    ['Friday evening before a bank holiday', '2026-12-24T19:00:00.000Z'],
    ['the night the clocks go back', '2026-10-25T00:30:00.000Z'],
    ['the night the clocks go forward', '2027-03-28T00:30:00.000Z'],
    ['Sunday at four in the morning', '2026-11-22T04:00:00.000Z'],
  ])('runs by the wall clock: %s', (_when, start) => {
    expect(alertsOf(everyRole, 5, at(start)).alerts.map(([minutes]) => minutes)).toEqual([0, 60, 120, 240]);
  });

  it.each<[Role[], string[]]>([
    [[], ['clinicalSafetyOfficer', 'clinicalSafetyDeputy', both]],
    [['clinicalSafetyDeputy'], ['clinicalSafetyOfficer', 'lead sro', 'clinicalSafetyOfficer lead sro']],
    [['clinicalSafetyOfficer'], ['clinicalSafetyDeputy', 'lead sro', 'clinicalSafetyDeputy lead sro']],
    [
      ['clinicalSafetyOfficer', 'clinicalSafetyDeputy'],
      ['lead sro', 'lead sro', 'lead sro'],
    ],
  ])('where nobody is %j goes to %j', (gone, expected) => {
    const { alerts, hazard } = alertsOf(without(...gone), 3.5);
    expect(alerts.slice(0, 3).map(([, to]) => to)).toEqual(expected);
    expect(hazard.hazard && hasStandIns(hazard.hazard)).toBe(gone.length > 0);
  });

  it('goes to the deputies at once while every officer is away, and to the officers as well', () => {
    const away = new Set<Role>(['clinicalSafetyOfficer']);
    const next = alertHazard(openHazard(issue, noon), { held: everyRole, away, withinMinutes: 60 }, noon);
    expect(next?.intents.find(({ kind }) => kind === 'start-campaign')?.data?.roles).toBe(both);
  });

  it('reaches an officer who is named only later with the next alert', () => {
    const { hazard } = alertsOf(without('clinicalSafetyOfficer', 'clinicalSafetyDeputy'), 0.5);
    const next = alertHazard(hazard, { held: everyRole, withinMinutes: 60 }, plusMs(noon, 3_600_000));
    expect(next?.intents.find(({ kind }) => kind === 'start-campaign')?.data?.roles).toBe(
      'clinicalSafetyOfficer',
    );
  });

  it('never runs out of alerts, of places for intents or of names, however long it takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1440 }), fc.subarray([...everyRole]), (within, held) => {
        const { alerts, hazard } = alertsOf(new Set(held), 24 * 40, noon, within);
        expect(alerts.length).toBeGreaterThan(35);
        expect(hazard.intents.length).toBeLessThan(maximumIntents);
        expect(new Set(hazardCampaignsShowing(hazard)).size).toBe(alerts.length);
        alerts.slice(1).forEach(([minutes], index) => {
          expect(minutes - (alerts[index]?.[0] ?? 0)).toBeLessThanOrEqual(24 * 60);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('a hazard that somebody acknowledges', () => {
  const alerted = alertsOf(everyRole, 0.5).hazard;

  it('alerts nobody any more, and brings its cards up to date', () => {
    const sending = alertHazard(alerted, { held: everyRole, withinMinutes: 60 }, noon) ?? alerted;
    const result = acknowledgeHazard(sending, officer, 1, noon);
    if (result.outcome !== 'acknowledged') throw new Error(result.outcome);
    expect(result.next.intents.map(({ kind }) => kind)).toEqual(['update-cards']);
    expect(result.next.hazard?.acknowledged).toMatchObject({ byName: 'Nasrin Ahmadi', at: noon });
    expect(alertHazard(result.next, { held: everyRole, withinMinutes: 60 }, noon)).toBeUndefined();
    expect(isOpenHazard(result.next)).toBe(true);
    expect(acknowledgeHazard(result.next, other, 1, noon)).toEqual({ outcome: 'alreadyAcknowledged' });
  });

  it('is the safety officer’s to acknowledge, and the lead’s only where the lead was alerted instead', () => {
    expect(acknowledgeHazard(alerted, lead, 1, noon)).toEqual({ outcome: 'anotherRole' });
    const alone = alertsOf(without('clinicalSafetyOfficer', 'clinicalSafetyDeputy'), 0.5).hazard;
    expect(acknowledgeHazard(alone, lead, 1, noon).outcome).toBe('acknowledged');
  });
});

describe('closing a hazard', () => {
  const open = alertsOf(everyRole, 0.5).hazard;
  const request = {
    by: officer,
    number: 1,
    status: 'mitigated',
    words: ' Both lists are read back. ',
    now: noon,
  } as const;

  it('keeps the words, tells the people concerned once, and leaves the issue where it stands', () => {
    const result = closeHazard(open, request);
    if (result.outcome !== 'closed') throw new Error(result.outcome);
    expect(result.next).toMatchObject({
      status: 'untriaged',
      hazard: {
        status: 'mitigated',
        closed: { words: 'Both lists are read back.', role: 'clinicalSafetyOfficer' },
      },
      messages: [{ number: 1, to: 'everyone', about: 'hazard', ref: 1 }],
    });
    expect(result.next.intents.map(({ kind }) => kind).sort()).toEqual(['tell-concerned', 'update-cards']);
    expect(closeHazard(result.next, { ...request, by: other })).toEqual({ outcome: 'alreadyClosed' });
    expect(acknowledgeHazard(result.next, other, 1, noon)).toEqual({ outcome: 'alreadyClosed' });
  });

  it.each([
    ['without words', { words: ' ' }, 'incomplete'],
    ['by the lead', { by: lead }, 'anotherRole'],
    ['from the card of another time', { number: 2 }, 'noHazard'],
  ] as const)('%s changes nothing', (_how, more, outcome) => {
    expect(closeHazard(open, { ...request, ...more })).toEqual({ outcome });
  });

  it('can be undone: opened again it alerts from the beginning, and what was said before is kept', () => {
    const result = closeHazard(open, request);
    if (result.outcome !== 'closed') throw new Error(result.outcome);
    const again = openHazard(result.next, noon);
    expect(hazardNumberOf(again)).toBe(2);
    expect(again.hazard).toMatchObject({ status: 'open', earlier: [{ status: 'mitigated' }] });
    const alert = alertHazard(again, { held: everyRole, withinMinutes: 60 }, noon);
    expect(alert?.hazard?.alerts).toMatchObject({ number: 2, roles: ['clinicalSafetyOfficer'] });
    expect(closeHazard(again, request)).toEqual({ outcome: 'noHazard' });
    expect(openHazard(again, noon)).toBe(again);
  });
});

it('counts a blocker from the mark until the people concerned have their answer', () => {
  const marked = markBlocker(issue, true, { personId: lead.personId, name: lead.name }, noon);
  if (!marked) throw new Error('not marked');
  const open = (
    ['untriaged', 'asking', 'fixing', 'escalated', 'answered', 'confirmed', 'merged'] as const
  ).filter((status) => isOpenBlocker({ ...marked, status }));
  expect(open).toEqual(['untriaged', 'asking', 'fixing', 'escalated']);
  expect(markBlocker(marked, true, { personId: lead.personId, name: lead.name }, noon)).toBeUndefined();
  expect(
    markBlocker(marked, false, { personId: lead.personId, name: lead.name }, noon)?.blocker,
  ).toBeUndefined();
});
