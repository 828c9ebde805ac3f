/** What a lead does about an issue: exactly once for each card, and never without the words that people will hear. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import type { PersonId } from '../ids';
import { type Day, dayOf, type Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { answerIssue } from './answer-issue';
import { markBlocker } from './blocker';
import type { Issue, IssueCase, IssueStatus } from './issue';
import { type AnsweredBy, fixTaken, planFix, settled } from './plan-fix';
import { planChannelPost } from './post-to-channel';

export type TriageAct =
  | {
      readonly kind: 'fix';
      readonly owner?: PersonId;
      readonly ownerName?: string;
      readonly dueOn?: Day;
      readonly words: string;
      /** True where whoever owns it knows it from elsewhere. */
      readonly isWithoutCard?: true;
    }
  | { readonly kind: 'fixed' | 'notNow'; readonly words: string }
  | { readonly kind: 'escalate'; readonly case: Omit<IssueCase, 'by' | 'round'> }
  | { readonly kind: 'publish'; readonly title: string }
  | { readonly kind: 'unpublish' | 'markBlocker' | 'clearBlocker' };
/** `ask` and `merge` have rules of their own; whether they are possible is said here. */
export type TriageKind = TriageAct['kind'] | 'ask' | 'merge';

export interface TriageBy {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
}

export interface TriageRequest {
  readonly act: TriageAct;
  /** Of the issue as whoever triages saw it; absent where no card is behind it. */
  readonly revision?: number;
  readonly by: TriageBy;
  /** In the programme's time zone. */
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

export type TriageMissing =
  | 'owner'
  | 'dueOn'
  | 'dueOnPast'
  | 'words'
  | 'title'
  | 'question'
  | 'twoOptions'
  | 'consequence'
  | 'recommendsNothing';

export type TriageOutcome =
  | { readonly outcome: 'triaged'; readonly next: Issue }
  /** It was changed since, or is as the act would make it. */
  | { readonly outcome: 'outOfDate' }
  /** Somebody else is to act now, or it is over. */
  | { readonly outcome: 'notPossible' }
  | { readonly outcome: 'incomplete'; readonly missing: TriageMissing };

const always: readonly TriageKind[] = ['publish', 'unpublish', 'markBlocker', 'clearBlocker'];
const possible: Readonly<Record<IssueStatus, readonly TriageKind[]>> = {
  untriaged: [...always, 'fix', 'fixed', 'notNow', 'escalate', 'ask', 'merge'],
  asking: [...always, 'fix', 'fixed', 'notNow', 'escalate', 'ask', 'merge'],
  fixing: [...always, 'fix', 'fixed', 'notNow', 'escalate', 'ask', 'merge'],
  escalated: [...always, 'ask'],
  answered: always,
  confirmed: always,
  merged: [],
};

/** What can be done about an issue as it stands. */
export function canTriage({ status }: Pick<Issue, 'status'>, kind: TriageKind): boolean {
  return possible[status].includes(kind);
}

/** Decides on one act of triage. Two acts on one revision: one holds, the other is `outOfDate`. */
export function triageIssue(issue: Issue, request: TriageRequest): TriageOutcome {
  const { act, revision } = request;
  if (revision !== undefined && revision !== issue.revision) return { outcome: 'outOfDate' };
  if (!canTriage(issue, act.kind)) return { outcome: 'notPossible' };
  const missing = missingPart(act, request);
  if (missing) return { outcome: 'incomplete', missing };
  const next = withAct(issue, request);
  return next ? { outcome: 'triaged', next } : { outcome: 'outOfDate' };
}

function missingPart(act: TriageAct, { today }: TriageRequest): TriageMissing | undefined {
  switch (act.kind) {
    case 'fix':
      if (!act.owner || !act.ownerName) return 'owner';
      if (!act.dueOn) return 'dueOn';
      if (act.dueOn < today) return 'dueOnPast';
      return act.words.trim() ? undefined : 'words';
    case 'fixed':
    case 'notNow':
      return act.words.trim() ? undefined : 'words';
    case 'publish':
      return act.title.trim() ? undefined : 'title';
    case 'escalate':
      return missingOfCase(act.case);
    default:
      return undefined;
  }
}

function missingOfCase({ question, options, recommendedOption }: Omit<IssueCase, 'by' | 'round'>) {
  if (!question.trim()) return 'question';
  if (options.length < 2 || options.some(({ title }) => !title.trim())) return 'twoOptions';
  if (options.some(({ consequence }) => !consequence.trim())) return 'consequence';
  return recommendedOption !== undefined && !options[recommendedOption - 1] ? 'recommendsNothing' : undefined;
}

function withAct(issue: Issue, { act, by, calendar, now }: TriageRequest): Issue | undefined {
  const answeredBy = { by: by.personId, byName: by.name, role: by.role };
  switch (act.kind) {
    case 'fix': {
      const { owner, ownerName, dueOn, words, isWithoutCard } = act;
      if (!owner || !ownerName || !dueOn) return undefined;
      const noCard = isWithoutCard ? { isWithoutCard } : {};
      const fix = { owner, ownerName, dueOn, words: words.trim(), plannedOn: dayOf(now), ...noCard };
      return planFix(issue, fix, answeredBy, calendar, now);
    }
    case 'fixed': {
      const { fix } = issue;
      const done = fix ? { ...issue, fix: { ...fix, doneOn: dayOf(now) } } : issue;
      return settled(answerIssue(done, { kind: 'fixed', words: act.words.trim(), ...answeredBy }, now), now);
    }
    case 'notNow':
      return settled(
        answerIssue(issue, { kind: 'notNow', words: act.words.trim(), ...answeredBy }, now),
        now,
      );
    case 'escalate':
      return goUp(issue, act.case, answeredBy, now);
    case 'publish': {
      const publishedTitle = act.title.trim();
      if (publishedTitle === issue.publishedTitle) return undefined;
      return planChannelPost({ ...issue, publishedTitle, revision: issue.revision + 1 }, now);
    }
    case 'unpublish': {
      const { publishedTitle, ...rest } = issue;
      return publishedTitle === undefined ? undefined : { ...rest, revision: issue.revision + 1 };
    }
    case 'markBlocker':
    case 'clearBlocker':
      return markBlocker(issue, act.kind === 'markBlocker', by, now);
  }
}

function goUp(issue: Issue, up: Omit<IssueCase, 'by' | 'round'>, by: AnsweredBy, now: Instant): Issue {
  const question = up.question.trim();
  const round = issue.answers.filter(({ kind }) => kind === 'escalated').length + 1;
  const { fix, escalationId: _earlier, ...rest } = issue;
  const answered = answerIssue(
    { ...rest, goingUp: { ...up, question, by: by.by, round } },
    { kind: 'escalated', words: question, ...by },
    now,
  );
  const escalate = planIntents(answered, [
    { id: `escalate-issue:${round}`, kind: 'escalate-issue', lane: 'urgent', dueAt: now },
  ]);
  return fix ? fixTaken(escalate, now) : escalate;
}
