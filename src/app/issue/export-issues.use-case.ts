/** The issues of a programme for its own RAID log: what was raised and what came of it, without who. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { workingDaysBetween } from '../../domain/calendar/working-days';
import type { ProgrammeId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import { type Issue, type SupportLevel, supportLevelOf } from '../../domain/issue/issue';
import { siteGroupNameOf } from '../../domain/issue/shown-place';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { supportersOf } from './concerns';
import { listIssues } from './list-issues';
import { ageOf, type IssueAge } from './read-triage';

export interface ExportedIssue extends IssueAge {
  readonly issue: Issue;
  /** Never the site: an export has no reader whose role could be checked. */
  readonly siteGroupName: string;
  readonly support: SupportLevel;
  /** Working days from the day it was raised to each step that it has reached. */
  readonly daysTo: Readonly<Partial<Record<'acknowledged' | 'decided' | 'told' | 'confirmed', number>>>;
}

export type ExportIssuesOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | {
      readonly outcome: 'exported';
      readonly programme: Programme;
      readonly issues: readonly ExportedIssue[];
    };

/** Those that wait first. */
export async function exportIssues(
  context: Pick<AppContext, 'store' | 'clock'>,
  programmeId: ProgrammeId,
): Promise<ExportIssuesOutcome> {
  const programme = await findProgramme(context.store, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const issues: ExportedIssue[] = [];
  for (const issue of await listIssues(context, programmeId)) {
    issues.push({
      issue,
      siteGroupName: siteGroupNameOf(programme, issue.site),
      support: supportLevelOf(await supportersOf(context, programmeId, issue.issueId)),
      ...ageOf(context, programme, issue),
      daysTo: daysTo(issue, programme),
    });
  }
  return { outcome: 'exported', programme, issues };
}

function daysTo(issue: Issue, programme: Programme): ExportedIssue['daysTo'] {
  const calendar = calendarOf(programme);
  const { acknowledgedOn, decidedOn, toldOn, confirmedOn } = issue;
  const days = { acknowledged: acknowledgedOn, decided: decidedOn, told: toldOn, confirmed: confirmedOn };
  return Object.fromEntries(
    Object.entries(days)
      .filter((entry): entry is [string, Day] => entry[1] !== undefined)
      .map(([step, on]) => [step, workingDaysBetween(issue.raisedOn, on, calendar)]),
  );
}
