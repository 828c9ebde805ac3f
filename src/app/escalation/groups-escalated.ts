/** How many groups of a wave its escalation is about, as staff are told with what was heard. */

import type { EscalationEvidence } from '../../domain/escalation/escalation';
import { escalationIdOf } from '../../domain/escalation/raise-escalation';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import type { AppContext } from '../context';
import { readRecord } from '../records';

/** By why: their confidence is below the floor, or only their trend deteriorates. */
export async function groupsEscalated(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  waveId: WaveId,
): Promise<{ readonly escalatedGroups: number; readonly fallingGroups: number }> {
  const raised = await readRecord(store, 'escalation', programmeId, escalationIdOf(waveId));
  const groups = raised?.document.evidence.filter((one) => one.waveId === waveId) ?? [];
  const countOf = (kind: EscalationEvidence['kind']) =>
    new Set(groups.filter((one) => one.kind === kind).map(({ groupId }) => groupId)).size;
  return { escalatedGroups: countOf('belowFloor'), fallingGroups: countOf('deterioratingTrend') };
}
