/** The chart of a gate: the groups its criteria name, each against its own floor. */

import { compareCriteria } from '../../domain/chart/compare-criteria';
import type { Gate } from '../../domain/gate/gate';
import type { Judgement } from '../../domain/gate/verdict';
import type { ProgrammeId } from '../../domain/ids';
import type { Catalogue } from '../../text/catalogue';
import type { ChartUrl } from '../template';
import { comparisonElement, comparisonParts } from './chart-elements';

export const gateChartShape = { comparison: comparisonElement };

export function gateChart(
  programmeId: ProgrammeId,
  { gate, judgements }: { readonly gate: Pick<Gate, 'gateId'>; readonly judgements: readonly Judgement[] },
  chartUrl: ChartUrl,
  text: Catalogue,
) {
  const chart = compareCriteria(judgements.at(-1)?.results ?? []);
  const url = chartUrl({ kind: 'gate', programmeId, gateId: gate.gateId });
  return { comparison: comparisonParts(chart, url, text) };
}
