/** An invented design review, for the samples of cards. */

import { asId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import { emptyReview } from '../domain/review/empty-review';
import type { Review } from '../domain/review/review';
import type { VoteView } from './review-vote-parts';
import { sampleProgramme } from './subject';

const sampleReviewGroups = [
  { id: 'nursing', name: 'Nursing and midwifery' },
  { id: 'medical', name: 'Medical and dental' },
];
export const sampleWorkflows = [
  { id: 'drug-round', name: 'The drug round' },
  { id: 'discharge', name: 'Discharge' },
];
/** The sample programme with what a review is set up from. */
export const sampleReviewProgramme = {
  ...sampleProgramme,
  workflows: sampleWorkflows,
  staffGroups: sampleReviewGroups,
};

export const sampleEmptyReview: Review = {
  ...emptyReview({ id: sampleProgramme.id, minimumGroupSize: 11 }),
  reviewId: asId('review.larkfield-epr.r1'),
};

export const sampleReview: Review = {
  ...sampleEmptyReview,
  workflow: 'drug-round',
  title: 'Two nurses at the drug round',
  question: 'How should the second check be recorded?',
  proposal: {
    artefact: 'Drug round screen',
    version: '2.1',
    link: 'https://example.org/drug-round',
    images: [],
    beforeAfter: [{ what: 'Second check', before: 'On paper', after: 'On the screen' }],
  },
  options: [
    {
      id: 'badge',
      title: 'Second nurse scans their badge',
      consequence: 'One more scanner on each ward; about ten seconds a patient.',
      author: 'supplier',
      authorName: 'Acme Health',
      affects: ['nursing'],
    },
    {
      id: 'password',
      title: 'Second nurse types a password',
      consequence: 'No new equipment; about forty seconds a patient.',
      author: 'digitalTeam',
      authorName: 'Ida Novak',
      affects: ['nursing', 'medical'],
    },
  ],
  contributors: [
    { kind: 'frontline', name: 'Sister Amara Cole' },
    { kind: 'digitalTeam', name: 'Ida Novak' },
  ],
  closesOn: '2026-12-08' as Day,
  reviewAgainOn: '2027-06-01' as Day,
  revision: 7,
};

export const sampleOpenReview: Review = {
  ...sampleReview,
  status: 'open',
  revision: 8,
  rounds: [
    {
      number: 1,
      waveId: asId('review.larkfield-epr.r1.r1'),
      openedAt: '2026-11-24T09:00:00.000Z' as Instant,
      closesAt: '2026-12-08T17:00:00.000Z' as Instant,
    },
  ],
};

export const sampleContestedReview: Review = {
  ...sampleOpenReview,
  status: 'closed',
  revision: 9,
  rounds: sampleOpenReview.rounds.map((round) => ({
    ...round,
    outcome: {
      kind: 'contested' as const,
      leadingOptionId: 'badge',
      groupsThatDiffer: ['Medical and dental, Larkfield'],
      groupsNotHeard: ['Nursing and midwifery, Mill Lane'],
      openUnsafe: 1,
      reachedAt: '2026-12-08T17:01:00.000Z' as Instant,
    },
  })),
  decideBy: '2026-12-15T17:00:00.000Z' as Instant,
};

export const sampleDecidedReview: Review = {
  ...sampleContestedReview,
  status: 'toBeConfirmed',
  revision: 11,
  decision: {
    decisionId: asId('review.larkfield-epr.r1.d1'),
    kind: 'approve',
    optionId: 'badge',
    rationale: 'Ten seconds a patient is what wards can bear; scanners are bought for all wards.',
    isAgainstTheVote: true,
    decidedBy: asId('p9'),
    decidedByName: 'Jo Mercer',
    role: 'sro',
    decidedAt: '2026-12-09T10:00:00.000Z' as Instant,
    logged: { seq: 14, head: '9f2c51d07be8a1c6' },
  },
  stale: { since: '2027-01-11' as Day, because: 'newVersion', detail: '2.2' },
};

export const sampleReviewActions: Review['actions'] = [
  {
    number: 1,
    optionId: 'password',
    author: 'digitalTeam',
    authorName: 'Ida Novak',
    what: 'Say what is changed, and from when',
    dueOn: '2026-12-22' as Day,
    doneOn: '2026-12-10' as Day,
    reply: 'The password is asked once a round.',
  },
  {
    number: 2,
    optionId: 'badge',
    author: 'supplier',
    authorName: 'Acme Health',
    what: 'Say what is changed, and from when',
    dueOn: '2026-12-22' as Day,
  },
];

export function sampleVote(): VoteView {
  const outcome = sampleContestedReview.rounds[0]?.outcome;
  if (!outcome) throw new Error('the sample review has no outcome');
  const dissent = [{ groupName: 'Medical and dental, Larkfield', prefersAnother: true, doesNotWork: false }];
  return { outcome, evidence: [], ballots: [], dissent };
}
