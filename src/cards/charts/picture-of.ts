/** The picture of a chart, of whichever kind. */

import type { Chart } from '../../domain/chart/chart';
import type { Catalogue } from '../../text/catalogue';
import { comparisonPicture } from './comparison-picture';
import { distributionPicture } from './distribution-picture';
import type { Picture } from './picture';
import { trendPicture } from './trend-picture';

export function pictureOf(chart: Chart, text: Catalogue): Picture {
  switch (chart.kind) {
    case 'comparison':
      return comparisonPicture(chart, text);
    case 'distribution':
      return distributionPicture(chart, text);
    case 'trend':
      return trendPicture(chart, text);
  }
}
