/** The SRO decides a gate: once, on the evidence as it is, and against it only with a way back. */

import { asId, type PersonId } from '../ids';
import { type Day, dayOf, type Instant, plusDays } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { renewGateCards } from './ask-gate';
import type { Gate, GateDates, GateDecision, GateDecisionKind, GateEvidence } from './gate';
import { asksAt, startOf, termsInForce } from './gate-terms';

/** Blank parts are absent ones. */
export interface GateWords {
  readonly rationale?: string;
  readonly mitigation?: string;
  readonly rollbackTrigger?: string;
  readonly advisedBy?: PersonId;
  readonly condition?: string;
  readonly conditionOwner?: PersonId;
  readonly conditionDueOn?: Day;
  readonly recheckOn?: Day;
  readonly delayUntil?: Day;
}

export interface GateDecider {
  readonly personId: PersonId;
  readonly role: Role;
}

export interface DecideGateRequest {
  readonly kind: GateDecisionKind;
  readonly words: GateWords;
  readonly by: GateDecider;
  /** How many decisions the card showed that was answered: another number, and the card is an old one. */
  readonly revision: number;
  /** As it is now. */
  readonly evidence: GateEvidence;
  /** Of everybody the decision names. */
  readonly nameOf: (personId: PersonId) => string;
  readonly now: Instant;
}

export type MissingPart = keyof GateWords;

export type DecideGateOutcome =
  | { readonly outcome: 'decided'; readonly next: Gate }
  | { readonly outcome: 'alreadyDecided' | 'outOfDate' | 'notAsked' | 'askedOfSomeoneElse' }
  | { readonly outcome: 'incomplete'; readonly missing: MissingPart };

export function decideGate(gate: Gate, request: DecideGateRequest): DecideGateOutcome {
  if (gate.status === 'decided') return { outcome: 'alreadyDecided' };
  if (gate.status !== 'asked') return { outcome: 'notAsked' };
  if (request.revision !== gate.decisions.length) return { outcome: 'outOfDate' };
  if (!gate.askedRoles.includes(request.by.role)) return { outcome: 'askedOfSomeoneElse' };
  const missing = missingPart(gate, request);
  if (missing) return { outcome: 'incomplete', missing };
  return { outcome: 'decided', next: withDecision(gate, request) };
}

/** "Go" while any verdict shown is not `met`, also when only the one before a change of terms is not. */
export function isAgainstEvidence(
  kind: GateDecision['kind'],
  { judgements }: Pick<GateEvidence, 'judgements'>,
): boolean {
  const isGo = kind === 'go' || kind === 'goWithConditions';
  return isGo && (judgements.length === 0 || judgements.some(({ verdict }) => verdict !== 'met'));
}

function missingPart(gate: Gate, { kind, words, evidence, now }: DecideGateRequest): MissingPart | undefined {
  const today = dayOf(now);
  const isLater = (day: Day | undefined, than: Day) => day !== undefined && day > than;
  const needed: [MissingPart, boolean][] = [['rationale', isThere(words.rationale)]];
  if (kind === 'goWithConditions') {
    needed.push(
      ['condition', isThere(words.condition)],
      ['conditionOwner', isThere(words.conditionOwner)],
      ['conditionDueOn', words.conditionDueOn !== undefined && words.conditionDueOn >= today],
      ['recheckOn', isLater(words.recheckOn, today)],
    );
  }
  if (kind === 'delay') {
    const { goLiveOn } = termsInForce(gate);
    needed.push(['delayUntil', isLater(words.delayUntil, goLiveOn > today ? goLiveOn : today)]);
  }
  if (isAgainstEvidence(kind, evidence)) {
    needed.push(
      ['mitigation', isThere(words.mitigation)],
      ['rollbackTrigger', isThere(words.rollbackTrigger)],
      ['advisedBy', isThere(words.advisedBy)],
    );
  }
  return needed.find(([, isGiven]) => !isGiven)?.[0];
}

