/** Invented issues for the samples of their cards. */

import { asId, type IssueId, type PersonId, type ProgrammeId } from '../domain/ids';
import type { Day } from '../domain/instant';
import type { ConcernKey, Issue } from '../domain/issue/issue';

const lead = asId<PersonId>('lead');
const raiser = 'raiser' as ConcernKey;

export const sampleIssue: Issue = {
  issueId: asId<IssueId>('5b1f0c2d9e'),
  programmeId: asId<ProgrammeId>('larkfield-epr'),
  raisedOn: '2026-11-24' as Day,
  text: 'There is one laptop for the whole bay. On nights it is locked in the office and nobody has the key.',
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
};

const words = 'Drug rounds take twice as long, “and the next shift finds charts half done”. '.repeat(26);

/** As long as an issue may be, asked, answered, planned, and open again. */
export const sampleLongIssue: Issue = {
  ...sampleIssue,
  text: words.slice(0, 2_000),
  status: 'fixing',
  revision: 9,
  publishedTitle: 'Too few laptops on nights',
  externalRef: 'RAID-117',
  blocker: { by: lead, byName: 'Lena Lead', on: '2026-12-01' as Day },
  fix: {
    owner: lead,
    ownerName: 'Omar Okoye',
    dueOn: '2026-12-11' as Day,
    words: 'Six more laptops, in a cupboard with a code.',
    plannedOn: '2026-12-02' as Day,
  },
  threads: [
    {
      with: raiser,
      entries: Array.from({ length: 9 }, (_, index) => ({
        from: index % 2 === 0 ? ('programme' as const) : ('person' as const),
        text: words.slice(0, 900),
        on: '2026-11-26' as Day,
        ...(index % 2 === 0 ? { byName: 'Lena Lead' } : {}),
      })),
    },
  ],
  answers: Array.from({ length: 6 }, (_, index) => ({
    number: index + 1,
    kind: index % 2 === 0 ? ('fixPlanned' as const) : ('fixed' as const),
    on: '2026-12-02' as Day,
    words: words.slice(0, 900),
    by: lead,
    byName: 'Lena Lead',
    role: 'lead' as const,
    ...(index % 2 === 0 ? { until: '2026-12-11' as Day } : {}),
  })),
  reopenings: [{ on: '2026-12-07' as Day, afterAnswer: 6 }],
};
