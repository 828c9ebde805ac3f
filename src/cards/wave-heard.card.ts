/** What staff are told after a wave: what we heard, and what happens next. */

import { z } from 'zod';
import type { Release, ReleaseTable } from '../domain/disclosure/release';
import type { Wave } from '../domain/pulse/wave';
import { leastConfident } from '../domain/score/least-confident';
import type { Catalogue } from '../text/catalogue';
import { leftOutLines } from './asked-lines';
import { certaintyInWords, shareInWords } from './figure-lines';
import { plainText } from './plain-text';
import { totalRow } from './released-groups';
import { sampleRelease, sampleSelection } from './sample-release';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface WaveHeardView {
  readonly programme: ProgrammeSubject;
  readonly release: Release;
  /** Groups below the floor that an escalation of this wave, or an open one it adds to, is about; 0 when there is none. */
  readonly escalatedGroups: number;
  /** Groups it is about only because their trend deteriorates. */
  readonly fallingGroups?: number;
  /** The wave, to tell who was left out of it. */
  readonly asked?: Pick<Wave, 'audience' | 'leftOut'>;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  thanks: lines,
  questions: z.array(
    z.strictObject({ question: line, size: z.enum(['Medium', 'Default']), overall: line, details: lines }),
  ),
  nextTitle: line,
  next: lines,
  smallPrint: lines,
  raise: line,
});

type ResultsText = Catalogue['results'];

function heard(table: ReleaseTable, isFirst: boolean, results: ResultsText) {
  const total = totalRow(table);
  const least = leastConfident(table);
  const certainty = total && certaintyInWords(total, results);
  if (!total || certainty === undefined) return [];
  return [
    {
      question: plainText(table.questionText),
      size: isFirst ? ('Medium' as const) : ('Default' as const),
      overall: shareInWords(total, table.questionKind, results),
      details: asLines([
        isFirst ? certainty : undefined,
        least && results.least(plainText(least.name), shareInWords(least, table.questionKind, results)),
      ]),
    },
  ];
}

export const waveHeardCard = defineCard<WaveHeardView, typeof schema>({
  name: 'wave-heard',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.results.heardSummary(programme.name),
  bind: ({ programme, release, escalatedGroups, fallingGroups = 0, asked }, text) => {
    const { pulse, results, raising } = text;
    const [first] = release.tables;
    const questions = release.tables.flatMap((table) => heard(table, table === first, results));
    const hasNothingBelow =
      questions.length === 0 ? results.heardNothingShown : results.heardNoneBelow(release.confidenceFloor);
    return {
      programmeId: programme.id,
      heading: pulse.heading(plainText(programme.name), plainText(release.title)),
      title: results.heardTitle,
      thanks: asLines([results.heardThanks(first && totalRow(first)?.responsePercent)]),
      questions,
      nextTitle: results.heardNextTitle,
      next: asLines(
        escalatedGroups + fallingGroups > 0
          ? results.heardEscalated(escalatedGroups, release.confidenceFloor, fallingGroups)
          : hasNothingBelow,
      ),
      smallPrint: asLines([
        ...(asked ? leftOutLines(asked, text) : []),
        ...(questions.length === 0 ? [] : [results.chanceOnly]),
      ]),
      raise: raising.raise,
    };
  },
  samples: {
    escalated: {
      programme: sampleProgramme,
      release: sampleRelease('usual'),
      escalatedGroups: 4,
      asked: sampleSelection,
    },
    'nobody below the floor': {
      programme: sampleProgramme,
      release: sampleRelease('confident'),
      escalatedGroups: 0,
    },
  },
});
