/** Everything a person raised or joined in their programmes, newest first, a page at a time. */

import type { PersonId } from '../../domain/ids';
import type { Concern } from '../../domain/issue/concern';
import type { Issue } from '../../domain/issue/issue';
import { threadWith } from '../../domain/issue/thread';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { membershipsOf } from '../people/change-asking.use-case';
import { currentProgramme } from '../programme/current-programme';
import { findOwnConcerns, readIssue } from './concerns';

export interface OwnListedIssue {
  readonly programme: Programme;
  readonly issue: Issue;
  readonly part: Concern['part'];
  /** The programme said something last in the thread with this person, and waits for the answer. */
  readonly isAsked: boolean;
}

export interface OwnIssuesPage {
  readonly issues: readonly OwnListedIssue[];
  /** From 1; a page further on than the last is the last. */
  readonly page: number;
  readonly pages: number;
  /** The first programme they belong to; absent for somebody who belongs to none. */
  readonly programme?: Programme;
}

const perPage = 5;

/** Found by recomputing keys: no list says whose an issue is. */
export async function ownIssues(
  context: AppContext,
  personId: PersonId,
  page: number,
): Promise<OwnIssuesPage> {
  const programmes: Programme[] = [];
  const found: OwnListedIssue[] = [];
  for (const { programmeId } of await membershipsOf(context.store, personId)) {
    const programme = await currentProgramme(context, programmeId);
    if (!programme) continue;
    programmes.push(programme);
    for (const concern of await findOwnConcerns(context, programmeId, personId)) {
      const issue = await readIssue(context, concern);
      if (issue) found.push(listed(programme, issue, concern));
    }
  }
  const [programme] = programmes;
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const issues = found.sort(byNewest).slice((shown - 1) * perPage, shown * perPage);
  return { issues, page: shown, pages, ...(programme ? { programme } : {}) };
}

function listed(programme: Programme, issue: Issue, { part, concernKey }: Concern): OwnListedIssue {
  const isOpen = issue.status !== 'answered' && issue.status !== 'confirmed' && issue.status !== 'merged';
  const isAsked = isOpen && threadWith(issue, concernKey).at(-1)?.from === 'programme';
  return { programme, issue, part, isAsked };
}

function byNewest({ issue: a }: OwnListedIssue, { issue: b }: OwnListedIssue): number {
  if (a.raisedOn !== b.raisedOn) return a.raisedOn < b.raisedOn ? 1 : -1;
  return a.issueId < b.issueId ? 1 : -1;
}
