/** The lead asks something about an issue of somebody whose name stays hidden. */

import { dayOf, type Instant } from '../instant';
import { tellConcerned } from './answer-issue';
import type { ConcernKey, Issue } from './issue';
import { isFull, mostWords, threadWith, withEntry } from './thread';
import { canTriage } from './triage-issue';

export interface AskRequest {
  /** Whose part it is, never who they are. */
  readonly to: ConcernKey;
  /** Masked. */
  readonly words: string;
  readonly byName: string;
  /** Of the issue as whoever asks saw it; absent where no card is behind it. */
  readonly revision?: number;
  readonly now: Instant;
}

export type AskOutcome =
  | { readonly outcome: 'asked'; readonly next: Issue }
  /** It was changed since, or this was asked already. */
  | { readonly outcome: 'outOfDate' }
  /** It is over, or was merged. */
  | { readonly outcome: 'notPossible' }
  | { readonly outcome: 'incomplete'; readonly missing: 'words' }
  /** `full`: an issue holds so many words and no more. */
  | { readonly outcome: 'tooLong' | 'full' };

/** One more question, which that person alone is sent. An issue that nobody has dealt with is `asking` from then on. */
export function askRaiser(issue: Issue, { to, words, byName, revision, now }: AskRequest): AskOutcome {
  if (revision !== undefined && revision !== issue.revision) return { outcome: 'outOfDate' };
  if (!canTriage(issue, 'ask')) return { outcome: 'notPossible' };
  const text = words.trim();
  if (!text) return { outcome: 'incomplete', missing: 'words' };
  if (text.length > mostWords) return { outcome: 'tooLong' };
  if (isFull(issue)) return { outcome: 'full' };
  const on = dayOf(now);
  const asked = withEntry(issue, to, { from: 'programme', text, on, byName });
  const next: Issue = {
    ...asked,
    status: issue.status === 'untriaged' ? 'asking' : issue.status,
    revision: issue.revision + 1,
    acknowledgedOn: issue.acknowledgedOn ?? on,
  };
  return {
    outcome: 'asked',
    next: tellConcerned(next, { to, about: 'thread', ref: threadWith(next, to).length }, now),
  };
}
