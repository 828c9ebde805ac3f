/** What is planned when somebody owns a fix: their card, the people's message, and what happens when its day is over. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { closingOf } from '../calendar/working-days';
import type { Day, Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import { whatWaits } from './ageing';
import { answerIssue } from './answer-issue';
import type { Issue, PlannedFix } from './issue';
import { planChannelPost } from './post-to-channel';

export type AnsweredBy = Pick<Issue['answers'][number], 'by' | 'byName' | 'role'>;

/** The plan, told to the people concerned in `words`, with the owner's card and the day on which the lead is reminded. */
export function planFix(
  issue: Issue,
  fix: PlannedFix,
  by: AnsweredBy,
  calendar: WorkingCalendar,
  now: Instant,
  words: string = fix.words,
): Issue {
  const { owner, dueOn: until } = fix;
  const answered = answerIssue({ ...issue, fix }, { kind: 'fixPlanned', words, until, ...by }, now);
  // Their card is brought up to date where they have one.
  const hasCard = issue.status === 'fixing' && issue.fix?.owner === owner;
  const ask = hasCard || fix.isWithoutCard ? [] : [askOwner(answered.answers.length, now)];
  const unsent = fix.isWithoutCard ? cardsToSend(issue) : [];
  return withOverdue(planIntents(answered, ask, unsent), closingOf(until, calendar), now);
}

function askOwner(number: number, now: Instant): Intent {
  return {
    id: `start-campaign:issue-fix:${number}`,
    kind: 'start-campaign',
    lane: 'urgent',
    dueAt: now,
    data: { purpose: 'issue-fix', number },
  };
}

function cardsToSend({ intents }: Issue): readonly string[] {
  return intents.filter(({ data }) => data?.purpose === 'issue-fix').map(({ id }) => id);
}

const overdue = 'put-on-desk:overdue';

function withOverdue(issue: Issue, dueAt: Instant, now: Instant): Issue {
  const reminder: Intent = { id: overdue, kind: 'put-on-desk', lane: 'normal', dueAt };
  return planIntents(issue, [reminder, renewOwnersCards(issue, now)], [overdue]);
}

/** What is planned of a fix no longer matters: the owner's card says so, and the lead is not reminded. */
export function settled(issue: Issue, now: Instant): Issue {
  const renewed = issue.fix ? [renewOwnersCards(issue, now)] : [];
  return planChannelPost(planIntents(issue, renewed, [overdue]), now);
}

/** Somebody else decides what becomes of it: its owner's card says so. @param issue from which the fix is gone. */
export function fixTaken(issue: Issue, now: Instant): Issue {
  return planIntents(issue, [renewOwnersCards(issue, now)], [overdue]);
}

/** Its day is over and its owner has not said that it is done: they get their card again, once for each day that was
 * promised. Undefined where they had it, get no cards for it, or the day is not over. @param today in the programme's time zone. */
export function remindOwner(issue: Issue, today: Day, now: Instant): Issue | undefined {
  const { fix, remindedFixes = [] } = issue;
  const number = issue.answers.findLast(({ kind }) => kind === 'fixPlanned')?.number;
  if (whatWaits(issue, today) !== 'overdueFix' || fix?.isWithoutCard || !number) return undefined;
  if (remindedFixes.includes(number)) return undefined;
  return planIntents({ ...issue, remindedFixes: [...remindedFixes, number] }, [
    {
      id: `start-campaign:issue-fix-overdue:${number}`,
      kind: 'start-campaign',
      lane: 'urgent',
      dueAt: now,
      data: { purpose: 'issue-fix', number, isOverdue: true },
    },
  ]);
}

function renewOwnersCards({ revision }: Issue, now: Instant): Intent {
  return { id: `update-cards:${revision}`, kind: 'update-cards', lane: 'urgent', dueAt: now };
}
