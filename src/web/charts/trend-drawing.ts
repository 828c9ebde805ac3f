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
  const { points } = picture;
  const step = plotWidth / Math.max(1, points.length);
  const place: Place = {
    x: (index) => left + (index + 0.5) * step,
    y: (share) => top + (1 - share) * plotHeight,
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
    ...[0, 0.5, 1].flatMap((share) => gridLine(share, picture.floor, place)),
    ...points.flatMap((point, index) => limitShapes(point, index, place)),
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
  const label = textAt(`${share * 100}%`, left - 5, y, {
    size: sizes.note,
    fill: colours.subtle,
    align: 'right',
  });
  const isFree = Math.abs(place.y(floor) - y) > lineHeights.note;
  return [lineFrom([left, y], [left + plotWidth, y], { stroke: colours.track }), ...(isFree ? [label] : [])];
}

/** A stretch of the usual range as wide as its point, so that a range that begins anew is seen to. */
function limitShapes({ limits }: PicturedPoint, index: number, { x, y, step }: Place): readonly Shape[] {
  if (!limits) return [];
  const [from, to] = [x(index) - step / 2, x(index) + step / 2];
  const top = y(limits.upper);
  const dashed = { stroke: colours.subtle, lineDash: [4, 2] };
  return [
    boxAt(from, top, step + 0.3, y(limits.lower) - top, { fill: colours.track, opacity: 0.5 }),
    lineFrom([from, top], [to, top], dashed),
    lineFrom([from, y(limits.lower)], [to, y(limits.lower)], dashed),
    lineFrom([from, y(limits.mean)], [to, y(limits.mean)], { stroke: colours.subtle, lineWidth: 1.5 }),
  ];
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
