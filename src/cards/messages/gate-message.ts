/** The card of a gate as one reader should see it now: to decide, to decide on a change, or where it stands. */

import type { Gate } from '../../domain/gate/gate';
import type { Judgement } from '../../domain/gate/verdict';
import type { PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme, Role } from '../../domain/programme/programme';
import { type GateChangeView, gateChangeCard } from '../gate-change.card';
import { type GateDecisionView, gateDecisionCard } from '../gate-decision.card';
import { type GateStandingView, gateStandingCard } from '../gate-standing.card';
import type { CardFrame } from '../template';
import type { NamedHolder } from './escalation-message';
import { type CardMessage, messageOf } from './message';

export interface GatePlace {
  readonly programme: Programme;
  readonly gate: Gate;
  readonly judgements: readonly Judgement[];
  readonly proposal?: Judgement;
  readonly holders: readonly NamedHolder[];
  readonly reader: { readonly personId: PersonId; readonly roles: readonly Role[] };
}

/** What a tap is told, with what was typed given back where it was refused. */
export interface GateSaid {
  readonly decision?: Pick<GateDecisionView, 'notice' | 'typed'>;
  readonly change?: Pick<GateChangeView, 'notice' | 'typed'>;
  readonly standing?: Pick<GateStandingView, 'notice' | 'typed'>;
}

export function gateMessage(
  place: GatePlace,
  now: Instant,
  frame: CardFrame,
  said: GateSaid = {},
): CardMessage {
  const { programme, gate, judgements, reader } = place;
  const view = { programme, gate, judgements, now };
  const mayDecide = gate.status === 'asked' && gate.askedRoles.some((role) => reader.roles.includes(role));
  const people = advisersOf(place);
  if (mayDecide && people.length > 0) {
    return messageOf(gateDecisionCard, { ...view, people, ...said.decision }, frame);
  }
  return messageOf(gateStandingCard, { ...view, roles: reader.roles, ...said.standing }, frame);
}

/** About a change of frozen terms; once it is settled, where the gate stands. */
export function gateChangeMessage(
  place: GatePlace,
  now: Instant,
  frame: CardFrame,
  said: GateSaid = {},
): CardMessage {
  const { programme, gate, judgements, proposal, reader } = place;
  if (!proposal || !reader.roles.includes('sro')) return gateMessage(place, now, frame, said);
  return messageOf(gateChangeCard, { programme, gate, judgements, proposal, ...said.change }, frame);
}

/** Everybody else who holds a role, once, in their first one. */
function advisersOf({ holders, reader }: GatePlace): readonly NamedHolder[] {
  const others = holders.filter(({ personId }) => personId !== reader.personId);
  return others.filter(
    (one, index) => others.findIndex(({ personId }) => personId === one.personId) === index,
  );
}
