/** The steps an escalation goes up, as its policy has them: declared, or the usual three; the board's contact last. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { endOfWorkingDay } from '../calendar/working-days';
import { addWorkingMinutes } from '../calendar/working-time';
import type { Instant } from '../instant';
import type { EscalationPolicy, Role, RoleHolder } from '../programme/programme';

export interface ChainStep {
  /** Whoever holds a role, or somebody by name. */
  readonly who: { readonly role: Role } | { readonly person: RoleHolder };
  readonly isBoard?: true;
  /** Working hours. */
  readonly acknowledgeWithinHours?: number;
  /** Working hours; absent: the policy's working days, to the end of the last. */
  readonly decideWithinHours?: number;
}

const usual: readonly ChainStep[] = [
  { who: { role: 'sro' } },
  { who: { role: 'deputySro' } },
  { who: { role: 'sponsor' } },
];

/** In the order in which they are asked; at least one. */
export function stepsOf({ steps = [], board }: EscalationPolicy): readonly ChainStep[] {
  const declared = steps.flatMap(({ role, person, ...clocks }): readonly ChainStep[] => {
    const who = role ? { role } : person && { person };
    return who ? [{ ...clocks, who }] : [];
  });
  const last: readonly ChainStep[] = board ? [{ who: { person: board }, isBoard: true }] : [];
  return [...(declared.length > 0 ? declared : usual), ...last];
}

export interface StepClocks {
  readonly decideBy: Instant;
  /** Never later than `decideBy`. */
  readonly acknowledgeBy?: Instant;
}

/** When a step that is asked at `now` must have been looked at and decided, in working time. */
export function clocksOf(
  step: Pick<ChainStep, 'acknowledgeWithinHours' | 'decideWithinHours'> | undefined,
  { decideWithinWorkingDays }: EscalationPolicy,
  calendar: WorkingCalendar,
  now: Instant,
): StepClocks {
  const within = (hours: number) => addWorkingMinutes(now, hours * 60, calendar);
  const decideBy =
    step?.decideWithinHours === undefined
      ? endOfWorkingDay(now, decideWithinWorkingDays, calendar)
      : within(step.decideWithinHours);
  if (step?.acknowledgeWithinHours === undefined) return { decideBy };
  const acknowledgeBy = within(step.acknowledgeWithinHours);
  return { decideBy, ...(acknowledgeBy < decideBy ? { acknowledgeBy } : {}) };
}
