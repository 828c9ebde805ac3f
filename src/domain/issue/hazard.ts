/** What becomes of an issue that could harm a patient: open until the clinical safety officer closes it. */

import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Hazard, HazardClosing, Issue } from './issue';

/** By this intent the clinical safety officers are alerted, and alerted again until one of them acknowledges. */
export const alertSafetyKind = 'alert-safety';

export function isOpenHazard(issue: Pick<Issue, 'hazard'>): boolean {
  return issue.hazard?.status === 'open';
}

/** True while somebody has to be alerted: it is open, and nobody has acknowledged it. */
export function isUnsettledHazard({ hazard }: Pick<Issue, 'hazard'>): boolean {
  return hazard?.status === 'open' && hazard.acknowledged === undefined;
}

/** 1 for the first time this issue is a hazard; a tap on the card of an earlier time changes nothing. */
export function hazardNumberOf({ hazard }: Pick<Issue, 'hazard'>): number {
  return (hazard?.earlier?.length ?? 0) + 1;
}

/** The issue as an open hazard, with the alert planned for `now` (where a person raised it, the beginning of their day: nothing that is
 * kept says when they spoke); as it is where it is open already. What was said when it
 * was closed before is kept. */
export function openHazard(issue: Issue, now: Instant): Issue {
  if (isOpenHazard(issue)) return issue;
  const { hazard: before } = issue;
  const alerts = before?.alerts ? { alerts: { ...before.alerts, roles: [], repeats: 0 } } : {};
  const replies = before?.replies ? { replies: before.replies } : {};
  const earlier = closingsOf(before);
  const hazard: Hazard = {
    status: 'open',
    ...alerts,
    ...replies,
    ...(earlier.length > 0 ? { earlier } : {}),
  };
  return planIntents({ ...issue, hazard }, [
    { id: alertSafetyKind, kind: alertSafetyKind, lane: 'urgent', dueAt: now },
  ]);
}

/** Every time the hazard was closed, oldest first. */
export function closingsOf(hazard: Hazard | undefined): readonly HazardClosing[] {
  if (!hazard) return [];
  const { status, closed, earlier = [] } = hazard;
  return status !== 'open' && closed ? [...earlier, { status, closed }] : earlier;
}
