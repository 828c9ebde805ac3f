/** Turns what is wrong into one escalation for its source, or into evidence for one that is open already. */

import { calendarOf } from '../calendar/calendar-of';
import { endOfWorkingDay } from '../calendar/working-days';
import { asId, type EscalationId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import { type Escalation, type EscalationEvidence, type EscalationSource, subjectIdOf } from './escalation';

export interface RaiseRequest {
  readonly programme: Programme;
  /** What finds it: each source raises at most one. */
  readonly source: EscalationSource;
  /** The groups in trouble, from released figures. */
  readonly evidence: readonly EscalationEvidence[];
  /** Escalations of the programme that are not decided, deferred ones included. */
  readonly unsettled: readonly Escalation[];
  readonly now: Instant;
}

export interface RaiseResult {
  /** The new escalation, where a group is in trouble that none is about yet. */
  readonly raised?: Escalation;
  /** Escalations that gained evidence, not a card. */
  readonly strengthened: readonly Escalation[];
}

/** Follows from what it came of, such as a wave's id: raising it twice is raising it once. */
export function escalationIdOf(subjectId: string): EscalationId {
  return asId(`escalation.${subjectId}`);
}

/** The one trigger of every source. A group that an open or deferred escalation is about already, for whatever reason, adds
 * evidence to it and makes no card; the others make one new escalation together. */
export function raiseEscalation(request: RaiseRequest): RaiseResult {
  const own = escalationIdOf(subjectIdOf(request.source));
  const others = request.unsettled.filter(({ escalationId }) => escalationId !== own);
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
  const { programme, source, now } = request;
  const policy = programme.escalationPolicy;
  const leadActsBy = endOfWorkingDay(now, policy.leadWithinWorkingDays, calendarOf(programme));
  const escalation: Escalation = {
    escalationId: escalationIdOf(subjectIdOf(source)),
    programmeId: programme.id,
    source,
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
