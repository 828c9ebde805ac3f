/** A gate was decided after all: what went up because it was not is over. */

import { settleWithOwnDecision } from '../../domain/escalation/settle-with-own-decision';
import { changeRecord, listRecords } from '../records';
import { defineIntent } from './define-intent';

/** What was referred to the board, or decided about a change of terms alone, stays open. */
export const settleGateEscalationIntent = defineIntent(
  'settle-gate-escalation',
  'gate',
  async ({ store, clock, wording, poke }, gate) => {
    const decision = gate.decisions.at(-1);
    if (gate.status !== 'decided' || !decision) return;
    const made = {
      decidedBy: decision.decidedBy,
      role: decision.role,
      name: decision.names[decision.decidedBy] ?? '',
      words: wording.gateWasDecided(gate.name),
    };
    for await (const { document } of listRecords(store, 'escalation', gate.programmeId)) {
      const { source, escalationId } = document;
      if (source.kind !== 'gate' || source.gateId !== gate.gateId || document.status === 'decided') continue;
      await changeRecord(store, 'escalation', gate.programmeId, escalationId, (current) => {
        const next = settleWithOwnDecision(current, made, clock.now());
        return next ? { outcome: 'settled', next } : { outcome: 'nothingToSettle' };
      });
    }
    poke();
  },
);
