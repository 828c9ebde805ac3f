/** Puts groups beside one another into a picture: as many as are legible, in words as well as in figures. */

import type { ComparedGroup, ComparisonChart } from '../../domain/chart/chart';
import { bandShares } from '../../domain/disclosure/band';
import { standingOf } from '../../domain/score/standing-of';
import type { Catalogue } from '../../text/catalogue';
import type { ComparedRow, ComparisonPicture, Standing } from './picture';

/** What a picture of 320 × 512 points can hold, where every name fits on a line and where one does not. */
const mostRows = { short: 12, long: 9 };
const longestShortName = 38;
/** Withheld groups named in the picture; the others are counted. */
const mostNamed = 4;

export function comparisonPicture(chart: ComparisonChart, text: Catalogue): ComparisonPicture {
  const { charts } = text;
  const isLong = chart.groups.some(({ name }) => name.length > longestShortName);
  const shown = chart.groups.slice(0, isLong ? mostRows.long : mostRows.short);
  const left = chart.groups.length - shown.length;
  const floor = commonFloor(chart.groups);
  const rows = shown.map((group) => rowOf(group, text));
  const notes = [
    charts.countKey,
    ...(left > 0 ? [charts.moreConfident(left)] : []),
    ...withheldNotes(chart, text),
  ];
  return {
    kind: 'comparison',
    title: charts.comparisonTitle(chart.questionKind),
    rows,
    ...(floor === undefined ? {} : { floor, floorLabel: charts.floor(floor) }),
    key: keyOf(rows, text),
    notes,
    altText: [
      charts.comparisonAlt(chart.questionKind, floor),
      ...shown.map((group) => altOf(group, floor === undefined ? group.floor : undefined, text)),
      ...notes.slice(1).map((note) => `${note}.`),
    ].join(' '),
  };
}

function commonFloor(groups: readonly ComparedGroup[]): number | undefined {
  const floors = new Set(groups.map(({ floor }) => floor));
  return floors.size === 1 ? groups[0]?.floor : undefined;
}

const standings = { atOrAboveFloor: 'above', notSureYet: 'notSure', belowFloor: 'below' } as const;

function rowOf(group: ComparedGroup, { charts, results }: Catalogue): ComparedRow {
  const { name, figures, floor, isTotal } = group;
  const found = standingOf(group, floor);
  const standing: Standing = found in standings ? standings[found as keyof typeof standings] : 'notSure';
  const common = { name: charts.comparedName(name, figures.n), floor, standing, isTotal };
  const isBelow = standing === 'below';
  if (figures.label === 'band') {
    const { lowest: lower, highest: upper } = bandShares[figures.band];
    return { ...common, value: results.bandInShort(figures.band, isBelow), range: { lower, upper } };
  }
  const { favourableShare: share, interval: range } = figures;
  return { ...common, value: results.shareInShort(share, isBelow), share, range };
}

function keyOf(rows: readonly ComparedRow[], { charts }: Catalogue): ComparisonPicture['key'] {
  const hasMark = (mark: Standing) =>
    rows.some(({ standing, share }) => standing === mark && share !== undefined);
  const marks = (['below', 'notSure', 'above'] as const).filter(hasMark);
  const hasBand = rows.some(({ share }) => share === undefined);
  return [...marks, ...(hasBand ? (['band'] as const) : [])].map((mark) => ({
    mark,
    text: charts.key[mark],
  }));
}

function altOf({ name, figures }: ComparedGroup, floor: number | undefined, { charts }: Catalogue): string {
  if (figures.label === 'band') return charts.bandAlt(name, figures.band, figures.n, floor);
  return charts.shareAlt(name, figures.favourableShare, figures.interval, figures.n, floor);
}

function withheldNotes(chart: ComparisonChart, { charts }: Catalogue): readonly string[] {
  return (['notHeardYet', 'tooSmallToShow'] as const)
    .filter((label) => chart[label].length > 0)
    .map((label) =>
      charts.withheld(label, chart[label].slice(0, mostNamed), Math.max(0, chart[label].length - mostNamed)),
    );
}
