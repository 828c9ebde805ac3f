/** What a clinical safety officer does about a hazard: says that they have seen it, and says what comes of it. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { safetyRoles } from './alert-hazard';
import { tellConcerned } from './answer-issue';
import { alertSafetyKind, hazardNumberOf } from './hazard';
import type { Hazard, HazardAct, HazardClosing, Issue } from './issue';

export interface HazardActor {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
}

export type AcknowledgeOutcome =
  | { readonly outcome: 'acknowledged'; readonly next: Issue }
  | { readonly outcome: 'alreadyAcknowledged' | 'alreadyClosed' | 'noHazard' | 'anotherRole' };

/** From then on nobody is alerted. Of two the first wins. The lead and the SRO may only where they were alerted in the
 * place of those whose task it is. */
export function acknowledgeHazard(
  issue: Issue,
  by: HazardActor,
  number: number,
  now: Instant,
): AcknowledgeOutcome {
  const { hazard } = issue;
  if (!hazard || number !== hazardNumberOf(issue)) return { outcome: 'noHazard' };
  if (hazard.status !== 'open') return { outcome: 'alreadyClosed' };
  if (hazard.acknowledged) return { outcome: 'alreadyAcknowledged' };
  if (!safetyRoles.includes(by.role) && !hazard.alerts?.roles.includes(by.role))
    return { outcome: 'anotherRole' };
  return { outcome: 'acknowledged', next: settled(issue, { ...hazard, acknowledged: actOf(by, now) }, now) };
}

export interface CloseHazardRequest {
  readonly by: HazardActor;
  /** Of the card that was tapped. */
  readonly number: number;
  readonly status: HazardClosing['status'];
  /** Masked; what mitigates it, or why it is no hazard. */
  readonly words: string;
  readonly now: Instant;
}

export type CloseHazardOutcome =
  | { readonly outcome: 'closed'; readonly next: Issue }
  | { readonly outcome: 'alreadyClosed' | 'noHazard' | 'anotherRole' | 'incomplete' };

/** Only by those whose word it is, only with words. The people concerned are told; the issue itself goes on. */
export function closeHazard(
  issue: Issue,
  { by, number, status, words, now }: CloseHazardRequest,
): CloseHazardOutcome {
  const { hazard } = issue;
  if (!hazard || number !== hazardNumberOf(issue)) return { outcome: 'noHazard' };
  if (hazard.status !== 'open') return { outcome: 'alreadyClosed' };
  if (!safetyRoles.includes(by.role)) return { outcome: 'anotherRole' };
  if (words.trim() === '') return { outcome: 'incomplete' };
  const act = actOf(by, now);
  const closed: Hazard = {
    ...hazard,
    status,
    acknowledged: hazard.acknowledged ?? act,
    closed: { ...act, words: words.trim() },
  };
  const next = settled(issue, closed, now);
  return {
    outcome: 'closed',
    next: tellConcerned(next, { to: 'everyone', about: 'hazard', ref: number }, now),
  };
}

function actOf({ personId, name, role }: HazardActor, at: Instant): HazardAct {
  return { by: personId, byName: name, role, at };
}

/** No alert is left to be sent, and every card of it is brought up to date where it was sent. */
function settled(issue: Issue, hazard: Hazard, now: Instant): Issue {
  const alerting = issue.intents
    .filter(({ kind, data }) => kind === alertSafetyKind || data?.purpose === 'hazard')
    .map(({ id }) => id);
  const change = `${hazardNumberOf({ hazard })}.${hazard.status === 'open' ? 'acknowledged' : 'closed'}`;
  return planIntents(
    { ...issue, hazard },
    [{ id: `update-cards:hazard:${change}`, kind: 'update-cards', lane: 'urgent', dueAt: now }],
    alerting,
  );
}
