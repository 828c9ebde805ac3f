/** The cards of issues for leads and for whoever owns a fix, from what was read of them. */

import { localDay } from '../../domain/calendar/local-time';
import type { PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { whatWaits } from '../../domain/issue/ageing';
import type { Issue, SupportLevel } from '../../domain/issue/issue';
import { type ShownPlace, siteGroupNameOf } from '../../domain/issue/shown-place';
import type { Programme } from '../../domain/programme/programme';
import { catalogueFor } from '../../text/catalogue';
import { type IssueFixView, issueFixCard } from '../issue-fix.card';
import { type IssueTriageView, issueTriageCard } from '../issue-triage.card';
import { type IssueReading, issueTitle } from '../issue-words';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';

export interface TriagePlace extends IssueReading {
  readonly programme: Programme;
  readonly issue: Issue;
  readonly place: ShownPlace;
  readonly support: SupportLevel;
  readonly owners: IssueTriageView['owners'];
  readonly mergeable: readonly Issue[];
  readonly executiveNames: readonly string[];
}

export type TriageSaid = Pick<IssueTriageView, 'notice' | 'typed'>;

export function triageMessage(place: TriagePlace, frame: CardFrame, said: TriageSaid = {}): CardMessage {
  const { mergeable, executiveNames, ...reading } = place;
  const text = catalogueFor(frame.timeZone);
  return messageOf(
    issueTriageCard,
    {
      ...reading,
      mergeable: mergeable.map((issue) => ({
        issueId: issue.issueId,
        category: issue.category,
        title: issueTitle(issue, text, 60),
      })),
      executiveName: executiveNames.length > 0 ? text.format.list(executiveNames) : text.roles.sro,
      ...said,
    },
    frame,
  );
}

export type FixSaid = Pick<IssueFixView, 'notice' | 'typed'>;

export function fixMessage(
  { programme, issue, now }: { readonly programme: Programme; readonly issue: Issue; readonly now: Instant },
  readerId: PersonId,
  frame: CardFrame,
  said: FixSaid = {},
): CardMessage {
  const siteGroupName = siteGroupNameOf(programme, issue.site);
  const isOverdue = whatWaits(issue, localDay(now, programme.timeZone)) === 'overdueFix';
  return messageOf(issueFixCard, { programme, issue, readerId, siteGroupName, isOverdue, ...said }, frame);
}
