/** The charts of a wave's result: its groups, how people answered, and the waves before. */

import type { TrendChart } from '../../domain/chart/chart';
import { compareRelease } from '../../domain/chart/compare-groups';
import { spreadAnswers } from '../../domain/chart/spread-answers';
import type { Release } from '../../domain/disclosure/release';
import type { Catalogue } from '../../text/catalogue';
import type { ChartUrl } from '../template';
import {
  comparisonElement,
  comparisonParts,
  distributionElement,
  distributionParts,
  trendElement,
  trendParts,
} from './chart-elements';

export const resultChartShape = {
  comparison: comparisonElement,
  distribution: distributionElement,
  trend: trendElement,
};

/** `trend`: of everybody, up to this wave. */
export function resultCharts(
  release: Release,
  trend: TrendChart | undefined,
  chartUrl: ChartUrl,
  text: Catalogue,
) {
  const { programmeId, waveId, tables } = release;
  const groupId = tables[0]?.rows.find(({ kind }) => kind === 'total')?.groupId;
  const url = chartUrl({ kind: 'groups', programmeId, waveId });
  const comparison = comparisonParts(compareRelease(release), url, text);
  if (groupId === undefined) return { comparison, distribution: [], trend: [] };
  const ofTotal = (kind: 'distribution' | 'trend') => chartUrl({ kind, programmeId, waveId, groupId });
  return {
    comparison,
    distribution: distributionParts(spreadAnswers(release, groupId), ofTotal('distribution'), text),
    trend: trendParts(trend, ofTotal('trend'), text),
  };
}
