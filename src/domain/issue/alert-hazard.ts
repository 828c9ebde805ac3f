/** Who is alerted to a hazard and when, for as long as nobody has said that they have seen it. */

import { type Instant, plusMs } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { alertSafetyKind, isUnsettledHazard } from './hazard';
import type { Hazard, Issue } from './issue';

/** Whose word a hazard is. */
export const safetyRoles: readonly Role[] = ['clinicalSafetyOfficer', 'clinicalSafetyDeputy'];
/** Who is alerted where nobody, or only one of the two, is there. */
export const standInRoles: readonly Role[] = ['lead', 'sro'];
const longestWaitMinutes = 24 * 60;

/** Who is there to be alerted. */
export interface HazardAudience {
  /** Roles that somebody holds. */
  readonly held: ReadonlySet<Role>;
  /** Those of them whose holders are all away. */
  readonly away?: ReadonlySet<Role>;
  /** Minutes of the wall clock. */
  readonly withinMinutes: number;
}

/**
 * The next alert of an open hazard that nobody acknowledged, and the time of the one after it; undefined when it is not,
 * or no longer, so. First the officers; after `withinMinutes` the deputies as well, at once where every officer is away;
 * then everybody again and again, each time after twice as long, at most a day, and never the last time. Where the
 * officers or the deputies are nobody, the lead and the SRO take their place; where both are, at once.
 */
export function alertHazard(
  issue: Issue,
  { held, away, withinMinutes }: HazardAudience,
  now: Instant,
): Issue | undefined {
  const { hazard } = issue;
  if (!hazard || !isUnsettledHazard(issue)) return undefined;
  const { roles: alerted = [], number: earlier = 0, repeats = 0 } = hazard.alerts ?? {};
  const rungs = rungsOf(held);
  const isNew = (rung: readonly Role[]) => rung.some((role) => !alerted.includes(role));
  const isAway = (rung: readonly Role[]) => rung.every((role) => away?.has(role));
  const climbed = rungs.filter(isNew);
  const present = climbed.findIndex((rung) => !isAway(rung));
  const isRepeat = climbed.length === 0;
  const roles = isRepeat ? rungs.flat() : climbed.slice(0, present < 0 ? climbed.length : present + 1).flat();
  const alerts = {
    number: earlier + 1,
    roles: [...new Set([...alerted, ...roles])],
    repeats: isRepeat ? repeats + 1 : repeats,
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
  return alerts?.roles.some((role) => standInRoles.includes(role)) ?? false;
}

/** One after the other; every role named is held by somebody. */
function rungsOf(held: ReadonlySet<Role>): readonly (readonly Role[])[] {
  const rungs = safetyRoles.filter((role) => held.has(role)).map((role) => [role]);
  const standing = standInRoles.filter((role) => held.has(role));
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
