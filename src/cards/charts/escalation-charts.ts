/** The charts of an escalation's evidence, for the cards that put it to somebody. */

import { compareEvidence, steepestPiece, trendOfEvidence } from '../../domain/chart/chart-evidence';
import type { Escalation } from '../../domain/escalation/escalation';
import type { ProgrammeId } from '../../domain/ids';
import type { Catalogue } from '../../text/catalogue';
import type { ChartUrl } from '../template';
import { comparisonElement, comparisonParts, trendElement, trendParts } from './chart-elements';

export const escalationChartShape = { comparison: comparisonElement, trend: trendElement };

/** The groups beside one another, and the steepest trend of the newest wave where one is falling. */
export function escalationCharts(
  programmeId: ProgrammeId,
  { escalationId, evidence }: Pick<Escalation, 'escalationId' | 'evidence'>,
  chartUrl: ChartUrl,
  text: Catalogue,
) {
  const compared = chartUrl({ kind: 'evidence', programmeId, escalationId, pieces: evidence.length });
  const piece = steepestPiece(evidence);
  const trend = piece === undefined ? undefined : trendOfEvidence(evidence[piece]);
  const trendUrl =
    piece === undefined ? undefined : chartUrl({ kind: 'evidenceTrend', programmeId, escalationId, piece });
  return {
    comparison: comparisonParts(compareEvidence(evidence), compared, text),
    trend: trendParts(trend, trendUrl, text),
  };
}
