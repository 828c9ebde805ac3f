/** Puts a gate to those who are to decide it, and to the deputies when nobody does. */

import { calendarOf } from '../calendar/calendar-of';
import type { CalendarOwner } from '../calendar/working-calendar';
import { closingOf, endOfWorkingDay } from '../calendar/working-days';
import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Programme, Role } from '../programme/programme';
import type { Gate } from './gate';
import { termsInForce } from './gate-terms';

type Owner = CalendarOwner & Pick<Programme, 'escalationPolicy'>;

/** The SRO is asked, until the end of the day of the decision; where that has passed (a condition is looked at again),
 * for the working days the programme gives an executive. */
export function askGate(gate: Gate, programme: Owner, now: Instant): Gate {
  const onTheDay = closingOf(termsInForce(gate).decidesOn, calendarOf(programme));
  const { decideWithinWorkingDays } = programme.escalationPolicy;
  const decideBy =
    onTheDay > now ? onTheDay : endOfWorkingDay(now, decideWithinWorkingDays, calendarOf(programme));
  return askRole({ ...gate, status: 'asked', askedRoles: [], decideBy }, 'sro', now);
}

/** Nobody decided in time: the deputies are asked as well; where they were, or there are none, everybody is asked again and
 * the gate goes up the steps of an escalation. Undefined when it is not asked any more. */
export function handOverGate(
  gate: Gate,
  programme: Owner,
  now: Instant,
  hasDeputies = true,
): Gate | undefined {
  if (gate.status !== 'asked') return undefined;
  const { decideWithinWorkingDays } = programme.escalationPolicy;
  const decideBy = endOfWorkingDay(now, decideWithinWorkingDays, calendarOf(programme));
  if (hasDeputies && !gate.askedRoles.includes('deputySro')) {
    return askRole({ ...gate, decideBy }, 'deputySro', now);
  }
  const again = askRole({ ...gate, decideBy }, 'sro', now);
  return planIntents(again, [
    { id: `escalate-gate:${again.askings}`, kind: 'escalate-gate', lane: 'urgent', dueAt: now },
  ]);
}

/** Nobody of those asked is there: the deputies are asked as well, and the day stays. Undefined when they were. */
export function askDeputies(gate: Gate, now: Instant): Gate | undefined {
  if (gate.status !== 'asked' || gate.askedRoles.includes('deputySro')) return undefined;
  return askRole(gate, 'deputySro', now);
}

/** The same question to those who hold the role now: after a change of SRO. */
export function askHolders(gate: Gate, role: Role, now: Instant): Gate {
  return gate.status === 'asked' && gate.askedRoles.includes(role) ? askRole(gate, role, now) : gate;
}

/** Every card of the gate is brought up to date where it was sent. */
export function renewGateCards(gate: Gate, now: Instant): Intent {
  const change = `${gate.askings}.${gate.decisions.length}`;
  return { id: `update-cards:${change}`, kind: 'update-cards', lane: 'urgent', dueAt: now };
}

function askRole(gate: Gate, role: Role, now: Instant): Gate {
  const askings = gate.askings + 1;
  const askedRoles = [...new Set([...gate.askedRoles, role])];
  const obsolete = gate.intents
    .filter(({ kind }) => kind === 'ask-gate' || kind === 'hand-over-gate')
    .map(({ id }) => id);
  return planIntents(
    { ...gate, askedRoles, askings },
    [
      { id: `put-on-desk:${askings}`, kind: 'put-on-desk', lane: 'urgent', dueAt: now },
      ...(gate.decideBy
        ? [
            {
              id: `hand-over-gate:${askings}`,
              kind: 'hand-over-gate',
              lane: 'urgent' as const,
              dueAt: gate.decideBy,
            },
          ]
        : []),
    ],
    obsolete,
  );
}
