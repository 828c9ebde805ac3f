/** The daily look at a programme's issues: an old backlog goes up as one card, and so does what waits too long alone; whoever
 * owns a fix whose day is over is reminded. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { PersonId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import { backlogOf, workingDaysUndone } from '../../domain/issue/ageing';
import { goneUpByItself, occasionOf } from '../../domain/issue/gone-up';
import type { Issue } from '../../domain/issue/issue';
import { issuePolicyOf } from '../../domain/issue/issue-policy';
import { nextWatch } from '../../domain/issue/issue-watch';
import { issueNeedsEscalation } from '../../domain/issue/needs-escalation';
import { remindOwner } from '../../domain/issue/plan-fix';
import type { Programme } from '../../domain/programme/programme';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { settleDesk } from '../desk/settle-desk.use-case';
import { raiseEscalation } from '../escalation/raise-escalation.use-case';
import { supportersOf } from '../issue/concerns';
import { issueFactOf } from '../issue/issue-fact';
import { listIssues } from '../issue/list-issues';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, listRecords, readRecord } from '../records';
import { defineIntent } from './define-intent';

export const checkIssuesIntent = defineIntent('check-issues', 'issueWatch', async (context, watch) => {
  const { store, clock, keys } = context;
  const programme = await currentProgramme(context, watch.programmeId);
  if (!programme) return;
  const today = localDay(clock.now(), programme.timeZone);
  const issues = await listIssues(context, programme.id);
  const isBacklog = await raiseBacklog(context, programme, issues, today);
  if (!isBacklog) await raiseOverdue(context, programme, issues, today);
  const leads = new Set(holdersOf(keys, programme, leadRoles).map((one) => one.personId));
  await remindOwners(context, programme, issues, leads);
  for (const personId of leads) await settleDesk(context, programme, personId);
  await changeRecord(store, 'issueWatch', watch.pk, watch.id, (current) => ({
    outcome: 'planned',
    next: nextWatch(current, calendarOf(programme), clock.now()),
  }));
  context.poke();
});

/** While one is unsettled it stands for what is added; until the lead has sent it up, its numbers are today's. */
async function raiseBacklog(
  context: AppContext,
  programme: Programme,
  issues: readonly Issue[],
  today: Day,
): Promise<boolean> {
  const backlog = backlogOf(issues, today, calendarOf(programme), issuePolicyOf(programme));
  if (!backlog) return isBacklogUp(context, programme);
  const raised = await raiseEscalation(context, {
    programme,
    source: { kind: 'backlog', on: today },
    facts: [backlog],
  });
  const covering = raised.outcome === 'nothingNew' ? raised.covering : undefined;
  if (covering) {
    await changeRecord(context.store, 'escalation', programme.id, covering, (current) => {
      if (current.status !== 'withLead') return { outcome: 'asAsked' };
      const facts = (current.facts ?? []).map((fact) => (fact.kind === 'backlog' ? backlog : fact));
      return { outcome: 'updated', next: { ...current, facts } };
    });
  }
  return true;
}

/** It stands for single ones until it is decided, also where fewer are left by then. */
async function isBacklogUp({ store }: AppContext, { id }: Programme): Promise<boolean> {
  for await (const { document } of listRecords(store, 'escalation', id)) {
    if (document.source.kind === 'backlog' && document.status !== 'decided') return true;
  }
  return false;
}

/** Not a lead: an overdue fix is on their desk. */
async function remindOwners(
  { store, clock }: AppContext,
  programme: Programme,
  issues: readonly Issue[],
  leads: ReadonlySet<PersonId>,
): Promise<void> {
  const remind = (issue: Issue) => {
    const isLeads = issue.fix !== undefined && leads.has(issue.fix.owner);
    const now = clock.now();
    return isLeads ? undefined : remindOwner(issue, localDay(now, programme.timeZone), now);
  };
  for (const issue of issues.filter(remind)) {
    await changeRecord(store, 'issue', programme.id, issue.issueId, (current) => {
      const next = remind(current);
      return next ? { outcome: 'reminded', next } : { outcome: 'dealtWith' };
    });
  }
}

async function raiseOverdue(
  context: AppContext,
  programme: Programme,
  issues: readonly Issue[],
  today: Day,
): Promise<void> {
  const policy = issuePolicyOf(programme);
  const calendar = calendarOf(programme);
  for (const issue of issues) {
    const waitingDays = workingDaysUndone(issue, today, calendar);
    if (waitingDays <= policy.oldAfterWorkingDays) continue;
    const supporters = await supportersOf(context, programme.id, issue.issueId);
    if (!issueNeedsEscalation(issue, { waitingDays, supporters }, policy)) continue;
    await raiseAlone(context, programme, issue, today);
  }
}

/** The lead has had it for as long as was promised: it goes straight up, with the standard question and options. */
async function raiseAlone(
  context: AppContext,
  programme: Programme,
  issue: Issue,
  today: Day,
): Promise<void> {
  const { store, clock, wording, log } = context;
  const raised = await raiseEscalation(context, {
    programme,
    source: { kind: 'issue', issueId: issue.issueId },
    occasion: occasionOf(issue, 'itself'),
    facts: [await issueFactOf(context, programme, issue, wording.issueTitle(issue.category))],
    category: issue.category,
    prepared: 'standard',
  });
  const escalationId =
    raised.outcome === 'raised'
      ? raised.escalationId
      : raised.outcome === 'nothingNew'
        ? raised.covering
        : undefined;
  const escalation = escalationId && (await readRecord(store, 'escalation', programme.id, escalationId));
  if (!escalation) {
    // Nobody could decide it: the others are looked at all the same, and this one again tomorrow.
    log.warn('issue.notEscalated', { outcome: raised.outcome });
    return;
  }
  const question = escalation.document.case?.question ?? '';
  const said = { question, programmeName: programme.name, today };
  await changeRecord(store, 'issue', programme.id, issue.issueId, (current) => {
    const next = goneUpByItself(current, escalation.document, said, clock.now());
    return next ? { outcome: 'goneUp', next } : { outcome: 'dealtWith' };
  });
}
