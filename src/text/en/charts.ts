/** The words in and around charts: what is drawn, and the same facts for those who do not see it. */

import type { Band, WithheldLabel } from '../../domain/disclosure/release';
import type { Instant } from '../../domain/instant';
import type { QuestionKind } from '../../domain/pulse/question';
import type { Interval } from '../../domain/score/wilson';
import type { Format } from '../format';

const shareOf: Record<QuestionKind, string> = {
  confidence: 'Share confident',
  agreement: 'Share who agree',
  scale: 'Share favourable',
  choice: 'Share favourable',
  option: 'Share for this option',
  works: 'Share who say it works for them',
  text: 'Share favourable',
};

const bands: Record<Band, string> = {
  atMost20: 'at most 20 in 100',
  from20To80: 'between 20 and 80 in 100',
  atLeast80: 'at least 80 in 100',
};

const classes: Record<'confidence' | 'other', Readonly<Record<string, string>>> = {
  confidence: { unfavourable: 'Not confident', neutral: 'In between', favourable: 'Confident' },
  other: { unfavourable: 'Unfavourable', neutral: 'In between', favourable: 'Favourable' },
};

const withheld: Record<WithheldLabel, string> = {
  notHeardYet: 'Not heard yet',
  tooSmallToShow: 'Too small to show',
};

export const chartsText = (format: Format) => {
  const sentence = (parts: readonly string[]) => `${parts.join(', ')}.`;
  return {
    comparisonTitle: (kind: QuestionKind) => `${shareOf[kind]}, with the likely range`,
    comparisonHeading: (floor: number | undefined) =>
      floor === undefined
        ? 'How groups compare'
        : `How groups compare (floor ${format.inHundred(floor)} in 100)`,
    comparedName: (name: string, n: number) => `${name} (${format.count(n)})`,
    floor: (floor: number) => `floor ${format.inHundred(floor)}`,
    key: {
      below: 'below the floor',
      notSure: 'not sure yet',
      above: 'at or above it',
      band: 'only the range is shown',
    },
    countKey: 'Bar: likely range. (n): how many gave a view.',
    moreConfident: (count: number) =>
      `${format.plural(count, 'more group is', 'more groups are')} more confident than these`,
    withheld: (label: WithheldLabel, names: readonly string[], more: number) =>
      `${withheld[label]}: ${names.join('; ')}${more > 0 ? ` and ${format.count(more)} more` : ''}`,
    comparisonAlt: (kind: QuestionKind, floor: number | undefined) =>
      sentence([
        `${shareOf[kind]} by group`,
        'least confident first',
        ...(floor === undefined ? [] : [`floor ${format.inHundred(floor)} in 100`]),
      ]),
    shareAlt: (name: string, share: number, { lower, upper }: Interval, n: number, floor?: number) =>
      sentence([
        `${name}: ${format.inHundred(share)} in 100`,
        `likely ${format.inHundred(lower)} to ${format.inHundred(upper)}`,
        `${format.count(n)} gave a view`,
        ...(floor === undefined ? [] : [`floor ${format.inHundred(floor)}`]),
      ]),
    bandAlt: (name: string, band: Band, n: number, floor?: number) =>
      sentence([
        `${name}: ${bands[band]}`,
        `${format.count(n)} gave a view`,
        ...(floor === undefined ? [] : [`floor ${format.inHundred(floor)}`]),
      ]),
    /** The parts of a bar: up to the lower end of the likely range, the range, and the rest. */
    barTitle: (value: string, name: string) => `${value.replace('\u00a0', ' ')} · ${name}`,
    barParts: { likely: 'at least', perhaps: 'perhaps', not: 'not' },

    distributionHeading: 'How people answered',
    showDistribution: 'Show how people answered',
    distributionTitle: (name: string, n: number) => `How people answered: ${name} (${format.count(n)})`,
    classes,
    classPart: (label: string, count: number, n: number) =>
      `${label}: ${format.percent(count / n)} (${format.count(count)})`,
    distributionAlt: (title: string, parts: readonly string[]) => `${title}. ${parts.join('; ')}.`,

    trendHeading: 'From wave to wave',
    trendTitle: (kind: QuestionKind, name: string) => `${shareOf[kind]}, wave by wave: ${name}`,
    trendDay: (on: Instant) => format.dayInShort(on),
    trendKey: {
      usual: 'within what is usual',
      up: 'better than chance explains',
      down: 'worse than chance explains',
      limits: 'the usual range',
      mean: 'the mean',
      change: 'a change was declared',
    },
    trendLimits: ({ lower, upper }: Interval, mean: number) =>
      `Usual range ${format.inHundred(lower)} to ${format.inHundred(upper)} in 100, mean ${format.inHundred(mean)}.`,
    trendNoLimits: 'Fewer than 12 results: too few to say what is usual.',
    trendPoint: (on: string, share: number) => `${on}: ${format.inHundred(share)}`,
    trendGap: (on: string) => `${on}: not shown`,
    trendSignals: (direction: 'up' | 'down', days: readonly string[]) =>
      `${direction === 'up' ? 'Better' : 'Worse'} than chance explains: ${days.join('; ')}.`,
    trendChange: (on: string, what: string) => `${on}: ${what}.`,
    trendSeries: { share: 'share', lower: 'usual from', upper: 'usual to' },
  };
};
