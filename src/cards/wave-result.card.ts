/** The lead's result of a wave: the whole and its least confident group side by side, and who has not been heard. */

import { z } from 'zod';
import type { TrendChart } from '../domain/chart/chart';
import type { Release } from '../domain/disclosure/release';
import type { Instant } from '../domain/instant';
import type { Question } from '../domain/pulse/question';
import type { WaveCorrection } from '../domain/pulse/wave-correction';
import type { AskedOf } from '../domain/silence/response-by-group';
import type { Divergence } from '../domain/trend/divergence';
import { type Catalogue, catalogueFor } from '../text/catalogue';
import { askedLines } from './asked-lines';
import { resultChartShape, resultCharts } from './charts/result-charts';
import { plainText } from './plain-text';
import { totalRow } from './released-groups';
import { floorParts, groupLists, groupsKey, mainParts, notHeardParts, otherQuestion } from './result-parts';
import { sampleAsked, sampleChoice, sampleList, sampleRelease, sampleSelection } from './sample-release';
import { sampleTrend } from './sample-trend';
import { notRepresentativeParts, responseLists } from './silence-parts';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface WaveResultView {
  readonly programme: ProgrammeSubject;
  readonly release: Release;
  /** The wave's questions; without them what was chosen has no words. */
  readonly questions?: readonly Question[];
  /** The wave, to tell who answered of whom; without it that is left out. */
  readonly asked?: AskedOf;
  /** Its wordings that were put right while it was open, oldest first. */
  readonly corrections?: readonly Pick<WaveCorrection, 'correctedAt'>[];
  /** What moved with this wave. */
  readonly movement?: {
    readonly deteriorations: readonly { readonly groupName: string }[];
    readonly divergence?: Pick<Divergence, 'groupName' | 'gap' | 'mean'>;
  };
  /** Everybody's confidence from wave to wave, up to this one. */
  readonly trend?: TrendChart;
  /** What the reader can do with comments, where there are any: decide on them, or read what was released. */
  readonly comments?: keyof Catalogue['results']['comments'];
}

const facts = z.array(z.strictObject({ title: line, value: line }));

const schema = z.strictObject({
  heading: line,
  title: line,
  closedOn: line,
  audience: lines,
  main: z.array(z.strictObject({ question: line, overall: line, details: lines })),
  leastConfident: z.array(z.strictObject({ label: line, name: line, figures: lines })),
  notRepresentative: z.array(z.strictObject({ label: line, lines })),
  floor: z.array(
    z.strictObject({ style: z.enum(['default', 'warning']), text: line, groups: facts, more: lines }),
  ),
  movement: lines,
  ...resultChartShape,
  notHeardTitle: line,
  notHeard: z.array(z.strictObject({ label: line, names: lines })),
  comments: lines,
  smallPrint: lines,
  factsKey: lines,
  groupLists: z.array(z.strictObject({ title: line, facts, more: lines })),
  responseKey: lines,
  responseLists: z.array(z.strictObject({ title: line, facts })),
  others: z.array(z.strictObject({ question: line, details: lines })),
  toggleSets: z.array(
    z.strictObject({
      toggles: z.array(
        z.strictObject({ title: line, target: z.enum(['groups', 'spread', 'response', 'others']) }),
      ),
    }),
  ),
});

/** A quarter of the longest list goes, its most confident groups. */
function shortenLists(bindings: z.output<typeof schema>): z.input<typeof schema> | undefined {
  const longest = Math.max(...bindings.groupLists.map((list) => list.facts.length));
  if (longest < 4) return undefined;
  const { restLeftOut } = catalogueFor('Europe/London').results;
  const groupLists = bindings.groupLists.map((list) =>
    list.facts.length === longest
      ? { ...list, facts: list.facts.slice(0, Math.floor(longest * 0.75)), more: asLines([restLeftOut]) }
      : list,
  );
  return { ...bindings, groupLists };
}

function movementLines(movement: WaveResultView['movement'], { trends }: Catalogue) {
  const falling = movement?.deteriorations.map(({ groupName }) => plainText(groupName)) ?? [];
  const apart = movement?.divergence;
  return asLines([
    falling.length > 0 ? trends.fallingGroups(falling) : undefined,
    apart && trends.diverging(plainText(apart.groupName), apart.gap, apart.mean),
  ]);
}

export const waveResultCard = defineCard<WaveResultView, typeof schema>({
  name: 'wave-result',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.results.summary(programme.name),
  bind: (view, text, chartUrl) => {
    const { programme, release, questions = [], asked, movement, trend, comments } = view;
    const { pulse, results, silence, charts, campaigns } = text;
    const correctedAt = view.corrections?.at(-1)?.correctedAt;
    const drawn = resultCharts(release, trend, chartUrl, text);
    const [first, ...rest] = release.tables;
    const total = first && totalRow(first);
    const responses = first ? responseLists(first, asked, text) : [];
    const others = (total ? rest : release.tables).map((table) => otherQuestion(table, questions, results));
    return {
      heading: pulse.heading(plainText(programme.name), plainText(release.title)),
      title: results.title,
      closedOn: results.closedOn(release.releasedAt),
      audience: asLines(asked ? askedLines(asked, text) : []),
      ...(first && total ? mainParts(first, total, results) : { main: [], leastConfident: [] }),
      notRepresentative: first && total ? notRepresentativeParts(total, first, asked, text) : [],
      floor: total ? [floorParts(release, results)] : [],
      movement: movementLines(movement, text),
      ...drawn,
      notHeardTitle: results.notHeardTitle,
      notHeard: first ? notHeardParts(release, first, results) : [],
      comments: asLines([comments && results.comments[comments]]),
      smallPrint: asLines([
        correctedAt && campaigns.wordingCorrected(correctedAt),
        release.fallbacks > 0 ? results.fallbacks(release.fallbacks) : undefined,
        release.assisted && text.assist.label(release.assisted),
        results.chanceOnly,
      ]),
      factsKey: first ? groupsKey(first, results) : [],
      groupLists: first ? groupLists(first, results) : [],
      responseKey: asLines(responses.length > 0 ? [silence.responseKey, silence.rule] : []),
      responseLists: responses,
      others,
      toggleSets: [
        {
          toggles: [
            { title: results.showGroups, target: 'groups' as const },
            ...(drawn.distribution.length > 0
              ? [{ title: charts.showDistribution, target: 'spread' as const }]
              : []),
            ...(responses.length > 0 ? [{ title: silence.showResponse, target: 'response' as const }] : []),
            ...(others.length > 0 ? [{ title: results.showOtherQuestions, target: 'others' as const }] : []),
          ],
        },
      ],
    };
  },
  shorten: shortenLists,
  samples: {
    'demo’s shape': {
      programme: sampleProgramme,
      release: sampleRelease('usual'),
      questions: [sampleChoice],
      asked: sampleAsked,
      movement: {
        deteriorations: [{ groupName: 'Nurses and midwives' }],
        divergence: { groupName: 'Doctors', gap: 0.21, mean: 0.09 },
      },
      trend: sampleTrend,
      corrections: [{ correctedAt: '2026-11-26T10:00:00.000Z' as Instant }],
      comments: 'toReview',
    },
    'few answers': {
      programme: sampleProgramme,
      release: {
        ...sampleRelease('quiet'),
        assisted: { headcount: 40, answers: { label: 'fewerThan', limit: 11 } },
      },
      asked: sampleSelection,
    },
    'nobody below the floor': {
      programme: sampleProgramme,
      release: sampleRelease('confident'),
      asked: sampleList,
    },
  },
});
