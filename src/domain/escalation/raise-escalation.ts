/** Turns groups below the floor into one escalation for the wave, or into evidence for one that is open already. */

import { asId, type EscalationId, type WaveId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import type { Escalation, EscalationEvidence } from './escalation';
import { endOfWorkingDay } from './working-days';

export interface RaiseRequest {
  readonly programme: Programme;
  readonly waveId: WaveId;
  /** Groups whose released figures are below the floor. */
  readonly evidence: readonly EscalationEvidence[];
  /** Escalations of the programme that are not decided, deferred ones included. */
  readonly unsettled: readonly Escalation[];
  readonly now: Instant;
}

export interface RaiseResult {
  /** The new escalation, where a group is below the floor that none is about yet. */
  readonly raised?: Escalation;
  /** Escalations that gained evidence, not a card. */
  readonly strengthened: readonly Escalation[];
}

export function escalationIdOf(waveId: WaveId): EscalationId {
  return asId(`escalation.${waveId}`);
}

export function raiseEscalation(request: RaiseRequest): RaiseResult {
  const others = request.unsettled.filter(({ waveId }) => waveId !== request.waveId);
  const covered = new Map<string, Escalation>();
  for (const escalation of others) {
    for (const { groupId } of escalation.evidence) covered.set(groupId, escalation);
  }
  const fresh = request.evidence.filter(({ groupId }) => !covered.has(groupId));
  const strengthened = others
    .map((escalation) => addEvidence(escalation, request, covered))
    .filter((escalation) => escalation !== undefined);
  if (fresh.length === 0) return { strengthened };
  return { raised: newEscalation(request, fresh), strengthened };
}

function addEvidence(
  escalation: Escalation,
  request: RaiseRequest,
  covered: ReadonlyMap<string, Escalation>,
): Escalation | undefined {
  const known = new Set(escalation.evidence.map(({ groupId, waveId }) => `${groupId} ${waveId}`));
  const more = request.evidence.filter(
    ({ groupId, waveId }) => covered.get(groupId) === escalation && !known.has(`${groupId} ${waveId}`),
  );
  return more.length === 0 ? undefined : { ...escalation, evidence: [...escalation.evidence, ...more] };
}

function newEscalation(request: RaiseRequest, evidence: readonly EscalationEvidence[]): Escalation {
  const { programme, waveId, now } = request;
  const policy = programme.escalationPolicy;
  const leadActsBy = endOfWorkingDay(now, policy.leadWithinWorkingDays, programme.timeZone);
  const escalation: Escalation = {
    escalationId: escalationIdOf(waveId),
    programmeId: programme.id,
    waveId,
    status: 'withLead',
    raisedAt: now,
    policy,
    evidence,
    leadActsBy,
    earlierAssignments: [],
    earlierDecisions: [],
    intents: [],
  };
  return planIntents(escalation, [
    {
      id: 'start-campaign:escalation-preparation',
      kind: 'start-campaign',
      lane: 'urgent',
      dueAt: now,
      data: { purpose: 'escalation-preparation' },
    },
    { id: 'go-up', kind: 'go-up', lane: 'urgent', dueAt: leadActsBy },
  ]);
}
