/** How an issue ends: everybody concerned is told, nobody says that it did not help, and who they were is forgotten. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { endOfWorkingDay } from '../calendar/working-days';
import { dayOf, type Instant, plusDays, plusMs } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { IssuePolicy } from '../programme/programme';
import type { Concern } from './concern';
import { isOpenHazard } from './hazard';
import type { ConcernKey, Issue, IssueMessage } from './issue';
import { answerInQuestion, confirmKind, forgetKind } from './reopen-issue';

/** What this person is still to be sent, oldest first; of several about the same the newest, because cards show where the
 * issue stands when they are sent. */
export function messagesFor(
  { messages }: Pick<Issue, 'messages'>,
  { concernKey, told }: Pick<Concern, 'concernKey' | 'told'>,
): readonly IssueMessage[] {
  const meant = messages.filter(
    ({ number, to }) => number > told && (to === 'everyone' || to === concernKey),
  );
  return meant.filter(({ about }, index) => !meant.slice(index + 1).some((later) => later.about === about));
}

/** After everybody was dealt with for the first `upTo` messages: the day is noted unless there is more to tell. From
 * then on the people concerned have the policy's working days to say that it did not help. */
export function finishTelling(
  issue: Issue,
  upTo: number,
  {
    calendar,
    policy,
    now,
  }: { readonly calendar: WorkingCalendar; readonly policy: IssuePolicy; readonly now: Instant },
): Issue | undefined {
  const isMore = issue.messages.some(({ number, to }) => number > upTo && to === 'everyone');
  if (isMore || issue.toldOn || issue.answers.length === 0) return undefined;
  const told = { ...issue, toldOn: dayOf(now) };
  const asked = issue.status === 'answered' ? answerInQuestion(issue) : undefined;
  if (!asked) return told;
  const dueAt = endOfWorkingDay(now, policy.confirmWithinWorkingDays, calendar);
  return planIntents(told, [confirmIntent(asked.number, dueAt)]);
}

function confirmIntent(answer: number, dueAt: Instant): Intent {
  return { id: `${confirmKind}:${answer}`, kind: confirmKind, lane: 'normal', dueAt, data: { answer } };
}

/** Days after the confirmation in which somebody may still say that it did not help: as long as it is known who. */
export const forgetAfterDays = 14;
/** Whatever was on its way is there by then. */
const lookAgainMs = 60 * 60_000;

/** Nobody said no to that answer in time. What could still harm a patient is not over: it is looked at again tomorrow. */
export function confirmIssue(issue: Issue, answer: number, now: Instant): Issue | undefined {
  if (issue.status !== 'answered' || answerInQuestion(issue)?.number !== answer) return undefined;
  if (isOpenHazard(issue)) {
    const later = confirmIntent(answer, plusDays(now, 1));
    return planIntents(issue, [later], [later.id]);
  }
  const dueAt = plusDays(now, forgetAfterDays);
  const revision = issue.revision + 1;
  const confirmed: Issue = { ...issue, status: 'confirmed', confirmedOn: dayOf(now), revision };
  const forget = [
    { id: forgetKind, kind: forgetKind, lane: 'normal' as const, dueAt },
    {
      id: `${forgetKind}:again`,
      kind: forgetKind,
      lane: 'normal' as const,
      dueAt: plusMs(dueAt, lookAgainMs),
    },
  ];
  return planIntents(
    confirmed,
    forget,
    forget.map(({ id }) => id),
  );
}

/** From here on nothing in the issue leads to anybody, not even with the service key; undefined where it is open again.
 * The words stay: they are the programme's. */
export function forgetConcerned(issue: Issue, now: Instant): Issue | undefined {
  if (issue.status !== 'confirmed') return undefined;
  if (issue.forgottenOn) return issue;
  return {
    ...issue,
    forgottenOn: dayOf(now),
    threads: issue.threads.map((thread, index) => ({ ...thread, with: forgotten(index) })),
    messages: issue.messages.map((message) =>
      message.to === 'everyone' ? message : { ...message, to: forgotten('somebody') },
    ),
  };
}

function forgotten(which: number | string): ConcernKey {
  return `forgotten ${which}` as ConcernKey;
}
