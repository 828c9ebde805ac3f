/** Neither the SRO nor the deputy decided a gate: it goes up the steps after them, and the lead gets a copy. */

import { termsInForce } from '../../domain/gate/gate-terms';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { raiseEscalation } from '../escalation/raise-escalation.use-case';
import { judgementsOf } from '../gate/judge-gate';
import { currentProgramme } from '../programme/current-programme';
import { defineIntent } from './define-intent';

export const escalateGateIntent = defineIntent('escalate-gate', 'gate', async (context, gate, intent) => {
  const programme = await currentProgramme(context, gate.programmeId);
  if (!programme || gate.status !== 'asked') return;
  const unmet = await unmetCriteria(context, programme, gate);
  await raiseEscalation(context, {
    programme,
    source: { kind: 'gate', gateId: gate.gateId },
    occasion: intent.id,
    facts: [
      {
        kind: 'gate',
        gateId: gate.gateId,
        gateName: gate.name,
        decidesOn: termsInForce(gate).decidesOn,
        unmet,
      },
    ],
    prepared: 'standard',
  });
  context.poke();
});

/** Of the terms agreed, in the order of the gate; each once. */
async function unmetCriteria(
  context: AppContext,
  programme: Parameters<typeof judgementsOf>[1],
  gate: DocumentOf<'gate'>,
): Promise<readonly string[]> {
  const [judgement] = await judgementsOf(context, programme, gate);
  const unmet = (judgement?.results ?? []).filter(({ verdict }) => verdict !== 'met');
  return [...new Set(unmet.map((result) => context.wording.criterion(result)))];
}
