/** A vote came too late: nothing was recorded, and what was typed is handed back. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import { type BallotSubject, sampleBallot } from './ballot-parts';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface BallotClosedView {
  readonly programme: ProgrammeSubject;
  readonly ballot: Pick<BallotSubject, 'title'>;
  /** When the asking was over. */
  readonly closedAt?: Instant;
  readonly isFromList?: boolean;
  /** What the person typed with the tap: it was not saved. */
  readonly typed?: string;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  unsaved: z.array(z.strictObject({ label: line, words: line })),
  back: z.array(z.strictObject({ title: line })),
});

const sample: BallotClosedView = {
  programme: sampleProgramme,
  ballot: sampleBallot,
  closedAt: sampleBallot.closesAt,
};

export const ballotClosedCard = defineCard<BallotClosedView, typeof schema>({
  name: 'ballot-closed',
  schema,
  isSharedByMany: ({ typed }) => typed === undefined,
  summarise: ({ programme }, text) => text.ballots.closedSummary(programme.name),
  bind: ({ programme, ballot, closedAt, isFromList, typed = '' }, { ballots }) => {
    const words = plainText(typed);
    return {
      programmeId: programme.id,
      heading: ballots.heading(plainText(programme.name), plainText(ballot.title)),
      title: ballots.closedTitle,
      paragraphs: asLines([closedAt && ballots.closedOn(closedAt), ballots.closedNothing]),
      unsaved: words === '' ? [] : [{ label: ballots.closedWords, words }],
      back: isFromList ? [{ title: ballots.back }] : [],
    };
  },
  samples: {
    closed: sample,
    'with words that were not saved, from a list': {
      ...sample,
      isFromList: true,
      typed: 'It is one screen more for every patient.',
    },
  },
});
