/** Whether a person may be written to, told from a wall clock and the published lists alone: none of it is the code's. */

import type { Instant } from '../../../src/domain/instant';
import type { SimulatedPerson, SimulatedProgramme } from './two-years';
import { choiceAt } from './two-years';

/** gov.uk/bank-holidays, England and Wales. */
const bankHolidays = new Set([
  ...['2026-12-25', '2026-12-28'],
  ...[
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
    '2027-08-30',
    '2027-12-27',
    '2027-12-28',
  ],
  ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28'],
]);

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-10-25 01:30:00`, as a clock on a wall in London shows it. */
export function wallClock(at: Instant): string {
  return clock.format(new Date(at));
}

/** Why the message should not have been sent then; undefined where it was right. */
export function objectionTo(
  at: Instant,
  decidedAt: Instant,
  person: SimulatedPerson,
  { sending = {} }: SimulatedProgramme,
): string | undefined {
  const [day = '', time = ''] = wallClock(at).split(' ');
  if (sending.notOnBankHolidays && bankHolidays.has(day)) return `${day} is a bank holiday`;
  for (const { from, to, siteGroups } of sending.blackouts ?? []) {
    const isTheirs = siteGroups === undefined || siteGroups.includes(person.siteGroup);
    if (isTheirs && day >= from && day <= to) return `${day} is left out`;
  }
  return isQuiet(time, person, decidedAt) ? `${day} ${time} is quiet for ${person.name}` : undefined;
}

function isQuiet(time: string, person: SimulatedPerson, decidedAt: Instant): boolean {
  const within = (from: string, to: string) => time >= from && time < to;
  switch (choiceAt(person, decidedAt).suits ?? (person.shift === 'nights' ? 'night' : 'any')) {
    case 'morning':
      return !within('08:30', '12:00');
    case 'afternoon':
      return !within('12:00', '17:00');
    case 'evening':
      return !within('17:00', '19:00') && !within('20:30', '21:30');
    case 'night':
      return within('05:00', '21:00');
    default:
      return time < '08:30' || within('19:00', '20:30') || time >= '21:30';
  }
}
