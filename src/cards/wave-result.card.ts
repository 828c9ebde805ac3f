/** The lead's result of a wave: the whole and its least confident group side by side, and who has not been heard. */

import { z } from 'zod';
import type { Release } from '../domain/disclosure/release';
import type { Question } from '../domain/pulse/question';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { totalRow } from './released-groups';
import { floorParts, groupLists, groupsKey, mainParts, notHeardParts, otherQuestion } from './result-parts';
import { sampleChoice, sampleRelease } from './sample-release';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface WaveResultView {
  readonly programme: ProgrammeSubject;
  readonly release: Release;
  /** The wave's questions; without them what was chosen has no words. */
  readonly questions?: readonly Question[];
  /** What the reader can do with comments, where there are any: decide on them, or read what was released. */
  readonly comments?: keyof Catalogue['results']['comments'];
}

const facts = z.array(z.strictObject({ title: line, value: line }));

const schema = z.strictObject({
  heading: line,
  title: line,
  closedOn: line,
  main: z.array(z.strictObject({ question: line, overall: line, details: lines })),
  leastConfident: z.array(z.strictObject({ label: line, name: line, figures: lines })),
  floor: z.array(
    z.strictObject({ style: z.enum(['default', 'warning']), text: line, groups: facts, more: lines }),
  ),
  notHeardTitle: line,
  notHeard: z.array(z.strictObject({ label: line, names: lines })),
  comments: lines,
  smallPrint: lines,
  factsKey: lines,
  groupLists: z.array(z.strictObject({ title: line, facts })),
  others: z.array(z.strictObject({ question: line, details: lines })),
  toggleSets: z.array(
    z.strictObject({
      toggles: z.array(z.strictObject({ title: line, target: z.enum(['groups', 'others']) })),
    }),
  ),
});

export const waveResultCard = defineCard<WaveResultView, typeof schema>({
  name: 'wave-result',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.results.summary(programme.name),
  bind: ({ programme, release, questions = [], comments }, { pulse, results }) => {
    const [first, ...rest] = release.tables;
    const total = first && totalRow(first);
    const others = (total ? rest : release.tables).map((table) => otherQuestion(table, questions, results));
    return {
      heading: pulse.heading(plainText(programme.name), plainText(release.title)),
      title: results.title,
      closedOn: results.closedOn(release.releasedAt),
      ...(first && total ? mainParts(first, total, results) : { main: [], leastConfident: [] }),
      floor: total ? [floorParts(release, results)] : [],
      notHeardTitle: results.notHeardTitle,
      notHeard: first ? notHeardParts(release, first, results) : [],
      comments: asLines([comments && results.comments[comments]]),
      smallPrint: asLines([results.chanceOnly]),
      factsKey: first ? groupsKey(first, results) : [],
      groupLists: first ? groupLists(first, results) : [],
      others,
      toggleSets: [
        {
          toggles: [
            { title: results.showGroups, target: 'groups' as const },
            ...(others.length > 0 ? [{ title: results.showOtherQuestions, target: 'others' as const }] : []),
          ],
        },
      ],
    };
  },
  samples: {
    'demo’s shape': {
      programme: sampleProgramme,
      release: sampleRelease('usual'),
      questions: [sampleChoice],
      comments: 'toReview',
    },
    'few answers': { programme: sampleProgramme, release: sampleRelease('quiet') },
    'nobody below the floor': { programme: sampleProgramme, release: sampleRelease('confident') },
  },
});
