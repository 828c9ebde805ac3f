/** "It did not help": the issue is open again, and the people who said so are not named. */

import { dayOf, type Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { withWords } from './add-words';
import { closingAnswers } from './answer-issue';
import type { ConcernKey, Issue, IssueAnswer } from './issue';
import { isFull, mostWords, putOnDesk, threadWith } from './thread';

/** Whether the people concerned are asked if it helped; of what was put off they are not. */
export function asksWhetherItHelped({ kind, decision }: Pick<IssueAnswer, 'kind' | 'decision'>): boolean {
  return closingAnswers.includes(kind) && decision?.kind !== 'defer';
}

/** The answer on which the people concerned are asked now whether it helped. */
export function answerInQuestion({
  status,
  answers,
}: Pick<Issue, 'status' | 'answers'>): IssueAnswer | undefined {
  const latest = answers.at(-1);
  const isAsked = (status === 'answered' || status === 'confirmed') && latest !== undefined;
  return isAsked && asksWhetherItHelped(latest) ? latest : undefined;
}

export interface NoRequest {
  readonly key: ConcernKey;
  /** The number of the answer that did not help. */
  readonly answer: number;
  /** Masked; may be empty. */
  readonly words: string;
  readonly now: Instant;
}

export type NoOutcome =
  | { readonly outcome: 'reopened'; readonly next: Issue }
  /** Somebody said so before; `next` where there are words to add. */
  | { readonly outcome: 'openAlready'; readonly next?: Issue }
  /** Another answer came since. */
  | { readonly outcome: 'outOfDate' }
  | { readonly outcome: 'tooLong' | 'full' | 'over' };

/** One "no" is enough, also after it was confirmed, for as long as it is known whom it concerns. A repeated delivery
 * changes nothing. */
export function reopenIssue(issue: Issue, request: NoRequest): NoOutcome {
  const { answer, now } = request;
  const words = request.words.trim();
  if (words.length > mostWords) return { outcome: 'tooLong' };
  if (issue.mergedInto || issue.forgottenOn) return { outcome: 'over' };
  if (issue.answers.at(-1)?.number !== answer) return { outcome: 'outOfDate' };
  const isNew = words !== '' && !threadWith(issue, request.key).some((entry) => entry.text === words);
  if (isNew && isFull(issue)) return { outcome: 'full' };
  const heard = isNew ? withWords(issue, request.key, words, now) : issue;
  if (answerInQuestion(issue)) return { outcome: 'reopened', next: reopened(heard, answer, now) };
  if (issue.reopenings.at(-1)?.afterAnswer !== answer) return { outcome: 'outOfDate' };
  return { outcome: 'openAlready', ...(isNew ? { next: heard } : {}) };
}

function reopened(issue: Issue, answer: number, now: Instant): Issue {
  const { confirmedOn: _confirmed, ...rest } = issue;
  const reopenings = [...issue.reopenings, { on: dayOf(now), afterAnswer: answer }];
  const waiting = issue.intents.filter(({ kind }) => endingKinds.includes(kind)).map(({ id }) => id);
  const open: Issue = { ...rest, status: 'untriaged', revision: issue.revision + 1, reopenings };
  return putOnDesk(planIntents(open, [], waiting), 'reopened', reopenings.length, now);
}

/** What ends an issue by itself when nobody says no. */
export const confirmKind = 'confirm-issue';
export const forgetKind = 'forget-concerned';
const endingKinds: readonly string[] = [confirmKind, forgetKind];
