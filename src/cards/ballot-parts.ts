/** What all cards of one ballot say and carry: which review, which asking, and whether a name is shown with the vote. */

import { z } from 'zod';
import { asId, type ReviewId, type WaveId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Proposal, ReviewOption } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { line, type ProgrammeSubject, sampleProgramme } from './subject';

export interface BallotSubject {
  readonly reviewId: ReviewId;
  readonly title: string;
  /** Which asking, from 1 on. */
  readonly round: number;
  /** Absent where the vote has a name to it: everybody is told before they vote. */
  readonly waveId?: WaveId;
  readonly closesAt: Instant;
  readonly minimumGroupSize: number;
}

/** What every card of one ballot shows and where it was opened from. */
export interface BallotCardView {
  readonly programme: ProgrammeSubject;
  readonly ballot: BallotSubject;
  readonly revision: number;
  /** It was opened from a message that carries several: there is a way back to them. */
  readonly isFromList?: boolean;
}

/** What its buttons carry. */
export const ballotData = z.strictObject({
  reviewId: line,
  round: z.number().int().min(1),
  waveId: z.string(),
  revision: z.number().int().min(0),
  list: z.enum(['yes', 'no']),
});

export function ballotDataOf({ ballot, revision, isFromList }: BallotCardView): z.input<typeof ballotData> {
  const { reviewId, round, waveId = '' } = ballot;
  return { reviewId, round, waveId, revision, list: isFromList ? 'yes' : 'no' };
}

/** The button that leads to the list, where there is one. */
export const wayToList = z.array(z.strictObject({ title: line }));

export function wayToListOf({ isFromList }: BallotCardView, { ballots }: Catalogue): { title: string }[] {
  return isFromList ? [{ title: ballots.back }] : [];
}

export const sampleBallot: BallotSubject = {
  reviewId: asId('review.larkfield-epr.7c2f1e9a'),
  title: 'Where the allergy check comes',
  round: 1,
  waveId: asId('review.larkfield-epr.7c2f1e9a.r1'),
  closesAt: '2026-12-08T17:00:00.000Z' as Instant,
  minimumGroupSize: 11,
};

const { waveId: _wave, ...withoutWave } = sampleBallot;
export const sampleNamedBallot: BallotSubject = withoutWave;

export const sampleBallotView: BallotCardView = {
  programme: sampleProgramme,
  ballot: sampleBallot,
  revision: 0,
};

export const sampleProposal: Proposal = {
  artefact: 'Drug chart screens',
  version: '3.2',
  link: 'https://designs.example.nhs.uk/drug-chart/3.2',
  images: [
    {
      url: 'https://designs.example.nhs.uk/drug-chart/3.2/allergies.png',
      alternativeText: 'The drug chart with the allergy box above the list of medicines.',
    },
  ],
  beforeAfter: [],
};

export const sampleOptions: readonly ReviewOption[] = [
  {
    id: 'before',
    title: 'Before the drug is chosen',
    consequence: 'One more screen for every prescription; nobody can forget it.',
    author: 'subjectExpert',
    authorName: 'Nadia Novak, pharmacist',
    affects: ['nurses', 'doctors'],
  },
  {
    id: 'after',
    title: 'When the prescription is signed',
    consequence: 'No extra screen; an allergy found late means beginning again.',
    author: 'supplier',
    authorName: '',
    affects: ['nurses', 'doctors'],
  },
];
