/** How an escalation goes from step to step: it never ends by itself, and somebody is always asked. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import { askExecutive, askedToDecide, type ClockKind } from './ask-executive';
import type { Asked, Assignment, Escalation } from './escalation';
import { assignmentNumberOf } from './escalation-campaigns';
import { everybody, nextStep, presentTo, type Roster, there, without } from './roster';
import { clocksOf } from './steps-of';

export interface Asking {
  readonly roster: Roster;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** Asks the first step that has somebody to ask, and sends the copies. Where everybody of every
 * step is away they are asked nonetheless. Undefined only when no step has anybody at all. */
export function startChain(escalation: Escalation, asking: Asking): Escalation | undefined {
  const asked = askFrom(escalation, firstStep(escalation, asking.roster), [], asking);
  if (!asked) return undefined;
  const copiedTo = asking.roster.copied.filter((personId) => !askedToDecide(asked, personId));
  if (copiedTo.length === 0) return asked;
  const copy: Intent = {
    id: 'start-campaign:escalation-copy',
    kind: 'start-campaign',
    lane: 'urgent',
    dueAt: asking.now,
    data: { purpose: 'escalation-copy' },
  };
  return planIntents({ ...asked, copiedTo }, [copy]);
}

/** What became of a clock of the assignment `number`: nobody looked (`acknowledge`) or nobody decided (`decide`) in time.
 * The next step that has somebody new is asked as well; after the last one everybody is asked again, time after time.
 * Undefined when the clock no longer counts. */
export function goOn(
  escalation: Escalation,
  clock: { readonly kind: ClockKind; readonly number: number },
  asking: Asking,
): Escalation | undefined {
  const { status, assignment } = escalation;
  if (status !== 'withExecutive' || !assignment) return undefined;
  if (clock.number !== assignmentNumberOf(escalation)) return undefined;
  if (clock.kind === 'acknowledge' && assignment.acknowledged) return undefined;
  return askFrom(escalation, stepReached(escalation) + 1, stillAsked(assignment, asking.roster), asking);
}

/** A deferral is over: everybody who was asked by then is asked again, by those who hold the steps now. */
export function askAnew(escalation: Escalation, asking: Asking): Escalation | undefined {
  const { assignment } = escalation;
  if (escalation.status !== 'deferred' || !assignment) return undefined;
  const { roster, calendar, now } = asking;
  const reached = stepReached(escalation);
  const kept = there(stillAsked(assignment, roster), roster);
  const held = assignment.delegatedBy ? [] : presentTo(roster, reached);
  const named = [...kept, ...without(held, kept)];
  const asked = named.length > 0 ? named : everybody(roster);
  if (asked.length === 0) return undefined;
  const clocks = clocksOf(roster.rungs[reached]?.step, escalation.policy, calendar, now);
  return askExecutive(escalation, { asked, assignedAt: now, step: reached, ...clocks }, now);
}

/** After a change of roles or an absence: who holds the steps asked so far is asked, who holds nothing any more is not; the
 * clocks stay. Where nobody of those asked is there, the next step is asked at once. Undefined when nothing changes. */
export function resettle(escalation: Escalation, asking: Asking): Escalation | undefined {
  const { status, assignment } = escalation;
  if (status !== 'withExecutive' || !assignment) return undefined;
  const { roster, now } = asking;
  const kept = stillAsked(assignment, roster);
  const present = there(kept, roster);
  const reached = stepReached(escalation);
  const held = assignment.delegatedBy && kept.length > 0 ? [] : presentTo(roster, reached);
  const added = without(held, kept);
  if (present.length === 0 && added.length === 0) {
    const further = nextStep(roster, reached + 1, kept);
    return further && askFrom(escalation, reached + 1, kept, asking);
  }
  if (added.length === 0 && kept.length === assignment.asked.length) return undefined;
  const { decideBy, step, acknowledgeBy, acknowledged, isAgain } = assignment;
  return askExecutive(
    escalation,
    {
      asked: [...kept, ...added],
      carded: added.map(({ personId }) => personId),
      assignedAt: now,
      decideBy,
      ...(step === undefined ? {} : { step }),
      ...(acknowledgeBy ? { acknowledgeBy } : {}),
      ...(acknowledged ? { acknowledged } : {}),
      ...(isAgain ? { isAgain } : {}),
    },
    now,
  );
}

/** About a gate, the SRO and the deputy were silent already: the first step after them, where there is one. */
function firstStep({ source }: Escalation, { rungs }: Roster): number {
  if (source.kind !== 'gate') return 0;
  const isSilent = ({ step }: Roster['rungs'][number]) =>
    'role' in step.who && (step.who.role === 'sro' || step.who.role === 'deputySro');
  return Math.max(
    0,
    rungs.findIndex((rung) => !isSilent(rung) && rung.people.length > 0),
  );
}

/** The highest step that was asked; 0 before any was. */
export function stepReached({ assignment, earlierAssignments }: Escalation): number {
  const steps = [...earlierAssignments, ...(assignment ? [assignment] : [])].map(({ step = 0 }) => step);
  return Math.max(0, ...steps);
}

function askFrom(
  escalation: Escalation,
  from: number,
  stays: readonly Asked[],
  { roster, calendar, now }: Asking,
): Escalation | undefined {
  const next = nextStep(roster, from, stays);
  if (next) {
    const clocks = clocksOf(roster.rungs[next.step]?.step, escalation.policy, calendar, now);
    const { step, people } = next;
    const carded = people.map(({ personId }) => personId);
    return askExecutive(
      escalation,
      { asked: [...stays, ...people], carded, assignedAt: now, step, ...clocks },
      now,
    );
  }
  const asked = [...stays, ...without(everybody(roster), stays)];
  if (asked.length === 0) return undefined;
  const present = there(asked, roster);
  const isNew = ({ personId }: Asked) => !wasCarded(escalation, personId);
  const carded = asked
    .filter((one) => present.length === 0 || present.includes(one) || isNew(one))
    .map(({ personId }) => personId);
  const clocks = clocksOf(undefined, escalation.policy, calendar, now);
  const step = Math.max(0, roster.rungs.length - 1);
  const isAgain = escalation.assignment ? { isAgain: true as const } : {};
  return askExecutive(escalation, { asked, carded, assignedAt: now, step, ...isAgain, ...clocks }, now);
}

/** Whether a card of this escalation went to the person before. */
function wasCarded({ assignment, earlierAssignments }: Escalation, personId: PersonId): boolean {
  return [...earlierAssignments, ...(assignment ? [assignment] : [])].some(({ carded }) =>
    carded.includes(personId),
  );
}

/** Earlier ones stay asked, unless they have left. */
function stillAsked({ asked }: Assignment, { holders }: Roster): readonly Asked[] {
  return asked.filter(({ personId }) => holders.has(personId));
}
