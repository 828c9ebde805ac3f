/** Which terms of a gate count when: planned, frozen four weeks before, and after that changed by the SRO alone. */

import { canonicalJson } from '../canonical-json';
import { asId, type GateId } from '../ids';
import { type Day, type Instant, plusDays } from '../instant';
import type { Programme } from '../programme/programme';
import type { Gate, GateChange, GateTerms } from './gate';
import { type Criterion, type GateDefinition, isGroupCriterion } from './gate-definition';
import { membersOf } from './named-group';

export const freezesDaysBefore = 28;
/** The SRO has the card for a week before the day of the decision. */
const askedDaysBefore = 7;

export function gateIdOf(programme: Pick<Programme, 'id'>, { id }: Pick<GateDefinition, 'id'>): GateId {
  return asId(`gate.${programme.id}.${id}`);
}

/** What would freeze: floors written out, so that a later change of the programme's own floor changes no gate. */
export function termsOf(definition: GateDefinition, programme: Programme): GateTerms {
  const { decidesOn, goLiveOn } = definition;
  const criteria = definition.criteria.map(
    (criterion): Criterion =>
      criterion.kind === 'confidence'
        ? { ...criterion, floor: criterion.floor ?? programme.confidenceFloor }
        : criterion,
  );
  const groups = criteria.filter(isGroupCriterion).map(({ group }) => group);
  return { decidesOn, goLiveOn, criteria, members: membersOf(groups, programme) };
}

export function freezesAt({ decidesOn }: Pick<GateTerms, 'decidesOn'>): Instant {
  return plusDays(startOf(decidesOn), -freezesDaysBefore);
}

export function isFrozen({ terms }: Pick<Gate, 'terms'>, now: Instant): boolean {
  return now >= freezesAt(terms);
}

export function asksAt({ decidesOn }: Pick<GateTerms, 'decidesOn'>): Instant {
  return plusDays(`${decidesOn}T08:00:00.000Z` as Instant, -askedDaysBefore);
}

/** The terms as agreed before the freeze, on the days to which the SRO has moved them. */
export function agreedTerms({ terms, delayedTo }: Gate): GateTerms {
  return { ...terms, ...delayedTo };
}

export function acceptedChange({ changes }: Pick<Gate, 'changes'>): GateChange | undefined {
  return changes.filter(({ standing }) => standing === 'accepted').at(-1);
}

export function proposedChange({ changes }: Pick<Gate, 'changes'>): GateChange | undefined {
  return changes.find(({ standing }) => standing === 'proposed');
}

/** The terms that count now: the accepted change's, else those agreed. */
export function termsInForce(gate: Gate): GateTerms {
  const accepted = acceptedChange(gate);
  return accepted ? { ...accepted.terms, ...gate.delayedTo } : agreedTerms(gate);
}

export function sameTerms(one: GateTerms, other: GateTerms): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

export function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}
