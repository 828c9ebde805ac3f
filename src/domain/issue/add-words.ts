/** A person concerned says something: an answer to what the programme asked, or words of their own. */

import { dayOf, type Instant } from '../instant';
import { passToOfficer } from './hazard-reply';
import type { ConcernKey, Issue } from './issue';
import { isFull, mostWords, putOnDesk, startOfDay, threadWith, withEntry } from './thread';

export interface WordsRequest {
  readonly key: ConcernKey;
  /** Masked. */
  readonly words: string;
  /** How many entries their thread had on the card they wrote on. */
  readonly seen: number;
  readonly now: Instant;
}

export type WordsOutcome =
  | { readonly outcome: 'added'; readonly next: Issue }
  /** A repeated delivery of the same words. */
  | { readonly outcome: 'addedBefore' }
  /** More was said since: they should read it first. */
  | { readonly outcome: 'outOfDate' }
  /** `over`: the issue was confirmed and whom it concerns is forgotten. */
  | { readonly outcome: 'empty' | 'tooLong' | 'full' | 'over' };

export function addWords(issue: Issue, { key, words, seen, now }: WordsRequest): WordsOutcome {
  const text = words.trim();
  if (!text) return { outcome: 'empty' };
  if (text.length > mostWords) return { outcome: 'tooLong' };
  if (issue.mergedInto || issue.forgottenOn) return { outcome: 'over' };
  const later = threadWith(issue, key).slice(seen);
  if (later.some((entry) => entry.from === 'person' && entry.text === text))
    return { outcome: 'addedBefore' };
  if (later.length > 0) return { outcome: 'outOfDate' };
  if (isFull(issue)) return { outcome: 'full' };
  return { outcome: 'added', next: withWords(issue, key, text, now) };
}

/** Without a look at what the person had seen. The lead's card stays current: nothing was done to the issue. */
export function withWords(issue: Issue, key: ConcernKey, text: string, now: Instant): Issue {
  const added = withEntry(issue, key, { from: 'person', text, on: dayOf(now) });
  const number = added.threads.reduce((count, { entries }) => count + entries.length, 0);
  return passToOfficer(putOnDesk(added, 'words', number, now), startOfDay(now));
}
