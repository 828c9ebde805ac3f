/** The issues whose titles everybody may read, so that a person can join one instead of raising it again. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import { type Issue, type IssueStatus, type SupportLevel, supportLevelOf } from '../../domain/issue/issue';
import type { AppContext } from '../context';
import { concernOf, supportersOf } from './concerns';
import { listIssues } from './list-issues';

export interface PublishedIssue {
  readonly issueId: IssueId;
  readonly title: string;
  readonly status: IssueStatus;
  readonly support: SupportLevel;
  /** The reader raised it or added their voice. */
  readonly isOwn: boolean;
}

/** More would be read by nobody on a phone. */
const mostShown = 8;

export function isOver({ status }: Pick<Issue, 'status'>): boolean {
  return status === 'confirmed' || status === 'merged';
}

export function isOpenToVoices(issue: Pick<Issue, 'publishedTitle' | 'status'>): boolean {
  return issue.publishedTitle !== undefined && !isOver(issue);
}

/** At most eight, those that most people stand behind first, then the newest. */
export async function publishedIssues(
  context: AppContext,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<readonly PublishedIssue[]> {
  const found: (PublishedIssue & Pick<Issue, 'raisedOn'>)[] = [];
  for (const issue of await listIssues(context, programmeId)) {
    if (!isOpenToVoices(issue)) continue;
    const { issueId, publishedTitle: title = '', status, raisedOn } = issue;
    const support = supportLevelOf(await supportersOf(context, programmeId, issueId));
    const isOwn = (await concernOf(context, programmeId, issueId, personId)) !== undefined;
    found.push({ issueId, title, status, support, isOwn, raisedOn });
  }
  return found.sort(byWeight).slice(0, mostShown);
}

const order: readonly SupportLevel[] = ['moreThanTen', 'aFewOthers', 'none'];

function byWeight(
  a: PublishedIssue & Pick<Issue, 'raisedOn'>,
  b: PublishedIssue & Pick<Issue, 'raisedOn'>,
): number {
  return (
    order.indexOf(a.support) - order.indexOf(b.support) ||
    (a.raisedOn < b.raisedOn ? 1 : a.raisedOn > b.raisedOn ? -1 : 0)
  );
}
