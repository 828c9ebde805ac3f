/** Who is alerted to a hazard and when, for as long as nobody has said that they have seen it. */

import { type Instant, plusMs } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { alertSafetyKind, isOpenHazard } from './hazard';
import type { Hazard, Issue } from './issue';

/** Whose word a hazard is. */
export const safetyRoles: readonly Role[] = ['clinicalSafetyOfficer', 'clinicalSafetyDeputy'];
/** Who is alerted where nobody, or only one of the two, is there. */
const standIns: readonly Role[] = ['lead', 'sro'];
const longestWaitMinutes = 24 * 60;

/**
 * The next alert of an open hazard that nobody acknowledged, and the time of the one after it; undefined when it is not,
 * or no longer, so. First the officers; after `withinMinutes` of the wall clock the deputies as well; then everybody again
 * and again, each time after twice as long, at most a day, and never the last time. Where the officers or the deputies
 * are nobody (`held` lacks the role), the lead and the SRO take their place; without either they are alerted at once.
 */
export function alertHazard(
  issue: Issue,
  { held, withinMinutes }: { readonly held: ReadonlySet<Role>; readonly withinMinutes: number },
  now: Instant,
): Issue | undefined {
  const { hazard } = issue;
  if (!hazard || !isOpenHazard(issue) || hazard.acknowledged) return undefined;
  const { roles: alerted = [], number: earlier = 0, repeats = 0 } = hazard.alerts ?? {};
  const rungs = rungsOf(held);
  const next = rungs.find((rung) => rung.some((role) => !alerted.includes(role)));
  const roles = next ?? rungs.flat();
  const alerts = {
    number: earlier + 1,
    at: now,
    roles: [...new Set([...alerted, ...roles])],
    repeats: next ? repeats : repeats + 1,
  };
  const waitMinutes = Math.min(longestWaitMinutes, withinMinutes * 2 ** Math.min(alerts.repeats, 20));
  return planIntents(
    { ...issue, hazard: { ...hazard, alerts } },
    [sendAlert(alerts.number, roles, now), alertAgain(plusMs(now, waitMinutes * 60_000))],
    [alertSafetyKind],
  );
}

/** True where the lead and the SRO were alerted in the place of officers, deputies or both. */
export function hasStandIns({ alerts }: Pick<Hazard, 'alerts'>): boolean {
  return alerts?.roles.some((role) => standIns.includes(role)) ?? false;
}

/** One after the other; every role named is held by somebody. */
function rungsOf(held: ReadonlySet<Role>): readonly (readonly Role[])[] {
  const rungs = safetyRoles.filter((role) => held.has(role)).map((role) => [role]);
  const standing = standIns.filter((role) => held.has(role));
  return rungs.length === safetyRoles.length || standing.length === 0 ? rungs : [...rungs, standing];
}

function alertAgain(dueAt: Instant): Intent {
  return { id: alertSafetyKind, kind: alertSafetyKind, lane: 'urgent', dueAt };
}

function sendAlert(number: number, roles: readonly Role[], now: Instant): Intent {
  return {
    id: `start-campaign:hazard:${number}`,
    kind: 'start-campaign',
    lane: 'urgent',
    dueAt: now,
    data: { purpose: 'hazard', number, roles: roles.join(' ') },
  };
}
