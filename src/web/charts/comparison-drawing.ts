/** Draws groups beside one another: a mark for the share, a bar for its likely range, the floor through all of them. */

import type { ComparedRow, ComparisonPicture } from '../../cards/charts/picture';
import { fitText } from './fit-text';
import { colours, lineHeights, margin, sizes, width } from './look';
import {
  boxAt,
  type Drawing,
  ground,
  hatchedBox,
  lineFrom,
  type Shape,
  standingMark,
  textAt,
} from './shapes';
import { keyBlock, notesBlock, titleBlock } from './text-block';

const trackWidth = 226;
const trackHeight = 17;
const rangeHeight = 7;
const axis = [0, 0.5, 1];

const xOf = (share: number) => margin + share * trackWidth;

export function comparisonDrawing(picture: ComparisonPicture): Drawing {
  const title = titleBlock(picture.title);
  const top = title.bottom + (picture.floorLabel ? lineHeights.note + 1 : 4);
  const rows = rowShapes(picture.rows, top);
  const axisAt = rows.bottom + 6;
  const key = keyBlock(
    picture.key.map(({ mark, text }) => ({ text, draw: (x, y) => keyMark(mark, x, y) })),
    axisAt + lineHeights.note - 2,
  );
  const notes = notesBlock(picture.notes, key.bottom + 2);
  const height = Math.ceil(notes.bottom + margin - 4);
  const shapes = [
    ground(height),
    ...title.shapes,
    ...floorShapes(picture, top),
    ...rows.shapes,
    ...axis.map((share) => axisLabel(share, axisAt)),
    ...key.shapes,
    ...notes.shapes,
  ];
  return { height, option: { graphic: shapes } };
}

function rowShapes(rows: readonly ComparedRow[], top: number): { shapes: Shape[]; bottom: number } {
  const shapes: Shape[] = [];
  let y = top;
  for (const row of rows) {
    const names = fitText(row.name, {
      width: width - 2 * margin,
      size: sizes.label,
      isBold: row.isTotal,
      mostLines: 2,
    });
    names.forEach((line, index) => {
      shapes.push(textAt(line, margin, y + (index + 0.5) * lineHeights.label, { isBold: row.isTotal }));
    });
    const track = y + names.length * lineHeights.label + trackHeight / 2 - 1;
    shapes.push(...trackShapes(row, track));
    y = track + trackHeight / 2;
    if (row.isTotal && rows.length > 1) {
      shapes.push(lineFrom([margin, y + 1], [width - margin, y + 1], { stroke: colours.edge }));
      y += 4;
    }
  }
  return { shapes, bottom: y };
}

function trackShapes(row: ComparedRow, y: number): readonly Shape[] {
  const { range, share, standing, value, floor } = row;
  const colour = colours[standing];
  const [from, to] = [xOf(range.lower), xOf(range.upper)];
  const bar = [from, y - rangeHeight / 2, to - from, rangeHeight] as const;
  return [
    lineFrom([margin, y], [margin + trackWidth, y], { stroke: colours.track, lineWidth: 2 }),
    ...(share === undefined
      ? hatchedBox(from, y - 5, to - from, 10, colour)
      : [
          boxAt(...bar, { fill: colour, opacity: 0.38 }),
          ...[from, to].map((x) => lineFrom([x, y - 5], [x, y + 5], { stroke: colour, lineWidth: 1.5 })),
        ]),
    lineFrom([xOf(floor), y - 8], [xOf(floor), y + 8], { stroke: colours.floor, lineWidth: 1.5 }),
    ...(share === undefined ? [] : [standingMark(standing, xOf(share), y)]),
    textAt(value, width - margin, y, { isBold: true, align: 'right' }),
  ];
}

/** Each row has its own stroke of the floor: a line through all of them would cross the names. */
function floorShapes({ floorLabel, rows }: ComparisonPicture, top: number): readonly Shape[] {
  const floor = rows[0]?.floor;
  if (floorLabel === undefined || floor === undefined) return [];
  const x = xOf(floor);
  const at = Math.min(Math.max(x, margin + 24), margin + trackWidth - 4);
  return [textAt(floorLabel, at, top - 7, { size: sizes.note, align: 'center', isBold: true })];
}

function axisLabel(share: number, y: number): Shape {
  const align = share === 0 ? 'left' : share === 1 ? 'right' : 'center';
  return textAt(`${share * 100}%`, xOf(share), y, { size: sizes.note, fill: colours.subtle, align });
}

function keyMark(mark: ComparisonPicture['key'][number]['mark'], x: number, y: number): readonly Shape[] {
  if (mark === 'band') return hatchedBox(x - 6, y - 4, 12, 8, colours.subtle);
  return [standingMark(mark, x, y)];
}
