/** Takes the escalation of an earlier wave to its decision, as lead and SRO, so that only history is left of it. */

import { decideEscalation } from '../../app/escalation/decide-escalation.use-case';
import { forwardEscalation } from '../../app/escalation/forward-escalation.use-case';
import { readRecord } from '../../app/records';
import { escalationIdOf } from '../../domain/escalation/raise-escalation';
import type { WaveId } from '../../domain/ids';
import type { WaveDays } from './calendar';
import type { DemoPast } from './demo-past';
import type { SyntheticProgramme } from './synthetic-programme';

const words = {
  options: [],
  recommendedOption: 2,
  recommendation: 'Both groups ask for somebody beside them, more than for another course.',
  costOfWaiting: 'Phase 2 and 3 wards draw up their rosters next week.',
};
const rationale =
  'They have been trained and still do not trust themselves: a colleague on the ward helps sooner. We look again at the next wave.';

/** Nothing to do when the wave raised none. @throws Error when a use case refuses. */
export async function settleEscalation(
  past: DemoPast,
  { lead, sro }: SyntheticProgramme['personas'],
  waveId: WaveId,
  { forwardedAt, decidedAt }: WaveDays,
): Promise<'none' | 'decided'> {
  const { context, clock, programme, personIdOf } = past;
  const ids = { programmeId: programme.id, escalationId: escalationIdOf(waveId) };
  const raised = await readRecord(context.store, 'escalation', ids.programmeId, ids.escalationId);
  if (!raised || !forwardedAt || !decidedAt) return 'none';
  clock.moveTo(forwardedAt);
  const forwarded = await forwardEscalation(context, {
    ...ids,
    lead: { personId: personIdOf(lead), words },
  });
  if (forwarded.outcome !== 'forwarded')
    throw new Error(`the demo’s lead could not forward: ${forwarded.outcome}`);
  await past.settle();
  clock.moveTo(decidedAt);
  const optionId = forwarded.escalation.case?.recommendedOptionId;
  const decided = await decideEscalation(context, {
    ...ids,
    personId: personIdOf(sro),
    kind: 'approve',
    ...(optionId ? { optionId } : {}),
    rationale,
  });
  if (decided.outcome !== 'decided') throw new Error(`the demo’s SRO could not decide: ${decided.outcome}`);
  await past.settle();
  return 'decided';
}
