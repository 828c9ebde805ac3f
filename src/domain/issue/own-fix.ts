/** Whoever owns a fix says that it is done, or by when it will be. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import type { PersonId } from '../ids';
import { type Day, dayOf, type Instant } from '../instant';
import type { Role } from '../programme/programme';
import { answerIssue } from './answer-issue';
import type { Issue } from './issue';
import { type AnsweredBy, planFix, settled } from './plan-fix';

export interface OwnerSays {
  readonly kind: 'done' | 'later';
  /** What was done, or why it takes longer: the people concerned read it. */
  readonly words: string;
  readonly dueOn?: Day;
  readonly revision: number;
  readonly by: { readonly personId: PersonId; readonly name: string; readonly role?: Role };
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

export type OwnerOutcome =
  | { readonly outcome: 'saved'; readonly next: Issue }
  | { readonly outcome: 'outOfDate' | 'notTheOwner' }
  | { readonly outcome: 'incomplete'; readonly missing: 'words' | 'dueOn' | 'dueOnPast' };

/** Only the owner of the plan that stands; a card of an earlier plan changes nothing. */
export function ownFix(issue: Issue, says: OwnerSays): OwnerOutcome {
  const { fix } = issue;
  if (says.revision !== issue.revision || issue.status !== 'fixing' || !fix) return { outcome: 'outOfDate' };
  if (fix.owner !== says.by.personId) return { outcome: 'notTheOwner' };
  const { kind, by, dueOn, now } = says;
  const words = says.words.trim();
  if (!words) return { outcome: 'incomplete', missing: 'words' };
  const answeredBy = { by: by.personId, byName: by.name, ...(by.role ? { role: by.role } : {}) };
  if (kind === 'done') {
    const done = { ...issue, fix: { ...fix, doneOn: dayOf(now) } };
    return {
      outcome: 'saved',
      next: settled(answerIssue(done, { kind: 'fixed', words, ...answeredBy }, now), now),
    };
  }
  if (!dueOn) return { outcome: 'incomplete', missing: 'dueOn' };
  if (dueOn < says.today) return { outcome: 'incomplete', missing: 'dueOnPast' };
  return { outcome: 'saved', next: movedFix(issue, { ...says, dueOn, words }, answeredBy) };
}

/** The words of the plan stay: those given here say why it takes longer. */
function movedFix(
  issue: Issue,
  { dueOn, words, calendar, now }: OwnerSays & { readonly dueOn: Day },
  by: AnsweredBy,
): Issue {
  const { fix } = issue;
  if (!fix) return issue;
  return planFix(issue, { ...fix, dueOn }, by, calendar, now, words);
}
