/** The card of an escalation as one reader should see it now: to prepare, to decide, or where it stands. */

import { askedToDecide } from '../../domain/escalation/ask-executive';
import type { Assignment, Escalation, EscalationCase } from '../../domain/escalation/escalation';
import type { PersonId } from '../../domain/ids';
import type { Programme, Role } from '../../domain/programme/programme';
import { decisionToldCard } from '../decision-told.card';
import { type EscalationStanding, escalationDecidedCard } from '../escalation-decided.card';
import { type EscalationDecisionView, escalationDecisionCard } from '../escalation-decision.card';
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

/** What a refused tap is told, with what was typed given back. */
export interface EscalationSaid {
  readonly preparation?: Pick<EscalationPreparationView, 'notice' | 'typed'>;
  readonly decision?: Pick<EscalationDecisionView, 'notice' | 'typed'>;
  readonly isLateTap?: boolean;
}

export function escalationMessage(
  place: EscalationPlace,
  frame: CardFrame,
  said: EscalationSaid = {},
): CardMessage {
  const { escalation, reader } = place;
  if (escalation.status === 'withLead' || !escalation.case) {
    return reader.isLead
      ? messageOf(escalationPreparationCard, { ...preparationView(place), ...said.preparation }, frame)
      : messageOf(noticeCard, { kind: 'outOfDate' }, frame);
  }
  const isAsked = askedToDecide(escalation, reader.personId) !== undefined;
  if (isAsked && escalation.status === 'withExecutive' && escalation.assignment) {
    const view = decisionView(place, escalation.case, escalation.assignment);
    return messageOf(escalationDecisionCard, { ...view, ...said.decision }, frame);
  }
  const { programme } = place;
  const { evidence } = escalation;
  const view = {
    programme,
    evidence,
    case: escalation.case,
    standing: standingOf(place),
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
  const { decision, evidence } = escalation;
  if (!decision || !escalation.case) return undefined;
  return messageOf(
    decisionToldCard,
    { programme, audience, evidence, case: escalation.case, decision },
    frame,
  );
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
  const { programme, escalation, reader, delegates, holders } = place;
  const { preparedBy } = escalationCase;
  const { delegatedBy, delegationRationale, decideBy, asked } = assignment;
  const hasDeputy = holders.some(
    ({ role, personId }) => role === 'deputySro' && !asked.some((one) => one.personId === personId),
  );
  return {
    programme,
    escalation,
    case: escalationCase,
    decideBy,
    hasDeputy,
    delegates: delegates.filter(({ personId }) => personId !== reader.personId),
    ...(preparedBy === 'standard' ? {} : { preparedByName: nameOf(place, preparedBy) }),
    ...(delegatedBy
      ? { delegatedBy: { name: nameOf(place, delegatedBy), rationale: delegationRationale ?? '' } }
      : {}),
  };
}

function standingOf(place: EscalationPlace): EscalationStanding {
  const { decision, status, assignment, earlierAssignments } = place.escalation;
  if (decision && (status === 'decided' || status === 'deferred')) return { kind: 'decided', decision };
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
