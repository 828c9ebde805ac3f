/** The ballots that one message carries, or that are open to somebody now: each opens in this card and leads back to it. */

import { z } from 'zod';
import type { BallotSubject } from './ballot-parts';
import { sampleBallot } from './ballot-parts';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface BallotListView {
  readonly programme: ProgrammeSubject;
  /** At most five; the same whether or not somebody has voted. */
  readonly ballots: readonly Pick<BallotSubject, 'reviewId' | 'title' | 'closesAt'>[];
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  intro: lines,
  items: z.array(z.strictObject({ reviewId: line, title: line, openUntil: line, open: line })),
});

export const ballotListCard = defineCard<BallotListView, typeof schema>({
  name: 'ballot-list',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.ballots.listSummary(programme.name),
  bind: ({ programme, ballots: listed }, { ballots }) => ({
    programmeId: programme.id,
    heading: plainText(programme.name),
    title: ballots.listTitle,
    intro: asLines([listed.length > 0 ? ballots.listIntro : ballots.listNothing]),
    items: listed.map(({ reviewId, title, closesAt }) => ({
      reviewId,
      title: plainText(title),
      openUntil: ballots.openUntil(closesAt),
      open: ballots.open,
    })),
  }),
  samples: {
    two: {
      programme: sampleProgramme,
      ballots: [sampleBallot, { ...sampleBallot, title: 'Who signs the handover sheet' }],
    },
    'none is open any more': { programme: sampleProgramme, ballots: [] },
  },
});
