/** Takes what became of issues in the programme's own log: the people concerned are told as by triage. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import { acceptStatusRow, type StatusChange, type StatusRow } from '../../domain/issue/accept-status-row';
import { type ApplyStatusOutcome, applyStatus } from '../../domain/issue/apply-status';
import type { Issue } from '../../domain/issue/issue';
import type { TriageBy, TriageMissing } from '../../domain/issue/triage-issue';
import type { Programme } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { findProgramme } from '../programme/find-programme';
import { changeRecord } from '../records';
import { listIssues } from './list-issues';

export type SourceStatusRow =
  | { readonly line: number; readonly row: StatusRow }
  | { readonly line: number; readonly unreadable: string };

export interface RefusedStatusRow {
  readonly line: number;
  readonly reasons: readonly string[];
}

export interface ImportIssueStatusCommand {
  readonly programmeId: ProgrammeId;
  readonly rows: readonly SourceStatusRow[];
  /** Whose answers they are: the directory id of a lead or of somebody of the programme office; the first lead where nobody
   * is named. */
  readonly byObjectId?: string;
  readonly isDryRun?: boolean;
}

export type ImportIssueStatusOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'noLead' }
  | {
      readonly outcome: 'imported' | 'wouldImport';
      readonly changed: number;
      readonly unchanged: number;
      readonly refused: readonly RefusedStatusRow[];
    };

const reasons: Readonly<Record<'notPossible' | TriageMissing, string>> = {
  notPossible: 'the issue is with an executive, answered or merged: this status is not possible now',
  owner: 'nobody owns the fix',
  dueOn: 'due is empty: a planned fix needs its day',
  dueOnPast: 'due is over: a planned fix needs a day that is to come',
  words: 'note is empty: the people concerned read it',
  title: 'the title is empty',
  question: 'the question is empty',
  twoOptions: 'there are no two options',
  consequence: 'an option has no consequence',
  recommendsNothing: 'an option that is not there is recommended',
};

/** May be repeated: what the people concerned have been told is `unchanged`. Good rows are kept. */
export async function importIssueStatus(
  context: AppContext,
  command: ImportIssueStatusCommand,
): Promise<ImportIssueStatusOutcome> {
  const programme = await findProgramme(context.store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const leads = holdersOf(context.keys, programme, leadRoles);
  const { byObjectId } = command;
  const named = byObjectId && context.keys.personIdOf(programme.tenantId, byObjectId);
  const lead = named ? leads.find(({ personId }) => personId === named) : leads[0];
  if (!lead) return { outcome: 'noLead' };
  const by = { personId: lead.personId, name: lead.displayName, role: lead.role };
  const find = issueFinder(await listIssues(context, programme.id));
  const refused: RefusedStatusRow[] = [];
  const counts = { changed: 0, unchanged: 0 };
  for (const source of command.rows) {
    const { line } = source;
    const found = find(source);
    if ('reasons' in found) {
      refused.push({ line, reasons: found.reasons });
      continue;
    }
    const { outcome, reason } = await apply(context, programme, by, found, command.isDryRun ?? false);
    if (outcome === 'refused') refused.push({ line, reasons: [reason ?? 'there is no such issue'] });
    else counts[outcome] += 1;
  }
  context.poke();
  return { outcome: command.isDryRun ? 'wouldImport' : 'imported', ...counts, refused };
}

type Found =
  | { readonly change: StatusChange; readonly issueId: IssueId }
  | { readonly reasons: readonly string[] };

/** Finds the issue of each row in the order of the file: a reference given on one line is known on the next. */
function issueFinder(issues: readonly Issue[]): (source: SourceStatusRow) => Found {
  const known = new Set<string>(issues.map(({ issueId }) => issueId));
  const byRef = new Map<string, IssueId>();
  for (const { externalRef, issueId } of issues) if (externalRef) byRef.set(externalRef, issueId);
  return (source) => {
    if ('unreadable' in source) return { reasons: [source.unreadable] };
    const accepted = acceptStatusRow(source.row);
    if (accepted.outcome === 'refused') return accepted;
    const { change } = accepted;
    const { ref, issueId = byRef.get(ref) } = change;
    if (!issueId) return { reasons: [`no issue has the reference "${ref}": add its issue_id`] };
    if (!known.has(issueId)) return { reasons: [`the programme has no issue "${issueId.slice(0, 60)}"`] };
    const bound = byRef.get(ref);
    if (bound && bound !== issueId)
      return { reasons: [`the reference "${ref}" belongs to the issue ${bound}`] };
    byRef.set(ref, issueId);
    return { change, issueId };
  };
}

async function apply(
  { store, clock }: AppContext,
  programme: Programme,
  by: TriageBy,
  { change, issueId }: Extract<Found, { issueId: IssueId }>,
  isDryRun: boolean,
): Promise<{ readonly outcome: ApplyStatusOutcome['outcome']; readonly reason?: string }> {
  const note = maskText(change.note, programme.hospitalNumber).text;
  const calendar = calendarOf(programme);
  const applied = await changeRecord(
    store,
    'issue',
    programme.id,
    issueId,
    (issue): { outcome: ApplyStatusOutcome; next?: Issue } => {
      const now = clock.now();
      const today = localDay(now, programme.timeZone);
      const outcome = applyStatus(issue, { ...change, note }, { by, today, calendar, now });
      return outcome.outcome === 'changed' && !isDryRun ? { outcome, next: outcome.next } : { outcome };
    },
  );
  if (!applied) return { outcome: 'refused' };
  return applied.outcome === 'refused'
    ? { outcome: 'refused', reason: reasons[applied.reason] }
    : { outcome: applied.outcome };
}
