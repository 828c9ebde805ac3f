/** Draws confidence from wave to wave: a mark for each share, the mean and the usual range behind, gaps left open. */

import type { PicturedPoint, TrendPicture } from '../../cards/charts/picture';
import { colours, lineHeights, margin, sizes, width } from './look';
import { boxAt, type Drawing, ground, lineFrom, type Shape, textAt, trendMark } from './shapes';
import { keyBlock, notesBlock, titleBlock } from './text-block';

const plotHeight = 170;
const left = margin + 50;
const plotWidth = width - margin - left;

export function trendDrawing(picture: TrendPicture): Drawing {
  const title = titleBlock(picture.title);
  const top = title.bottom + 10;
  const { points, axis } = picture;
  const step = plotWidth / Math.max(1, points.length);
  const place: Place = {
    x: (index) => left + (index + 0.5) * step,
    y: (share) => top + ((axis.to - share) / (axis.to - axis.from)) * plotHeight,
    step,
  };
  const daysAt = top + plotHeight + 9;
  const key = keyBlock(
    picture.key.map(({ mark, text }) => ({ text, draw: (x, y) => keyMark(mark, x, y) })),
    daysAt + 8,
  );
  const notes = notesBlock(picture.notes, key.bottom + 2);
  const height = Math.ceil(notes.bottom + margin - 4);
  const shapes = [
    ground(height),
    ...title.shapes,
    ...[axis.from, (axis.from + axis.to) / 2, axis.to].flatMap((share) =>
      gridLine(share, picture.floor, place),
    ),
    ...limitShapes(points, place),
    ...floorShapes(picture, place),
    ...picture.changes.map(({ before }) =>
      lineFrom([place.x(before) - step / 2, top], [place.x(before) - step / 2, top + plotHeight], {
        stroke: colours.text,
        lineWidth: 1.5,
      }),
    ),
    ...joins(points, place),
    ...points.flatMap(({ share, mark }, index) =>
      share === undefined ? [] : [trendMark(mark, place.x(index), place.y(share))],
    ),
    ...dayLabels(points, daysAt),
    ...key.shapes,
    ...notes.shapes,
  ];
  return { height, option: { graphic: shapes } };
}

interface Place {
  x(index: number): number;
  y(share: number): number;
  readonly step: number;
}

/** Where the floor's label stands a figure would be written over it. */
function gridLine(share: number, floor: number, place: Place): readonly Shape[] {
  const y = place.y(share);
  const label = textAt(`${Math.round(share * 100)}%`, left - 5, y, {
    size: sizes.note,
    fill: colours.subtle,
    align: 'right',
  });
  const isFree = Math.abs(place.y(floor) - y) > lineHeights.note;
  return [lineFrom([left, y], [left + plotWidth, y], { stroke: colours.track }), ...(isFree ? [label] : [])];
}

/** The usual range, in one piece as long as it stays the same: where it begins anew is seen. */
function limitShapes(points: readonly PicturedPoint[], { x, y, step }: Place): readonly Shape[] {
  const shapes: Shape[] = [];
  points.forEach(({ limits }, first) => {
    if (!limits || isSame(limits, points[first - 1]?.limits)) return;
    let last = first;
    while (isSame(limits, points[last + 1]?.limits)) last += 1;
    const [from, to] = [x(first) - step / 2, x(last) + step / 2];
    const [top, mean, bottom] = [y(limits.upper), y(limits.mean), y(limits.lower)];
    const dashed = { stroke: colours.subtle, lineDash: [4, 2] };
    shapes.push(
      boxAt(from, top, to - from, bottom - top, { fill: colours.track, opacity: 0.5 }),
      lineFrom([from, top], [to, top], dashed),
      lineFrom([from, bottom], [to, bottom], dashed),
      lineFrom([from, mean], [to, mean], { stroke: colours.subtle, lineWidth: 1.5 }),
    );
  });
  return shapes;
}

type Limits = PicturedPoint['limits'];

function isSame(one: Limits, other: Limits): boolean {
  return one?.lower === other?.lower && one?.upper === other?.upper && one?.mean === other?.mean;
}

function floorShapes({ floor, floorLabel }: TrendPicture, { y }: Place): readonly Shape[] {
  const at = y(floor);
  return [
    lineFrom([left, at], [left + plotWidth, at], { stroke: colours.floor, lineWidth: 1.5, lineDash: [2, 3] }),
    textAt(floorLabel, left - 5, at, { size: sizes.note, isBold: true, align: 'right' }),
  ];
}

/** Neighbours are joined; nothing is drawn across a gap. */
function joins(points: readonly PicturedPoint[], place: Place): readonly Shape[] {
  return points.flatMap(({ share }, index) => {
    const before = points[index - 1]?.share;
    if (share === undefined || before === undefined) return [];
    const ends = [
      [place.x(index - 1), place.y(before)],
      [place.x(index), place.y(share)],
    ] as const;
    return [lineFrom(...ends, { stroke: colours.subtle, lineWidth: 1.5 })];
  });
}

function dayLabels(points: readonly PicturedPoint[], y: number): readonly Shape[] {
  const [first] = points;
  const last = points.at(-1);
  const look = { size: sizes.note, fill: colours.subtle };
  return [
    ...(first ? [textAt(first.day, left, y, look)] : []),
    ...(last && points.length > 1
      ? [textAt(last.day, width - margin, y, { ...look, align: 'right' as const })]
      : []),
  ];
}

function keyMark(mark: TrendPicture['key'][number]['mark'], x: number, y: number): readonly Shape[] {
  if (mark === 'change') return [lineFrom([x, y - 6], [x, y + 6], { stroke: colours.text, lineWidth: 1.5 })];
  if (mark === 'mean') return [lineFrom([x - 6, y], [x + 7, y], { stroke: colours.subtle, lineWidth: 1.5 })];
  if (mark === 'limits') {
    return [
      boxAt(x - 6, y - 5, 13, 10, { fill: colours.track, opacity: 0.5 }),
      lineFrom([x - 6, y - 5], [x + 7, y - 5], { stroke: colours.subtle, lineDash: [4, 2] }),
      lineFrom([x - 6, y + 5], [x + 7, y + 5], { stroke: colours.subtle, lineDash: [4, 2] }),
    ];
  }
  return [trendMark(mark, x, y)];
}
