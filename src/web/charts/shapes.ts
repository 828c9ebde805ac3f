/** The marks and texts that charts are put together from. Marks differ in shape, so that colour only adds. */

import type { GraphicComponentOption } from 'echarts/types/dist/echarts';
import type { Standing, TrendMark } from '../../cards/charts/picture';
import { colours, family, margin, sizes, width } from './look';

export type Shape = GraphicComponentOption;

/** A chart ready to be drawn: its height and what the renderer is given. */
export interface Drawing {
  /** CSS pixels. */
  readonly height: number;
  readonly option: Readonly<Record<string, unknown>>;
}

interface TextLook {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** `y` is the middle of the line. */
export function textAt(text: string, x: number, y: number, look: TextLook = {}): Shape {
  const { size = sizes.label, isBold = false, fill = colours.text, align = 'left' } = look;
  const style = {
    text,
    x,
    y,
    fill,
    fontFamily: family,
    fontSize: size,
    fontWeight: isBold ? ('bold' as const) : ('normal' as const),
    textAlign: align,
    textVerticalAlign: 'middle' as const,
  };
  return { type: 'text', style, silent: true };
}

export function lineFrom(
  [x1, y1]: Point,
  [x2, y2]: Point,
  { stroke, lineWidth = 1, lineDash }: LineLook,
): Shape {
  const style = { stroke, lineWidth, fill: 'none', ...(lineDash ? { lineDash: [...lineDash] } : {}) };
  return { type: 'line', shape: { x1, y1, x2, y2 }, style, silent: true };
}

export type Point = readonly [number, number];
interface LineLook {
  readonly stroke: string;
  readonly lineWidth?: number;
  readonly lineDash?: readonly number[];
}

export function boxAt(x: number, y: number, w: number, h: number, style: BoxLook): Shape {
  return {
    type: 'rect',
    shape: { x, y, width: w, height: h, r: style.r ?? 0 },
    style: { ...style },
    silent: true,
  };
}

interface BoxLook {
  readonly fill: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly opacity?: number;
  readonly r?: number;
}

/** A range of which nothing more is known: outlined and hatched. */
export function hatchedBox(x: number, y: number, w: number, h: number, stroke: string): readonly Shape[] {
  const strokes: Shape[] = [];
  for (let from = x + 2; from + h <= x + w; from += 6) {
    strokes.push(lineFrom([from, y + h], [from + h, y], { stroke }));
  }
  return [boxAt(x, y, w, h, { fill: colours.ground, stroke, lineWidth: 1.5 }), ...strokes];
}

const outline = { stroke: colours.ground, lineWidth: 1.5 };

/** ▼ below, ◇ not sure yet, ● at or above. */
export function standingMark(standing: Standing, x: number, y: number): Shape {
  const fill = colours[standing];
  switch (standing) {
    case 'below':
      return polygon(downwards(x, y, 6.5), { fill, ...outline });
    case 'notSure':
      return polygon(diamond(x, y, 6), { fill: colours.ground, stroke: fill, lineWidth: 2 });
    case 'above':
      return { type: 'circle', shape: { cx: x, cy: y, r: 5.5 }, style: { fill, ...outline }, silent: true };
  }
}

/** ● usual, ▼ worse, ▲ better. */
export function trendMark(mark: TrendMark, x: number, y: number): Shape {
  if (mark === 'down') return polygon(downwards(x, y, 6.5), { fill: colours.below, ...outline });
  if (mark === 'up') return polygon(upwards(x, y, 6.5), { fill: colours.above, ...outline });
  return { type: 'circle', shape: { cx: x, cy: y, r: 3.2 }, style: { fill: colours.subtle }, silent: true };
}

function polygon(points: readonly Point[], style: Readonly<Record<string, unknown>>): Shape {
  return { type: 'polygon', shape: { points: points.map(([x, y]) => [x, y]) }, style, silent: true };
}

const downwards = (x: number, y: number, r: number): readonly Point[] => [
  [x - r, y - r * 0.75],
  [x + r, y - r * 0.75],
  [x, y + r * 0.9],
];
const upwards = (x: number, y: number, r: number): readonly Point[] =>
  downwards(x, y, r).map(([px, py]) => [px, 2 * y - py]);
const diamond = (x: number, y: number, r: number): readonly Point[] => [
  [x, y - r],
  [x + r, y],
  [x, y + r],
  [x - r, y],
];

/** The light ground with its edge: the corners let the chat behind show. */
export function ground(height: number): Shape {
  return boxAt(0.5, 0.5, width - 1, height - 1, {
    fill: colours.ground,
    stroke: colours.edge,
    r: margin / 2,
  });
}
