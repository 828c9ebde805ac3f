/** Charts as parts of a card: Teams' own element with rounded figures, and the picture with its words in its place where a
 * client has no such element. */

import { z } from 'zod';
import type { ComparisonChart, DistributionChart, TrendChart } from '../../domain/chart/chart';
import type { Catalogue } from '../../text/catalogue';
import { plainText } from '../plain-text';
import { line } from '../subject';
import { comparisonPicture } from './comparison-picture';
import { distributionPicture } from './distribution-picture';
import type { ComparedRow, PicturedPoint } from './picture';
import { trendPicture } from './trend-picture';

const common = { heading: line, title: line, url: line, altText: line };

/** None or one: a chart that a card cannot show is left out. */
export const comparisonElement = z.array(
  z.strictObject({
    ...common,
    bars: z.array(
      z.strictObject({
        title: line,
        parts: z.array(z.strictObject({ legend: line, value: z.number(), color: line })),
      }),
    ),
  }),
);
export const distributionElement = z.array(
  z.strictObject({ ...common, bars: z.array(z.strictObject({ x: line, y: z.number() })) }),
);
export const trendElement = z.array(
  z.strictObject({
    ...common,
    note: line,
    yMin: z.number(),
    yMax: z.number(),
    series: z.array(
      z.strictObject({
        legend: line,
        color: line,
        values: z.array(z.strictObject({ x: line, y: z.number() })),
      }),
    ),
  }),
);

const percent = (share: number) => Math.round(share * 100);

/** Each bar runs up to the lower end of the likely range, through the range, and to the end: no share without its
 * uncertainty. */
export function comparisonParts(
  chart: ComparisonChart | undefined,
  url: string | undefined,
  text: Catalogue,
): z.input<typeof comparisonElement> {
  if (!chart || !url) return [];
  const { rows, floor, title, altText } = comparisonPicture(chart, text);
  const bars = rows.map((row) => barOf(row, text));
  return [{ heading: text.charts.comparisonHeading(floor), title, url, altText, bars }];
}

function barOf({ name, value, range }: ComparedRow, { charts }: Catalogue) {
  const [lower, upper] = [percent(range.lower), percent(range.upper)];
  const { likely, perhaps, not } = charts.barParts;
  return {
    title: charts.barTitle(value, name),
    parts: [
      { legend: likely, value: lower, color: 'categoricalBlue' },
      { legend: perhaps, value: upper - lower, color: 'sequential5' },
      { legend: not, value: 100 - upper, color: 'neutral' },
    ],
  };
}

export function distributionParts(
  chart: DistributionChart | undefined,
  url: string | undefined,
  text: Catalogue,
): z.input<typeof distributionElement> {
  if (!chart || !url) return [];
  const { parts, title, altText } = distributionPicture(chart, text);
  const bars = parts.map(({ text: x, share }) => ({ x, y: percent(share) }));
  return [{ heading: text.charts.distributionHeading, title, url, altText, bars }];
}

export function trendParts(
  chart: TrendChart | undefined,
  url: string | undefined,
  text: Catalogue,
): z.input<typeof trendElement> {
  if (!chart || !url) return [];
  const { points, axis, title, altText, notes } = trendPicture(chart, text);
  const { share, lower, upper } = text.charts.trendSeries;
  const series = [
    ...runsOf(points).map((values) => ({ legend: share, color: 'categoricalBlue', values })),
    ...limitSeries(points, upper, ({ upper: limit }) => limit),
    ...limitSeries(points, lower, ({ lower: limit }) => limit),
  ];
  return [
    {
      heading: text.charts.trendHeading,
      title,
      url,
      altText,
      note: plainText(notes.join(' ')),
      yMin: percent(axis.from),
      yMax: percent(axis.to),
      series,
    },
  ];
}

/** A line for each stretch without a gap: nothing is drawn across what is not shown. */
function runsOf(points: readonly PicturedPoint[]) {
  const runs: { x: string; y: number }[][] = [[]];
  for (const { on, share } of points) {
    if (share === undefined) runs.push([]);
    else runs.at(-1)?.push({ x: on, y: percent(share) });
  }
  return runs.filter((run) => run.length > 0);
}

type Limits = NonNullable<PicturedPoint['limits']>;

/** Only where a limit begins, changes or ends: between these it is straight. */
function limitSeries(points: readonly PicturedPoint[], legend: string, of: (limits: Limits) => number) {
  const limited = points.flatMap(({ on, limits }) => (limits ? [{ x: on, y: percent(of(limits)) }] : []));
  const values = limited.filter(({ y }, index) => y !== limited[index - 1]?.y || y !== limited[index + 1]?.y);
  return values.length > 0 ? [{ legend, color: 'neutral', values }] : [];
}
