/** A page of a programme's issues as one reader may see them. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import { type IssueFilter, isIn, issueFilters } from '../../domain/issue/filter-issues';
import type { Issue } from '../../domain/issue/issue';
import { issuePolicyOf } from '../../domain/issue/issue-policy';
import { byUrgency } from '../../domain/issue/order-issues';
import type { ShownPlace } from '../../domain/issue/shown-place';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { siteForReading } from '../programme/site-for-reading';
import { listIssues } from './list-issues';
import { ageOf } from './read-triage';

export interface IssuePage {
  readonly filter: IssueFilter;
  readonly counts: Readonly<Record<IssueFilter, number>>;
  /** 0 for the first; the last there is where a later one was asked for. */
  readonly page: number;
  readonly issues: readonly {
    readonly issue: Issue;
    readonly place: ShownPlace;
    readonly waitingDays: number;
    readonly isOld: boolean;
  }[];
}

/** Those that are over: the latest first. */
export async function readIssuePage(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  { filter, page, size }: { readonly filter: IssueFilter; readonly page: number; readonly size: number },
): Promise<IssuePage> {
  const today = localDay(context.clock.now(), programme.timeZone);
  const calendar = calendarOf(programme);
  const policy = issuePolicyOf(programme);
  const all = await listIssues(context, programme.id);
  const of = (wanted: IssueFilter) => all.filter((issue) => isIn(issue, wanted, today, calendar, policy));
  const counts = Object.fromEntries(issueFilters.map((one) => [one, of(one).length]));
  const wanted = [...of(filter)].sort(filter === 'answered' ? byLatest : byUrgency);
  const last = Math.max(0, Math.ceil(wanted.length / size) - 1);
  const shown = Math.min(page, last);
  const issues = wanted.slice(shown * size, (shown + 1) * size).map(async (issue) => ({
    issue,
    place: await siteForReading(context, programme, issue.site),
    ...ageOf(context, programme, issue),
  }));
  return {
    filter,
    counts: counts as Record<IssueFilter, number>,
    page: shown,
    issues: await Promise.all(issues),
  };
}

function byLatest(a: Issue, b: Issue): number {
  const [one, other] = [a, b].map(({ answers, raisedOn }) => answers.at(-1)?.on ?? raisedOn);
  return (one ?? '') < (other ?? '') ? 1 : -1;
}
