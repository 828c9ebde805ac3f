/** Puts a group's confidence from wave to wave into a picture, with what is usual and what is more than chance. */

import type { TrendChart } from '../../domain/chart/chart';
import { dayOf } from '../../domain/instant';
import type { Catalogue } from '../../text/catalogue';
import type { PicturedPoint, TrendMark, TrendPicture } from './picture';

/** The latest; each needs room for its mark at a phone's width. */
const mostPoints = 26;

export function trendPicture(chart: TrendChart, text: Catalogue): TrendPicture {
  const { charts } = text;
  const recent = chart.points.slice(-mostPoints);
  const points = recent.map((point): PicturedPoint => {
    const { share } = point;
    const isDown = point.signals.some(({ direction }) => direction === 'down');
    return {
      on: dayOf(point.releasedAt),
      day: charts.trendDay(point.releasedAt),
      ...(share === undefined ? {} : { share }),
      ...(point.limits ? { limits: point.limits } : {}),
      mark: isDown ? 'down' : point.signals.length > 0 ? 'up' : 'usual',
    };
  });
  const changes = chart.changes
    .map(({ on, what }) => ({
      before: recent.findIndex(({ releasedAt }) => dayOf(releasedAt) >= on),
      text: what,
    }))
    .filter(({ before }) => before > 0);
  const { limits } = points.at(-1) ?? {};
  const notes = [
    limits ? charts.trendLimits(limits, limits.mean) : charts.trendNoLimits,
    ...changes.map(({ before, text: what }) => charts.trendChange(points[before]?.day ?? '', what)),
  ];
  const title = charts.trendTitle(chart.questionKind, chart.groupName);
  return {
    kind: 'trend',
    title,
    points,
    axis: axisOf(points, chart.floor),
    floor: chart.floor,
    floorLabel: charts.floor(chart.floor),
    changes,
    key: keyOf(points, changes.length > 0, text),
    notes,
    altText: [
      `${title}.`,
      `${points.map((point) => pointInWords(point, text)).join('; ')}.`,
      ...signalsInWords(points, text),
      ...notes,
    ].join(' '),
  };
}

/** In tens of points, at least forty wide: what moves by chance alone is seen, and looks no larger than it is. */
function axisOf(points: readonly PicturedPoint[], floor: number): TrendPicture['axis'] {
  const drawn = points.flatMap(({ share, limits }) => [
    ...(share === undefined ? [] : [share]),
    ...(limits ? [limits.lower, limits.upper] : []),
  ]);
  const lowest = Math.floor(Math.min(floor, ...drawn) * 10 - 0.3);
  const highest = Math.ceil(Math.max(floor, ...drawn) * 10 + 0.3);
  const missing = Math.max(0, 4 - (highest - lowest));
  const from = Math.max(0, lowest - Math.ceil(missing / 2));
  const to = Math.min(10, Math.max(highest, from + 4));
  return { from: Math.max(0, Math.min(from, to - 4)) / 10, to: to / 10 };
}

function keyOf(
  points: readonly PicturedPoint[],
  hasChange: boolean,
  { charts }: Catalogue,
): TrendPicture['key'] {
  const marks = (['usual', 'down', 'up'] as const).filter((mark) =>
    points.some((point) => point.mark === mark),
  );
  const hasLimits = points.some(({ limits }) => limits !== undefined);
  const others = [
    ...(hasLimits ? (['mean', 'limits'] as const) : []),
    ...(hasChange ? (['change'] as const) : []),
  ];
  return [...marks, ...others].map((mark) => ({
    mark,
    text: charts.trendKey[mark],
  }));
}

function pointInWords({ day, share }: PicturedPoint, { charts }: Catalogue): string {
  return share === undefined ? charts.trendGap(day) : charts.trendPoint(day, share);
}

function signalsInWords(points: readonly PicturedPoint[], { charts }: Catalogue): readonly string[] {
  return (['down', 'up'] as const).flatMap((mark: Exclude<TrendMark, 'usual'>) => {
    const days = points.filter((point) => point.mark === mark).map(({ day }) => day);
    return days.length > 0 ? [charts.trendSignals(mark, days)] : [];
  });
}
