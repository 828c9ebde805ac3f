/** What the programme and the people concerned say to each other, and what of it may be planned without saying who. */

import { dayOf, type Instant } from '../instant';
import type { Intending, Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { ConcernKey, Issue, IssueThread } from './issue';

/** The most that can be said at once, in UTF-16 code units, as inputs count them. */
export const mostWords = 1_000;
/** Of all threads of an issue together: it stays one document, however many are concerned. */
export const mostEntries = 300;

export type ThreadEntry = IssueThread['entries'][number];

export function threadWith({ threads }: Pick<Issue, 'threads'>, key: ConcernKey): IssueThread['entries'] {
  return threads.find((thread) => thread.with === key)?.entries ?? [];
}

export function isFull({ threads }: Pick<Issue, 'threads'>): boolean {
  return threads.reduce((count, { entries }) => count + entries.length, 0) >= mostEntries;
}

export function withEntry<T extends Pick<Issue, 'threads'>>(
  issue: T,
  key: ConcernKey,
  entry: ThreadEntry,
): T {
  const others = issue.threads.filter((thread) => thread.with !== key);
  return { ...issue, threads: [...others, { with: key, entries: [...threadWith(issue, key), entry] }] };
}

/** Puts the issue on the lead's desk, once however many speak. Due since the day began: nothing that is kept says at what
 * time a person spoke. */
export function putOnDesk<T extends Intending>(
  issue: T,
  what: 'words' | 'reopened',
  number: number,
  now: Instant,
): T {
  const id = `put-on-desk:${what}`;
  const intent: Intent = {
    id,
    kind: 'put-on-desk',
    lane: 'normal',
    dueAt: startOfDay(now),
    data: { number },
  };
  return planIntents(issue, [intent], [id]);
}

/** The finest time that may be kept of what a person concerned did. */
export function startOfDay(now: Instant): Instant {
  return `${dayOf(now)}T00:00:00.000Z` as Instant;
}
