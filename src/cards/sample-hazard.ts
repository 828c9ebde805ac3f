/** Invented hazards for the samples of their cards. */

import { asId, type PersonId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import type { HazardAct, Issue } from '../domain/issue/issue';
import { sampleIssue } from './sample-issue';

const acknowledged: HazardAct = {
  by: asId<PersonId>('p-safety'),
  byName: 'Nasrin Ahmadi',
  role: 'clinicalSafetyOfficer',
  at: '2026-11-24T03:12:00.000Z' as Instant,
};

export const sampleHazard: Issue = {
  ...sampleIssue,
  text: 'After two records are merged the allergies of one of them are gone. We write them on the board by hand.',
  category: 'data',
  effect: 'careCouldSuffer',
  hazard: { status: 'open', alerts: { number: 1, roles: ['clinicalSafetyOfficer'], repeats: 0 } },
};

export const sampleAcknowledgedHazard: Issue = {
  ...sampleHazard,
  hazard: {
    status: 'open',
    alerts: { number: 2, roles: ['clinicalSafetyOfficer', 'clinicalSafetyDeputy'], repeats: 0 },
    acknowledged,
  },
};

export const sampleClosedHazard: Issue = {
  ...sampleHazard,
  hazard: {
    ...sampleAcknowledgedHazard.hazard,
    status: 'mitigated',
    closed: {
      ...acknowledged,
      at: '2026-11-26T15:40:00.000Z' as Instant,
      words:
        'Merging is switched off until the supplier’s fix; the pharmacy checks every merge since October.',
    },
  },
};

/** As long as an issue may be, hazardous for the second time, with a whole conversation. */
export const sampleLongHazard: Issue = {
  ...sampleHazard,
  text: 'Allergies are gone after a merge, “and nobody is told that they are”. '.repeat(30).slice(0, 2_000),
  hazard: {
    status: 'open',
    alerts: { number: 3, roles: ['clinicalSafetyOfficer'], repeats: 0 },
    acknowledged,
    earlier: [
      { status: 'notAHazard', closed: { ...acknowledged, words: 'The list is complete. '.repeat(45) } },
    ],
  },
  threads: [
    {
      with: 'raiser' as Issue['threads'][number]['with'],
      entries: [0, 1, 2, 3, 4, 5].map((index) => ({
        from: index % 2 === 0 ? 'programme' : 'person',
        text: 'Which merge was it, and who saw it? '.repeat(27),
        on: '2026-11-25' as Day,
        ...(index % 2 === 0 ? { byName: 'Nasrin Ahmadi' } : {}),
      })),
    },
  ],
};
