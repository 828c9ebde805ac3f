/** Logs what was decided on an escalation or a gate, and notes on it where in the log it stands. */

import type { Decision } from '../../domain/decision/decision';
import type { Escalation } from '../../domain/escalation/escalation';
import type { Gate } from '../../domain/gate/gate';
import { termsInForce } from '../../domain/gate/gate-terms';
import type { Instant } from '../../domain/instant';
import { appendDecision } from '../append-decision';
import type { AppContext } from '../context';
import type { IntentHandler } from '../intent-handler';
import { changeRecord } from '../records';

export const logDecisionIntent: IntentHandler = {
  kind: 'log-decision',
  async carryOut(context, { document, intent }) {
    const number = Number(intent.data?.number);
    if (document.type === 'escalation') return logOnEscalation(context, document, number);
    if (document.type === 'gate') return logOnGate(context, document, number);
    throw new Error(`a ${document.type} has no decisions`);
  },
};

async function logOnEscalation(context: AppContext, escalation: Escalation, number: number): Promise<void> {
  const { programmeId, escalationId } = escalation;
  const { decisionId, seq, mac } = await appendDecision(context, decisionOn(escalation, number));
  await changeRecord(context.store, 'escalation', programmeId, escalationId, (current) =>
    current.decision?.decisionId === decisionId
      ? {
          outcome: 'noted',
          next: { ...current, decision: { ...current.decision, logged: { seq, head: mac } } },
        }
      : { outcome: 'superseded' },
  );
}

function decisionOn(escalation: Escalation, number: number): Decision {
  const { decision: latest, earlierDecisions, evidence, policy, programmeId, escalationId } = escalation;
  const made = [...earlierDecisions, ...(latest ? [latest] : [])][number - 1];
  if (!made || !escalation.case) throw new Error(`escalation ${escalationId} has no decision ${number}`);
  return {
    decisionId: made.decisionId,
    programmeId,
    escalationId,
    question: escalation.case.question,
    options: escalation.case.options,
    kind: made.kind,
    ...(made.optionId ? { optionId: made.optionId } : {}),
    rationale: made.rationale,
    decidedBy: made.decidedBy,
    role: made.role,
    decidedAt: made.decidedAt,
    ...(made.deferredUntil ? { reviewOn: made.deferredUntil } : {}),
    evidence,
    policy,
  };
}

async function logOnGate(context: AppContext, gate: Gate, number: number): Promise<void> {
  const { programmeId, gateId } = gate;
  const { seq, mac } = await appendDecision(context, decisionOnGate(gate, number));
  await changeRecord(context.store, 'gate', programmeId, gateId, (current) => ({
    outcome: 'noted',
    next: {
      ...current,
      decisions: current.decisions.map((one, index) =>
        index === number - 1 ? { ...one, logged: { seq, head: mac } } : one,
      ),
    },
  }));
}

/** Without the names that the gate keeps beside it. */
function decisionOnGate(gate: Gate, number: number): Decision {
  const made = gate.decisions[number - 1];
  if (!made) throw new Error(`gate ${gate.gateId} has no decision ${number}`);
  const { names: _names, logged: _logged, evidence, ...decision } = made;
  const calendar = evidence.calendar.map(({ setBy: _setBy, ...entry }) => entry);
  const { decidesOn, goLiveOn } = termsInForce(gate);
  const recheckOn = decision.condition?.recheckOn;
  return {
    ...decision,
    evidence: { judgements: evidence.judgements, calendar },
    programmeId: gate.programmeId,
    gateId: gate.gateId,
    question: gate.name,
    terms: { decidesOn, goLiveOn },
    ...(recheckOn ? { reviewOn: `${recheckOn}T08:00:00.000Z` as Instant } : {}),
  };
}
