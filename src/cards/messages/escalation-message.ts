/** The card of an escalation as one reader should see it now: to prepare, to decide, or where it stands. */

import { askedToDecide } from '../../domain/escalation/ask-executive';
import type {
  Assignment,
  Escalation,
  EscalationCase,
  EscalationDecision,
} from '../../domain/escalation/escalation';
import { stepsOf } from '../../domain/escalation/steps-of';
import { supersedingRoles } from '../../domain/escalation/supersede-decision';
import type { DecisionId, PersonId } from '../../domain/ids';
import type { Programme, Role } from '../../domain/programme/programme';
import { decisionToldCard } from '../decision-told.card';
import { type EscalationCopyView, escalationCopyCard } from '../escalation-copy.card';
import { type EscalationStanding, escalationDecidedCard } from '../escalation-decided.card';
import { type EscalationDecisionView, escalationDecisionCard } from '../escalation-decision.card';
import { type EscalationMoreView, escalationMoreCard } from '../escalation-more.card';
import { type EscalationPreparationView, escalationPreparationCard } from '../escalation-preparation.card';
import { noticeCard } from '../notice.card';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';

/** A role holder by the name that cards may show. */
export interface NamedHolder {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly role: Role;
}

export interface EscalationPlace {
  readonly programme: Programme;
  readonly escalation: Escalation;
  /** Everybody who holds a role in the programme. */
  readonly holders: readonly NamedHolder[];
  /** Who will be asked when it goes up. */
  readonly executives: readonly NamedHolder[];
  /** Whom a decision may be passed to. */
  readonly delegates: readonly NamedHolder[];
  readonly standard: Pick<EscalationCase, 'question' | 'options'>;
  readonly reader: { readonly personId: PersonId; readonly isLead: boolean };
}

/** What a tap is told, with what was typed given back where it was refused. */
export interface EscalationSaid {
  readonly preparation?: Pick<EscalationPreparationView, 'notice' | 'typed'>;
  readonly decision?: Pick<EscalationDecisionView, 'notice' | 'typed'>;
  readonly more?: Pick<EscalationMoreView, 'notice' | 'typed'>;
  readonly copy?: Pick<EscalationCopyView, 'notice' | 'typed'>;
  readonly isLateTap?: boolean;
  /** The decision that the reader is about to decide again. */
  readonly reopened?: DecisionId;
}

/** Which part of somebody's in it the card is for, where they have several. */
export type EscalationPart = 'any' | 'more' | 'copy' | 'review';

export function escalationMessage(
  place: EscalationPlace,
  frame: CardFrame,
  said: EscalationSaid = {},
  part: EscalationPart = 'any',
): CardMessage {
  const { escalation, reader, programme } = place;
  const escalationCase = escalation.case;
  if (escalation.status === 'withLead' || !escalationCase) {
    return reader.isLead
      ? messageOf(escalationPreparationCard, { ...preparationView(place), ...said.preparation }, frame)
      : messageOf(noticeCard, { kind: 'outOfDate' }, frame);
  }
  const { assignment, status, decision } = escalation;
  if (status === 'withExecutive' && assignment) {
    const { decideBy } = assignment;
    const common = { programme, escalation, case: escalationCase, decideBy };
    const isAsked = askedToDecide(escalation, reader.personId) !== undefined;
    const isWaitedFor = reader.isLead && !isAsked && hasOpenQuestion(escalation);
    if (isWaitedFor || (part === 'more' && reader.isLead)) {
      return messageOf(escalationMoreCard, { ...common, ...said.more }, frame);
    }
    if (isAsked && part !== 'copy') {
      const view = decisionView(place, escalationCase, assignment);
      return messageOf(escalationDecisionCard, { ...view, ...said.decision }, frame);
    }
    if (escalation.copiedTo?.includes(reader.personId)) {
      const names = assignment.asked.map(({ personId }) => nameOf(place, personId));
      return messageOf(escalationCopyCard, { ...common, names, ...said.copy }, frame);
    }
  }
  if (said.reopened && said.reopened === decision?.decisionId && assignment) {
    const view = decisionView(place, escalationCase, assignment);
    return messageOf(escalationDecisionCard, { ...view, standing: decision, ...said.decision }, frame);
  }
  const standing = standingOf(place);
  const view = {
    programme,
    escalation: standing.kind === 'decided' ? asKnownTo(escalation, standing.decision) : escalation,
    case: escalationCase,
    standing,
    mayDecideAgain: maySupersede(place),
    ...(part === 'review' ? { isReviewDue: true } : {}),
    ...(said.isLateTap ? { isLateTap: true } : {}),
  };
  return messageOf(escalationDecidedCard, view, frame);
}