const isThere = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function withDecision(gate: Gate, request: DecideGateRequest): Gate {
  const { kind, now } = request;
  const decision = decisionOf(gate, request);
  const isReferred = kind === 'refer';
  const delayedTo = decision.delayUntil ? datesAfter(gate, decision.delayUntil, now) : gate.delayedTo;
  const next: Gate = {
    ...gate,
    // What is referred to the board stays open: the SRO records what the board says.
    status: isReferred ? 'asked' : 'decided',
    askedRoles: isReferred ? gate.askedRoles : [],
    ...(delayedTo ? { delayedTo } : {}),
    decisions: [...gate.decisions, decision],
  };
  const number = next.decisions.length;
  const recheck = decision.condition?.recheckOn;
  const askAgain = (dueAt: Instant): Intent => ({
    id: `ask-gate:after.${number}`,
    kind: 'ask-gate',
    lane: 'urgent',
    dueAt,
  });
  const overtaken = isReferred
    ? ['update-cards']
    : ['update-cards', 'hand-over-gate', 'ask-gate', 'escalate-gate'];
  const obsolete = gate.intents.filter((intent) => overtaken.includes(intent.kind)).map(({ id }) => id);
  return planIntents(
    next,
    [
      ...followUps(next, now),
      ...(kind === 'delay' && delayedTo ? [askAgain(later(asksAt(delayedTo), now))] : []),
      ...(recheck ? [askAgain(atWork(recheck))] : []),
    ],
    obsolete,
  );
}

/** What every decision on a gate leaves to be done: its place in the log, the cards, and word to the other roles. */
export function followUps(gate: Gate, now: Instant): readonly Intent[] {
  const number = gate.decisions.length;
  return [
    { id: `log-decision:${number}`, kind: 'log-decision', lane: 'urgent', dueAt: now, data: { number } },
    renewGateCards(gate, now),
    { id: `settle-gate-escalation:${number}`, kind: 'settle-gate-escalation', lane: 'urgent', dueAt: now },
    {
      id: `start-campaign:gate-decided:${number}`,
      kind: 'start-campaign',
      lane: 'urgent',
      dueAt: now,
      data: { purpose: 'gate-decided', number },
    },
  ];
}

function decisionOf(gate: Gate, { kind, words, by, evidence, nameOf, now }: DecideGateRequest): GateDecision {
  const trimmed = (text: string | undefined) => text?.trim() ?? '';
  const { advisedBy, conditionOwner, conditionDueOn, recheckOn, delayUntil } = words;
  const against =
    isAgainstEvidence(kind, evidence) && advisedBy
      ? {
          mitigation: trimmed(words.mitigation),
          rollbackTrigger: trimmed(words.rollbackTrigger),
          advisedBy,
        }
      : undefined;
  const condition =
    kind === 'goWithConditions' && conditionOwner && conditionDueOn && recheckOn
      ? { what: trimmed(words.condition), owner: conditionOwner, dueOn: conditionDueOn, recheckOn }
      : undefined;
  const named = [
    by.personId,
    ...(against ? [against.advisedBy] : []),
    ...(condition ? [condition.owner] : []),
  ];
  return {
    decisionId: asId(`${gate.gateId}.d${gate.decisions.length + 1}`),
    kind,
    rationale: trimmed(words.rationale),
    decidedBy: by.personId,
    role: by.role,
    decidedAt: now,
    evidence,
    ...(against ? { against } : {}),
    ...(condition ? { condition } : {}),
    ...(kind === 'delay' && delayUntil ? { delayUntil } : {}),
    names: Object.fromEntries(named.map((personId) => [personId, nameOf(personId)])),
  };
}

/** The decision stays as far ahead of the go-live as it was, but never in the past. */
function datesAfter(gate: Gate, goLiveOn: Day, now: Instant): GateDates {
  const { decidesOn, goLiveOn: before } = termsInForce(gate);
  const aheadMs = Date.parse(before) - Date.parse(decidesOn);
  const decides = dayOf(plusDays(startOf(goLiveOn), -aheadMs / 86_400_000));
  const tomorrow = dayOf(plusDays(now, 1));
  return { goLiveOn, decidesOn: decides > tomorrow ? decides : tomorrow };
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function atWork(day: Day): Instant {
  return `${day}T08:00:00.000Z` as Instant;
}
