/** Draws how answers are spread: one bar of parts, each with its share above it and its name below. */

import type { DistributionPart, DistributionPicture } from '../../cards/charts/picture';
import { classColours, colours, lineHeights, margin, sizes, width } from './look';
import { type Drawing, ground, textAt } from './shapes';
import { titleBlock } from './text-block';

const barHeight = 30;
const legendLine = 19;
const swatch = 13;
/** A narrower part has its share in its name alone. */
const narrowest = 0.1;

export function distributionDrawing(picture: DistributionPicture): Drawing {
  const title = titleBlock(picture.title);
  const top = title.bottom + lineHeights.label + 4;
  const legendTop = top + barHeight + 10;
  const height = legendTop + picture.parts.length * legendLine + margin - 4;
  const inner = width - 2 * margin;
  let share = 0;
  const shares = picture.parts.flatMap((part) => {
    const middle = margin + (share + part.share / 2) * inner;
    share += part.share;
    if (part.share < narrowest) return [];
    return [textAt(part.shareText, middle, top - 8, { size: sizes.label, isBold: true, align: 'center' })];
  });
  const legend = picture.parts.map(({ text }, index) =>
    textAt(text, margin + swatch + 8, legendTop + (index + 0.5) * legendLine),
  );
  return {
    height,
    option: {
      graphic: [ground(height), ...title.shapes, ...shares, ...legend],
      grid: [
        { left: margin, right: margin, top, height: barHeight },
        { left: margin, width: swatch, top: legendTop, height: picture.parts.length * legendLine },
      ],
      xAxis: [0, 1].map((gridIndex) => ({ type: 'value', min: 0, max: 1, show: false, gridIndex })),
      yAxis: [
        { type: 'category', data: [''], show: false, gridIndex: 0 },
        {
          type: 'category',
          data: picture.parts.map(({ text }) => text),
          inverse: true,
          show: false,
          gridIndex: 1,
        },
      ],
      series: [
        ...picture.parts.map((part) => ({
          type: 'bar',
          stack: 'parts',
          barWidth: barHeight,
          data: [part.share],
          itemStyle: lookOf(part),
          silent: true,
        })),
        {
          type: 'bar',
          barWidth: swatch,
          xAxisIndex: 1,
          yAxisIndex: 1,
          silent: true,
          data: picture.parts.map((part) => ({ value: 1, itemStyle: lookOf(part) })),
        },
      ],
    },
  };
}

/** The unfavourable side is hatched, the favourable plain and dark: grey alone tells them apart. */
function lookOf({ place }: DistributionPart) {
  const index = Math.round(place * (classColours.length - 1));
  const color = classColours[index] ?? colours.track;
  const border = { borderColor: colours.ground, borderWidth: 1 };
  if (place >= 0.5) return { color, ...border };
  const decal = {
    symbol: 'rect',
    color: 'rgba(255,255,255,0.75)',
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: place === 0 ? -Math.PI / 4 : Math.PI / 4,
  };
  return { color, decal, ...border };
}
