/** Turns what is wrong into one escalation for its source, or into evidence for one that is open already. */

import { calendarOf } from '../calendar/calendar-of';
import { endOfWorkingDay } from '../calendar/working-days';
import { asId, type EscalationId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { IssueCategory } from '../issue/issue';
import type { Programme } from '../programme/programme';
import {
  type Escalation,
  type EscalationEvidence,
  type EscalationFact,
  type EscalationSource,
  subjectIdOf,
} from './escalation';

export interface RaiseRequest {
  readonly programme: Programme;
  /** What finds it: each source raises at most one that is not decided. */
  readonly source: EscalationSource;
  /** Of a source that may go up again: what makes it go up now. Once for each, also where that one is decided by now. */
  readonly occasion?: string;
  /** The groups in trouble, from released figures. */
  readonly evidence?: readonly EscalationEvidence[];
  /** What else it is about. */
  readonly facts?: readonly EscalationFact[];
  readonly category?: IssueCategory;
  /** Every escalation of the programme. */
  readonly known: readonly Escalation[];
  readonly now: Instant;
}

export interface RaiseResult {
  /** The new escalation, where there is something that none is about yet. */
  readonly raised?: Escalation;
  /** The open or deferred one that is about the source's own subject already, or that this occasion has raised before. */
  readonly covering?: Escalation;
  /** Escalations that gained evidence, not a card. */
  readonly strengthened: readonly Escalation[];
}

/** Follows from what it came of, such as a wave's id: raising it twice is raising it once. `time`: an issue, a gate or a
 * review whose escalation was decided may go up again. */
export function escalationIdOf(subjectId: string, time = 1): EscalationId {
  return asId(`escalation.${subjectId}${time > 1 ? `.${time}` : ''}`);
}

/** The one trigger of every source. A group, an issue, a gate or a review that an open or deferred escalation is about
 * already adds what is new to it and makes no card (one about a list, or a part of a group, is not about the whole of it); so does a backlog while one is unsettled. Groups that none is about
 * make one new escalation together. */
export function raiseEscalation(request: RaiseRequest): RaiseResult {
  const { source, facts = [], evidence = [] } = request;
  const before = raisedBefore(request);
  if (before) return { covering: before, strengthened: [] };
  const time = timesRaised(request) + 1;
  const own = escalationIdOf(
    subjectIdOf(source),
    source.kind === 'wave' || source.kind === 'backlog' ? 1 : time,
  );
  // A wave's own escalation is made anew each time, and found there: its groups are not told apart by being in it.
  const others = request.known.filter(
    ({ status, escalationId }) => status !== 'decided' && (source.kind !== 'wave' || escalationId !== own),
  );
  const covered = new Map<string, Escalation>();
  for (const escalation of others) {
    for (const one of escalation.evidence) covered.set(peopleOf(one), escalation);
  }
  const covering = others.find((escalation) => isAbout(escalation, source, facts));
  const strengthened = others.flatMap((escalation) => {
    const stronger = addEvidence(escalation, evidence, covered, escalation === covering ? facts : []);
    return stronger ? [stronger] : [];
  });
  const found = covering && { covering: strengthened.find(isSame(covering)) ?? covering };
  const fresh = evidence.filter((one) => !covered.has(peopleOf(one)));
  const isThere = source.kind !== 'wave' && request.known.some(({ escalationId }) => escalationId === own);
  const isNew = !covering && !isThere && (fresh.length > 0 || facts.length > 0);
  return { strengthened, ...found, ...(isNew ? { raised: newEscalation(request, own, fresh) } : {}) };
}

function raisedBefore({ source, occasion, known }: RaiseRequest): Escalation | undefined {
  return known.find((one) => isOf(one, source) && occasion !== undefined && one.occasion === occasion);
}

/** How often the same subject has gone up and was decided. */
function timesRaised({ source, known }: RaiseRequest): number {
  return known.filter((one) => one.status === 'decided' && isOf(one, source)).length;
}

function isOf({ source: theirs }: Escalation, source: EscalationSource): boolean {
  return theirs.kind === source.kind && subjectIdOf(theirs) === subjectIdOf(source);
}

function isAbout(
  escalation: Escalation,
  source: EscalationSource,
  facts: readonly EscalationFact[],
): boolean {
  const { source: theirs, facts: known = [] } = escalation;
  if (source.kind === 'wave') return false;
  if (theirs.kind === source.kind && source.kind === 'backlog') return true;
  if (isOf(escalation, source)) return true;
  return facts.length > 0 && facts.every((fact) => known.some((one) => isSameSubject(one, fact)));
}

function isSameSubject(one: EscalationFact, other: EscalationFact): boolean {
  if (one.kind === 'issue') return other.kind === 'issue' && one.issueId === other.issueId;
  if (one.kind === 'gate') return other.kind === 'gate' && one.gateId === other.gateId;
  if (one.kind === 'review') return other.kind === 'review' && one.reviewId === other.reviewId;
  return other.kind === 'backlog';
}

const isSame = (escalation: Escalation) => (one: Escalation) => one.escalationId === escalation.escalationId;

/** Whom it is about: those of one list, a part of a group and the whole of it are not the same people. */
function peopleOf({ groupId, waveId, chosenBecause, isPartOfGroup }: EscalationEvidence): string {
  if (chosenBecause !== undefined) return `${groupId} of ${waveId}`;
  return isPartOfGroup ? `part of ${groupId}` : groupId;
}

/** What an executive has been asked about stays as it was; what comes later stands beside it. */
function addEvidence(
  escalation: Escalation,
  found: readonly EscalationEvidence[],
  covered: ReadonlyMap<string, Escalation>,
  facts: readonly EscalationFact[],
): Escalation | undefined {
  const known = new Set(escalation.evidence.map(({ groupId, waveId }) => `${groupId} ${waveId}`));
  const more = found.filter(
    (one) => covered.get(peopleOf(one)) === escalation && !known.has(`${one.groupId} ${one.waveId}`),
  );
  const newFacts = facts.filter((fact) => !escalation.facts?.some((one) => isSameSubject(one, fact)));
  if (more.length === 0 && newFacts.length === 0) return undefined;
  const stronger = { ...escalation, evidence: [...escalation.evidence, ...more] };
  return newFacts.length === 0
    ? stronger
    : { ...stronger, facts: [...(escalation.facts ?? []), ...newFacts] };
}

function newEscalation(
  { programme, source, occasion, facts = [], category, now }: RaiseRequest,
  escalationId: EscalationId,
  evidence: readonly EscalationEvidence[],
): Escalation {
  const policy = programme.escalationPolicy;
  const leadActsBy = endOfWorkingDay(now, policy.leadWithinWorkingDays, calendarOf(programme));
  const escalation: Escalation = {
    escalationId,
    programmeId: programme.id,
    source,
    ...(occasion === undefined ? {} : { occasion }),
    status: 'withLead',
    raisedAt: now,
    policy,
    evidence,
    ...(facts.length > 0 ? { facts } : {}),
    ...(category ? { category } : {}),
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
