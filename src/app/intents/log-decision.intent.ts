/** Puts a decision into the programme's chained log, exactly once. */

import { chainedContent } from '../../domain/decision/chained-content';
import type { Decision, DecisionLogEntry } from '../../domain/decision/decision';
import type { Escalation } from '../../domain/escalation/escalation';
import type { AppContext } from '../context';
import { ConflictError } from '../ports/errors';
import { changeRecord, createRecord, listRecords } from '../records';
import { defineIntent } from './define-intent';

export const logDecisionIntent = defineIntent(
  'log-decision',
  'escalation',
  async (context, escalation, intent) => {
    const decision = decisionOf(escalation, Number(intent.data?.number));
    const { seq, mac } = await append(context, decision);
    await changeRecord(
      context.store,
      'escalation',
      escalation.programmeId,
      escalation.escalationId,
      (current) =>
        current.decision?.decisionId === decision.decisionId
          ? {
              outcome: 'noted',
              next: { ...current, decision: { ...current.decision, logged: { seq, head: mac } } },
            }
          : { outcome: 'superseded' },
    );
  },
);

/** Read the chain; stop if the decision is there; else write the next place; if that is taken, start again. */
async function append(context: AppContext, decision: Decision): Promise<DecisionLogEntry> {
  for (;;) {
    let last: DecisionLogEntry | undefined;
    for await (const { document } of listRecords(context.store, 'decision', decision.programmeId)) {
      if (document.decisionId === decision.decisionId) return document;
      last = document;
    }
    const place = { ...decision, seq: (last?.seq ?? 0) + 1, previousMac: last?.mac ?? '' };
    const entry: DecisionLogEntry = { ...place, ...context.keys.chainMac(chainedContent(place)) };
    try {
      await createRecord(context.store, 'decision', entry);
      return entry;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

function decisionOf(escalation: Escalation, number: number): Decision {
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
