/** Logs what was decided on an escalation, a gate or a design review, and notes on it where in the log it stands. */

import type { Decision } from '../../domain/decision/decision';
import { decisionOnEscalation } from '../../domain/decision/decision-on-escalation';
import type { Escalation, EscalationDecision } from '../../domain/escalation/escalation';
import type { Gate } from '../../domain/gate/gate';
import { termsInForce } from '../../domain/gate/gate-terms';
import type { Instant } from '../../domain/instant';
import type { AppContext } from '../context';
import { appendDecision } from '../decision/append-decision';
import type { IntentHandler } from '../intent-handler';
import { type Names, rememberNames } from '../people/person-names';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { logOnReview } from '../review/log-on-review';

export const logDecisionIntent: IntentHandler = {
  kind: 'log-decision',
  async carryOut(context, { document, intent }) {
    const number = Number(intent.data?.number);
    if (document.type === 'escalation') return logOnEscalation(context, document, number);
    if (document.type === 'gate') return logOnGate(context, document, number);
    if (document.type === 'review') return logOnReview(context, document, number);
    throw new Error(`a ${document.type} has no decisions`);
  },
};

async function logOnEscalation(context: AppContext, escalation: Escalation, number: number): Promise<void> {
  const { programmeId, escalationId } = escalation;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) throw new Error('the programme of an escalation does not exist');
  const pseudonymOf = ({ aadObjectId }: { readonly aadObjectId: string }) =>
    context.keys.personIdOf(programme.tenantId, aadObjectId);
  const decision = decisionOnEscalation(escalation, number, pseudonymOf);
  await rememberNames(context, programmeId, namesOn(escalation));
  const { decisionId, seq, mac } = await appendDecision(context, decision);
  const noted = <D extends EscalationDecision>(one: D): D =>
    one.decisionId === decisionId ? { ...one, logged: { seq, head: mac } } : one;
  await changeRecord(context.store, 'escalation', programmeId, escalationId, (current) => ({
    outcome: 'noted',
    next: {
      ...current,
      ...(current.decision ? { decision: noted(current.decision) } : {}),
      earlierDecisions: current.earlierDecisions.map(noted),
    },
  }));
}

/** Of everybody whom its decisions, advice and questions are by. */
function namesOn({ decision, earlierDecisions, advice = [], moreAsked = [] }: Escalation): Names {
  const decisions = [...earlierDecisions, ...(decision ? [decision] : [])];
  return Object.fromEntries([
    ...advice.map(({ by, byName }) => [by, byName]),
    ...moreAsked.map(({ askedBy, askedByName }) => [askedBy, askedByName]),
    ...moreAsked.flatMap(({ answer }) => (answer ? [[answer.by, answer.byName]] : [])),
    ...decisions.map(({ decidedBy, decidedByName }) => [decidedBy, decidedByName]),
  ]);
}

async function logOnGate(context: AppContext, gate: Gate, number: number): Promise<void> {
  const { programmeId, gateId } = gate;
  await rememberNames(context, programmeId, gate.decisions[number - 1]?.names ?? {});
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
