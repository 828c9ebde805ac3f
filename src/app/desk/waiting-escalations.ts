/** The escalations that wait for one person: to be decided, to be looked at again, to be prepared, or to be answered. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import { closingOf, workingDayAfter } from '../../domain/calendar/working-days';
import { askedToDecide } from '../../domain/escalation/ask-executive';
import type { Escalation, EscalationStatus } from '../../domain/escalation/escalation';
import { isReviewDue } from '../../domain/escalation/review-due';
import type { PersonId } from '../../domain/ids';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { deskDocumentId } from '../documents';
import { listRecords, readRecord } from '../records';
import type { Waiter, WaitingItem } from './waiting-item';

type Ports = Pick<AppContext, 'store' | 'clock'>;

export async function waitingEscalations(context: Ports, waiter: Waiter): Promise<readonly WaitingItem[]> {
  const { programme, roles } = waiter;
  const isLead = roles.some((role) => leadRoles.includes(role));
  const statuses: readonly EscalationStatus[] = ['withExecutive', ...(isLead ? (['withLead'] as const) : [])];
  const waiting: WaitingItem[] = [];
  for (const status of statuses) {
    for await (const { document } of listRecords(context.store, 'escalation', programme.id, { status })) {
      const item = itemOf(document, waiter, isLead);
      if (item) waiting.push(item);
    }
  }
  return [...waiting, ...(await toReviewBy(context, waiter))];
}

/** Of the decisions that came back to this person, those that nobody has taken again. */
async function toReviewBy(context: Ports, waiter: Waiter): Promise<readonly WaitingItem[]> {
  const { store } = context;
  const { programme, personId } = waiter;
  const desk = await readRecord(store, 'desk', programme.id, deskDocumentId(personId));
  const found = await Promise.all(
    (desk?.document.reviews ?? []).map((id) => readRecord(store, 'escalation', programme.id, id)),
  );
  return found.flatMap((stored) => (stored && toReview(context, stored.document, waiter)) ?? []);
}

function itemOf(escalation: Escalation, waiter: Waiter, isLead: boolean): WaitingItem | undefined {
  switch (escalation.status) {
    case 'withLead':
      return toPrepare(escalation);
    case 'withExecutive':
      return toDecide(escalation, waiter.personId) ?? (isLead ? toAnswer(escalation) : undefined);
    case 'decided':
    case 'deferred':
      return undefined;
  }
}

function common({ programmeId, escalationId, case: put }: Escalation) {
  return { kind: 'escalation' as const, id: escalationId, programmeId, about: put?.question ?? '' };
}

/** Whoever is asked keeps it until it is decided, whether or not they still hold the role. */
function toDecide(escalation: Escalation, personId: PersonId): WaitingItem | undefined {
  const { assignment, earlierAssignments } = escalation;
  if (!assignment || !askedToDecide(escalation, personId)) return undefined;
  const assignments = [...earlierAssignments, assignment];
  const asking = assignments.findLastIndex(({ carded }) => carded.includes(personId)) + 1;
  const { decideBy: deadline, step } = assignment;
  const reached = step === undefined ? {} : { step: step + 1 };
  return { ...common(escalation), asking, deadline, task: 'decide', ...reached };
}

/** The lead gets its card for itself when it is raised. */
function toPrepare(escalation: Escalation): WaitingItem {
  const { leadActsBy: deadline, raisedAt: announcedAt, evidence, facts = [] } = escalation;
  const named = facts.flatMap((fact) =>
    'title' in fact ? [fact.title] : fact.kind === 'gate' ? [fact.gateName] : [],
  );
  const about = [...new Set([...named, ...evidence.map(({ groupName }) => groupName)])].join('; ');
  return { ...common(escalation), asking: 0, deadline, announcedAt, task: 'prepare', about };
}

/** The lead gets a card for each question of an executive when it is asked. */
function toAnswer(escalation: Escalation): WaitingItem | undefined {
  const { moreAsked = [], assignment } = escalation;
  const open = moreAsked.find(({ answer }) => !answer);
  if (!open || !assignment) return undefined;
  const { number, words: about, askedAt: announcedAt } = open;
  // Apart from the numbers of its assignments.
  const asking = -number;
  return { ...common(escalation), asking, deadline: assignment.decideBy, announcedAt, task: 'answer', about };
}

/** It stands unless somebody decides again: after as long as a decision takes it waits no more. */
function toReview({ clock }: Ports, escalation: Escalation, { programme }: Waiter): WaitingItem | undefined {
  const { decision, earlierDecisions, policy } = escalation;
  const now = clock.now();
  const today = localDay(now, programme.timeZone);
  if (!decision?.reviewOn || !isReviewDue(escalation, today)) return undefined;
  const calendar = calendarOf(programme);
  const until = workingDayAfter(decision.reviewOn, policy.decideWithinWorkingDays, calendar);
  const deadline = closingOf(until, calendar);
  if (deadline <= now) return undefined;
  // Apart from the numbers of its assignments.
  const asking = 1_000 + earlierDecisions.length;
  return { ...common(escalation), asking, deadline, task: 'review' };
}
