/** Draws a picture as SVG on the server, by echarts. */

import type { EChartsOption } from 'echarts/types/dist/echarts';
import type { Picture } from '../../cards/charts/picture';
import { comparisonDrawing } from './comparison-drawing';
import { distributionDrawing } from './distribution-drawing';
import { width } from './look';
import type { Drawing } from './shapes';
import { trendDrawing } from './trend-drawing';

export interface DrawnSvg {
  readonly svg: string;
  /** CSS pixels. */
  readonly height: number;
}

/** The library is loaded with the first chart: most processes never draw one. */
export async function drawSvg(picture: Picture): Promise<DrawnSvg> {
  const { init } = await import('echarts/dist/echarts.common');
  const { height, option } = drawingOf(picture);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option } as EChartsOption);
    return { svg: chart.renderToSVGString(), height };
  } finally {
    chart.dispose();
  }
}

function drawingOf(picture: Picture): Drawing {
  switch (picture.kind) {
    case 'comparison':
      return comparisonDrawing(picture);
    case 'distribution':
      return distributionDrawing(picture);
    case 'trend':
      return trendDrawing(picture);
  }
}
