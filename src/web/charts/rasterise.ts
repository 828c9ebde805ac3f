/** Turns SVG into PNG with the typeface that the product brings: a bare server has none. */

import { renderAsync } from '@resvg/resvg-js';
import type { DrawnSvg } from './draw-svg';
import { family, tallest } from './look';

const fontFiles = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
];
const scale = 2;

/** Twice the size in CSS pixels, less where it would be taller than Teams takes. Drawn off the event loop. */
export async function rasterise({ svg, height }: DrawnSvg): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family },
    fitTo: { mode: 'zoom', value: Math.min(scale, (tallest * scale) / height) },
  });
  return image.asPng();
}