/** What was decided, for those who hear of it without having been asked. */
export function decisionToldMessage(
  { programme, escalation }: Pick<EscalationPlace, 'programme' | 'escalation'>,
  audience: 'lead' | 'staff',
  frame: CardFrame,
): CardMessage | undefined {
  const { decision } = escalation;
  if (!decision || !escalation.case) return undefined;
  const known = asKnownTo(escalation, decision);
  const view = { programme, audience, escalation: known, case: escalation.case, decision };
  return messageOf(decisionToldCard, { ...view, ...replacedBy(escalation, decision) }, frame);
}

function maySupersede({ holders, reader }: EscalationPlace): boolean {
  return holders.some(
    ({ personId, role }) => personId === reader.personId && supersedingRoles.includes(role),
  );
}

function hasOpenQuestion({ moreAsked = [] }: Escalation): boolean {
  return moreAsked.some(({ answer }) => answer === undefined);
}

/** With the evidence that there was when it was decided. */
function asKnownTo(escalation: Escalation, { evidenceCount }: EscalationDecision): Escalation {
  return { ...escalation, evidence: escalation.evidence.slice(0, evidenceCount) };
}

function replacedBy({ earlierDecisions }: Escalation, { supersedes }: EscalationDecision) {
  const replaced = earlierDecisions.find(({ decisionId }) => decisionId === supersedes);
  return replaced ? { replaced } : {};
}

function preparationView(place: EscalationPlace): EscalationPreparationView {
  const { programme, escalation, standard, executives } = place;
  const executiveName = executives.map(({ displayName }) => displayName).join(', ');
  return { programme, escalation, standard, executiveName };
}

function decisionView(
  place: EscalationPlace,
  escalationCase: EscalationCase,
  assignment: Assignment,
): EscalationDecisionView {
  const { programme, escalation, reader, delegates } = place;
  const { preparedBy } = escalationCase;
  const { delegatedBy, delegationRationale, decideBy } = assignment;
  return {
    programme,
    escalation,
    case: escalationCase,
    decideBy,
    ...stepParts(escalation, assignment),
    ...acknowledgementOf(place, assignment),
    copiedTo: (escalation.copiedTo ?? []).map((personId) => nameOf(place, personId)),
    delegates: delegates.filter(({ personId }) => personId !== reader.personId),
    ...(preparedBy === 'standard' ? {} : { preparedByName: nameOf(place, preparedBy) }),
    ...(delegatedBy
      ? { delegatedBy: { name: nameOf(place, delegatedBy), rationale: delegationRationale ?? '' } }
      : {}),
  };
}

function stepParts(
  { policy }: Escalation,
  { step, isAgain }: Assignment,
): Pick<EscalationDecisionView, 'step' | 'next'> {
  if (step === undefined) return {};
  const steps = stepsOf(policy);
  const who = isAgain ? undefined : steps[step + 1]?.who;
  return {
    step: { number: step + 1, of: steps.length, ...(isAgain ? { isAgain } : {}) },
    ...(who ? { next: 'role' in who ? who : { name: who.person.displayName } } : {}),
  };
}

function acknowledgementOf(
  place: EscalationPlace,
  { acknowledged, acknowledgeBy }: Assignment,
): Pick<EscalationDecisionView, 'acknowledgement'> {
  if (acknowledged) {
    return { acknowledgement: { name: nameOf(place, acknowledged.by), at: acknowledged.at } };
  }
  return acknowledgeBy ? { acknowledgement: { by: acknowledgeBy } } : {};
}

function standingOf(place: EscalationPlace): EscalationStanding {
  const { decision, status, assignment, earlierAssignments } = place.escalation;
  if (decision && (status === 'decided' || status === 'deferred')) {
    return { kind: 'decided', decision, ...replacedBy(place.escalation, decision) };
  }
  if (!assignment) throw new Error('an escalation that is with an executive names who was asked');
  const { asked, assignedAt, decideBy, delegatedBy, delegationRationale: rationale } = assignment;
  const preparedBy = place.escalation.case?.preparedBy;
  return {
    kind: 'withExecutive',
    names: asked.map(({ personId }) => nameOf(place, personId)),
    since: assignedAt,
    decideBy,
    how: delegatedBy
      ? { by: 'delegation', name: nameOf(place, delegatedBy), ...(rationale ? { rationale } : {}) }
      : earlierAssignments.length > 0
        ? { by: 'handOver' }
        : preparedBy && preparedBy !== 'standard'
          ? { by: 'lead', name: nameOf(place, preparedBy) }
          : { by: 'clock' },
  };
}

/** A person who no longer holds a role is named by nothing but the role they had. */
function nameOf({ holders }: EscalationPlace, personId: PersonId): string {
  return holders.find((holder) => holder.personId === personId)?.displayName ?? 'A former role holder';
}
