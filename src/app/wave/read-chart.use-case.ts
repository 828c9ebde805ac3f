/** The figures of a chart, read again from what was released whenever its picture is asked for. */

import type { Chart } from '../../domain/chart/chart';
import { compareEvidence, trendOfEvidence } from '../../domain/chart/chart-evidence';
import type {
  ChartSubject,
  EvidenceSubject,
  EvidenceTrendSubject,
  GateSubject,
  TrendSubject,
} from '../../domain/chart/chart-subject';
import { compareCriteria } from '../../domain/chart/compare-criteria';
import { compareRelease } from '../../domain/chart/compare-groups';
import { followGroup } from '../../domain/chart/follow-group';
import { spreadAnswers } from '../../domain/chart/spread-answers';
import type { EscalationEvidence } from '../../domain/escalation/escalation';
import { asId } from '../../domain/ids';
import type { AppContext } from '../context';
import { releaseDocumentId } from '../documents';
import { readGate } from '../gate/read-gate';
import { readRecord } from '../records';
import { readRelease } from './read-release';
import { readTrend } from './read-trend.use-case';

/** Undefined where there is nothing that may be drawn: no release, no such group, no figure shown of it.
 * @throws whatever the store throws. */
export async function readChart(context: AppContext, subject: ChartSubject): Promise<Chart | undefined> {
  const { store } = context;
  switch (subject.kind) {
    case 'groups': {
      const release = await readRelease(store, subject.programmeId, subject.waveId);
      return release && compareRelease(release);
    }
    case 'distribution': {
      const release = await readRelease(store, subject.programmeId, subject.waveId);
      return release && spreadAnswers(release, subject.groupId);
    }
    case 'trend':
      return readTrendChart(context, subject);
    case 'evidence':
      return compareEvidence(await releasedEvidence(context, subject));
    case 'evidenceTrend':
      return trendOfEvidence((await releasedEvidence(context, subject)).at(-1));
    case 'gate':
      return readGateChart(context, subject);
  }
}

/** The group's first question up to and with the wave, as it was then. */
async function readTrendChart(
  context: Pick<AppContext, 'store' | 'clock'>,
  { programmeId, waveId, groupId }: Omit<TrendSubject, 'kind'>,
): Promise<Chart | undefined> {
  const release = await readRelease(context.store, programmeId, waveId);
  const [table] = release?.tables ?? [];
  if (!release || !table) return undefined;
  const { questionId, questionKind } = table;
  const read = await readTrend(context, { programmeId, questionId, groupId, until: release.releasedAt });
  if (read.outcome !== 'read' || read.trend.points.at(-1)?.waveId !== waveId) return undefined;
  return followGroup(read.trend, { questionKind, floor: release.confidenceFloor });
}

/** An escalation copies what was released; where a release is not to be had any more, nothing is shown. */
async function releasedEvidence(
  { store }: Pick<AppContext, 'store'>,
  subject: EvidenceSubject | EvidenceTrendSubject,
): Promise<readonly EscalationEvidence[]> {
  const { programmeId, escalationId } = subject;
  const stored = await readRecord(store, 'escalation', programmeId, escalationId);
  const pieces = subject.kind === 'evidence' ? subject.pieces : subject.piece + 1;
  const evidence = stored?.document.evidence.slice(0, pieces) ?? [];
  const waves = [...new Set(evidence.map(({ waveId }) => waveId))];
  const headers = await Promise.all(
    waves.map((waveId) => readRecord(store, 'release', programmeId, releaseDocumentId(waveId))),
  );
  return evidence.length === pieces && headers.every((header) => header !== undefined) ? evidence : [];
}

async function readGateChart(context: AppContext, { programmeId, gateId }: GateSubject) {
  const read = await readGate(context, { programmeId, gateId }, asId(''));
  return read && compareCriteria(read.judgements.at(-1)?.results ?? []);
}
