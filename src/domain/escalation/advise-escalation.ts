/** Those who have a copy, or a role, may say what they think before it is decided. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { renewCards } from './ask-executive';
import type { Escalation } from './escalation';

/** A viewer reads; everybody else with a role, and the sponsors who got a copy, may advise. */
const advisingRoles: readonly Role[] = [
  'lead',
  'pmo',
  'sro',
  'deputySro',
  'sponsor',
  'clinicalSafetyOfficer',
  'clinicalSafetyDeputy',
];
/** So that the document and the card stay readable. */
const mostAdvice = 30;

export interface AdviseRequest {
  readonly words: string;
  readonly by: { readonly personId: PersonId; readonly name: string; readonly role: Role };
  readonly now: Instant;
}

export type AdviseOutcome =
  | { readonly outcome: 'advised'; readonly next: Escalation }
  /** The same person said the same before, such as when a tap is delivered twice. */
  | { readonly outcome: 'alreadyAdvised' }
  | { readonly outcome: 'alreadyDecided' | 'mayNotAdvise' | 'tooMuchAdvice' }
  | { readonly outcome: 'incomplete'; readonly missing: 'words' };

export function adviseEscalation(escalation: Escalation, { words, by, now }: AdviseRequest): AdviseOutcome {
  const { status, advice = [], copiedTo = [] } = escalation;
  if (status === 'decided') return { outcome: 'alreadyDecided' };
  if (!copiedTo.includes(by.personId) && !advisingRoles.includes(by.role)) return { outcome: 'mayNotAdvise' };
  const said = words.trim();
  if (!said) return { outcome: 'incomplete', missing: 'words' };
  if (advice.some((one) => one.by === by.personId && one.words === said))
    return { outcome: 'alreadyAdvised' };
  if (advice.length >= mostAdvice) return { outcome: 'tooMuchAdvice' };
  const { personId, name, role } = by;
  const more = { by: personId, byName: name, role, words: said, givenAt: now };
  const next = { ...escalation, advice: [...advice, more] };
  return { outcome: 'advised', next: planIntents(next, [renewCards(next, now)]) };
}
