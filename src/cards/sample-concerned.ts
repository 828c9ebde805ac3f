/** Invented issues as the people they concern see them, for the samples of those cards. */

import type { Day, Instant } from '../domain/instant';
import type { ConcernKey, Issue, IssueAnswer } from '../domain/issue/issue';
import type { ConcernedView } from './concerned-parts';
import { sampleIssue, sampleLongIssue } from './sample-issue';
import { sampleProgramme } from './subject';

const key = 'raiser' as ConcernKey;
const sample: ConcernedView = {
  programme: sampleProgramme,
  issue: sampleIssue,
  concern: { concernKey: key, part: 'raiser' },
  backupRetentionDays: 7,
};

const answer: IssueAnswer = {
  number: 1,
  kind: 'fixed',
  on: '2026-12-04' as Day,
  words: 'Six more laptops are on the ward, in a cupboard with a code. Nights have the code.',
  by: sampleLongIssue.answers[0]?.by ?? ('lead' as IssueAnswer['by']),
  byName: 'Lena Lead',
  role: 'lead',
};

function answered(change: Partial<IssueAnswer>, issue: Partial<Issue> = {}): ConcernedView {
  return {
    ...sample,
    issue: { ...sampleIssue, status: 'answered', answers: [{ ...answer, ...change }], ...issue },
  };
}

const refused = answered({
  kind: 'decided',
  decision: { kind: 'reject' },
  words: 'We do not buy laptops for one ward while the others wait. We look at it with the next order.',
  byName: 'Amara Cole',
  role: 'sro',
});

export const sampleConcerned: Readonly<Record<string, ConcernedView>> = {
  'fixed, did it help?': answered({}),
  'we can’t, because': { ...refused, concern: { concernKey: key, part: 'supporter' } },
  'decided: we did': answered({ kind: 'decided', decision: { kind: 'approve', option: 'Buy ten laptops' } }),
  'put off': answered(
    { kind: 'decided', decision: { kind: 'defer' }, until: '2027-01-11' as Day },
    { status: 'escalated' },
  ),
  'fix planned': answered(
    { kind: 'fixPlanned', until: '2026-12-11' as Day },
    { status: 'fixing', ...(sampleLongIssue.fix ? { fix: sampleLongIssue.fix } : {}) },
  ),
  'not confirmed, words kept': { ...refused, notice: 'notConfirmed', typed: 'It takes two hours a night.' },
  'open again': {
    ...answered({}, { status: 'untriaged', reopenings: [{ on: '2026-12-07' as Day, afterAnswer: 1 }] }),
    notice: 'reopened',
    masked: ['phoneNumber'],
  },
  merged: {
    ...answered({ kind: 'merged', words: 'Several of you raised this.' }, { status: 'merged' }),
    goesOnIn: { ...sampleIssue, publishedTitle: 'Too few laptops on nights', status: 'fixing' },
  },
  'the longest, with what the clinical safety officer said': {
    ...sample,
    issue: {
      ...sampleLongIssue,
      status: 'answered',
      reopenings: [],
      hazard: {
        status: 'mitigated',
        closed: {
          by: answer.by,
          byName: 'Sana Safety',
          role: 'clinicalSafetyOfficer',
          at: '2026-12-03T10:00:00.000Z' as Instant,
          words: sampleLongIssue.text.slice(0, 1_000),
        },
      },
    },
  },
};

export const sampleAsked: Readonly<Record<string, ConcernedView>> = {
  'asked once': {
    ...sample,
    issue: {
      ...sampleIssue,
      status: 'asking',
      threads: [
        {
          with: key,
          entries: [
            {
              from: 'programme',
              text: 'Which nights is it worst?',
              on: '2026-11-26' as Day,
              byName: 'Lena Lead',
            },
          ],
        },
      ],
    },
  },
  'asked again, words kept': {
    ...sample,
    issue: { ...sampleLongIssue, status: 'asking' },
    notice: 'wordsOutOfDate',
    typed: sampleLongIssue.text.slice(0, 1_000),
  },
};
