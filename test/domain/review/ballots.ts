/** Rounds of a review given as ballots: they are counted, released and concluded by the real rules. */

import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { Release } from '../../../src/domain/disclosure/release';
import { tallyAnswers } from '../../../src/domain/disclosure/tally-answers';
import { asId } from '../../../src/domain/ids';
import { type Day, instantOf } from '../../../src/domain/instant';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import type { AnswerValue } from '../../../src/domain/pulse/question';
import { buildReviewFrame } from '../../../src/domain/review/build-review-frame';
import { concludeReview, type Vote } from '../../../src/domain/review/conclude-review';
import type { AttributedBallot, Review, ReviewOutcome, WorksAnswer } from '../../../src/domain/review/review';
import { reviewQuestions } from '../../../src/domain/review/review-questions';
import { solve } from '../../support/solver';

export const minimumGroupSize = 11;

const optionOf = (id: string) => ({
  id,
  title: `Option ${id}`,
  consequence: 'Two more clicks for each drug',
  author: 'supplier' as const,
  authorName: 'Sam Supplier',
  affects: ['nurses', 'doctors'],
});

/** Complete, so that it may open; `confidential` and between three options. */
export const review: Review = {
  reviewId: asId('r1'),
  programmeId: asId('programme'),
  workflow: 'discharge',
  title: 'Discharge letters',
  question: 'Which way to write discharge letters?',
  kind: 'full',
  voting: 'confidential',
  proposal: { artefact: 'Letter template', version: '1.0', images: [], beforeAfter: [] },
  options: ['a', 'b', 'c'].map(optionOf),
  contributors: [
    { kind: 'frontline', name: 'Nora Nurse' },
    { kind: 'supplier', name: 'Sam Supplier' },
  ],
  decider: 'sro',
  closesOn: '2026-12-01' as Day,
  reviewAgainOn: '2027-06-01' as Day,
  policy: { agreedShare: 0.7, quorumShare: 0.3, quorumMinimum: minimumGroupSize, workaroundShare: 0.3 },
  representatives: [],
  panel: [],
  status: 'open',
  revision: 4,
  rounds: [
    {
      number: 1,
      waveId: asId('r1.r1'),
      openedAt: instantOf(0),
      closesAt: '2026-12-01T17:00:00.000Z' as Review['rounds'][number]['closesAt'],
    },
  ],
  unsafe: [],
  actions: [],
  earlierDecisions: [],
  versions: [],
  intents: [],
};

export interface Ballot {
  readonly option?: string;
  readonly works?: WorksAnswer | 'notMyArea';
}

/** A site group's nurses, or its doctors; the groups come in that order, site by site. */
export interface GroupSketch {
  readonly headcount: number;
  readonly ballots: readonly Ballot[];
}

const staff = ['nurses', 'doctors'] as const;
export const groupName = (index: number) =>
  `Site ${Math.floor(index / 2)} · ${index % 2 === 0 ? 'Nurses' : 'Doctors'}`;

export async function releaseOf(groups: readonly GroupSketch[], shuffle = <T>(list: T[]) => list) {
  const places = groups.map((group, index) => ({
    ...group,
    siteGroup: `s${Math.floor(index / 2)}`,
    staffGroup: staff[index % 2] ?? 'nurses',
  }));
  const frame = buildReviewFrame(
    review,
    {
      minimumGroupSize,
      siteGroups: places.map(({ siteGroup }) => ({ id: siteGroup, name: siteGroup.replace('s', 'Site ') })),
      staffGroups: [
        { id: 'nurses', name: 'Nurses', staffFamily: 'nursing' },
        { id: 'doctors', name: 'Doctors', staffFamily: 'medical' },
      ],
    },
    places,
  );
  const questions = reviewQuestions(review, 'Does it work where you work?');
  const sheets = places.flatMap(({ siteGroup, staffGroup, ballots }) =>
    ballots.map(
      (ballot): AnswerSheet => ({
        waveId: asId('r1.r1'),
        answerKey: '',
        atomId:
          frame.atoms.find(({ cells }) =>
            cells.some((cell) => cell.siteGroup === siteGroup && cell.staffFamily === staffGroup),
          )?.id ?? asId(''),
        answeredOn: '2026-11-22' as Day,
        revision: 1,
        values: valuesOf(ballot),
      }),
    ),
  );
  return computeRelease(
    {
      wave: {
        waveId: asId('r1.r1'),
        programmeId: review.programmeId,
        pulseId: asId('review.r1'),
        title: review.title,
        questions,
        frame,
        minimumGroupSize,
        confidenceFloor: 0.6,
      },
      ...tallyAnswers(shuffle(sheets), questions),
      releasedAt: instantOf(0),
    },
    solve,
  );
}

function valuesOf({ option, works }: Ballot): Record<string, AnswerValue> {
  return {
    ...(option ? { option: { kind: 'choice', choice: option } } : {}),
    ...(works === 'notMyArea' ? { works: { kind: 'outside', outside: 'notMyArea' } } : {}),
    ...(works && works !== 'notMyArea' ? { works: { kind: 'choice', choice: works } } : {}),
  };
}

export async function outcomeOf(
  groups: readonly GroupSketch[],
  { ballots = [], openUnsafe = 0, ...changes }: Partial<Review> & Named = {},
): Promise<ReviewOutcome> {
  const release = await releaseOf(groups);
  return concludeReview({ ...review, ...changes }, confidential(release, ballots), openUnsafe, instantOf(0));
}

interface Named {
  readonly ballots?: readonly AttributedBallot[];
  readonly openUnsafe?: number;
}

export const confidential = (release: Release, ballots: readonly AttributedBallot[] = []): Vote => ({
  voting: 'confidential',
  release,
  ballots,
});

/** So many of each kind of ballot, such as `{ 'a works': 9, 'b doesNotWork': 3 }`; `-` is nothing said. */
export function ballotsOf(counts: Readonly<Record<string, number>>): readonly Ballot[] {
  return Object.entries(counts).flatMap(([said, count]) => {
    const [option, works] = said.split(' ');
    const ballot: Ballot = {
      ...(option && option !== '-' ? { option } : {}),
      ...(works && works !== '-' ? { works: works as WorksAnswer | 'notMyArea' } : {}),
    };
    return Array.from({ length: count }, () => ballot);
  });
}

export const named = (
  personId: string,
  group: string,
  said: Partial<AttributedBallot> = {},
): AttributedBallot => ({
  reviewId: review.reviewId,
  round: 1,
  personId: asId(personId),
  displayName: personId,
  groupName: group,
  revision: 1,
  votedOn: '2026-11-22' as Day,
  ...said,
});
