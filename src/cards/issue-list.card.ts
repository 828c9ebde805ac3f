/** The issues of a programme, a page at a time: for the lead those that wait first, for others what was published. */

import { z } from 'zod';
import type { IssueFilter } from '../domain/issue/filter-issues';
import { issueFilters } from '../domain/issue/filter-issues';
import type { Issue } from '../domain/issue/issue';
import type { ShownPlace } from '../domain/issue/shown-place';
import type { Catalogue } from '../text/catalogue';
import { issueTitle } from './issue-words';
import { plainText } from './plain-text';
import { sampleIssue, sampleLongIssue } from './sample-issue';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface ListedIssue {
  readonly issue: Issue;
  readonly place: ShownPlace;
  readonly waitingDays: number;
  readonly isOld: boolean;
}

export interface IssueListView {
  readonly programme: ProgrammeSubject;
  /** Leads read the words and open each; others see what was published, and categories. */
  readonly isLead: boolean;
  readonly filter: IssueFilter;
  readonly counts: Readonly<Record<IssueFilter, number>>;
  /** 0 for the first. */
  readonly page: number;
  readonly issues: readonly ListedIssue[];
}

export const issuesOnPage = 6;

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  issues: z.array(
    z.strictObject({
      title: line,
      standing: line,
      opens: z.array(z.strictObject({ title: line, issueId: line })),
    }),
  ),
  turns: z.array(
    z.strictObject({ pages: z.array(z.strictObject({ title: line, page: z.number(), filter: line })) }),
  ),
  filters: z.array(z.strictObject({ title: line, filter: line })),
});

function listed({ issue, place, waitingDays, isOld }: ListedIssue, isLead: boolean, text: Catalogue) {
  const { triage, bank } = text;
  const { status, fix, raisedOn, category } = issue;
  const name = bank.themes[category];
  const waits = status === 'untriaged' || status === 'asking';
  return {
    title: isLead || issue.publishedTitle ? issueTitle(issue, text) : triage.noPublishedTitle(name),
    standing: triage.listed([
      name,
      plainText(place.name),
      ...(isLead && waits ? [triage.waitsShort(waitingDays, isOld)] : [triage.raisedShort(raisedOn)]),
      ...(isLead && status === 'fixing' && fix ? [triage.dueShort(plainText(fix.ownerName), fix.dueOn)] : []),
      ...(isLead && waits && status === 'untriaged' ? [] : [triage.statuses[status]]),
    ]),
    opens: isLead ? [{ title: triage.open, issueId: issue.issueId }] : [],
  };
}

function turns({ page, filter, counts }: IssueListView, { triage }: Catalogue) {
  const hasMore = (page + 1) * issuesOnPage < counts[filter];
  const pages = [
    ...(hasMore ? [{ title: triage.nextPage, page: page + 1, filter }] : []),
    ...(page > 0 ? [{ title: triage.firstPage, page: 0, filter }] : []),
  ];
  return pages.length > 0 ? [{ pages }] : [];
}

const place = { name: 'St Bride’s Hospital', isSiteGroup: false };
const counts = { waiting: 8, old: 2, underWay: 3, withExecutive: 1, answered: 12 };

export const issueListCard = defineCard<IssueListView, typeof schema>({
  name: 'issue-list',
  schema,
  summarise: ({ programme }, text) => text.triage.listSummary(programme.name),
  bind: (view, text) => {
    const { programme, isLead, filter, counts: counted, page, issues } = view;
    const { triage } = text;
    const first = page * issuesOnPage;
    const shown = triage.shown(triage.filters[filter], first + 1, first + issues.length, counted[filter]);
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      title: triage.listTitle,
      paragraphs: asLines([shown, isLead ? undefined : triage.forReaders]),
      issues: issues.map((issue) => listed(issue, isLead, text)),
      turns: turns(view, text),
      filters: issueFilters
        .filter((one) => one !== filter && (isLead || one !== 'old'))
        .map((one) => ({ title: triage.filterCount(triage.filters[one], counted[one]), filter: one })),
    };
  },
  samples: {
    'for the lead': {
      programme: sampleProgramme,
      isLead: true,
      filter: 'waiting',
      counts,
      page: 0,
      issues: [
        { issue: sampleLongIssue, place, waitingDays: 3, isOld: false },
        ...Array.from({ length: 5 }, () => ({ issue: sampleIssue, place, waitingDays: 9, isOld: true })),
      ],
    },
    'for others, the last page': {
      programme: sampleProgramme,
      isLead: false,
      filter: 'waiting',
      counts,
      page: 1,
      issues: [
        {
          issue: sampleIssue,
          place: { name: 'Community north', isSiteGroup: true },
          waitingDays: 1,
          isOld: false,
        },
        { issue: sampleLongIssue, place, waitingDays: 1, isOld: false },
      ],
    },
    none: {
      programme: sampleProgramme,
      isLead: true,
      filter: 'old',
      counts: { ...counts, old: 0 },
      page: 0,
      issues: [],
    },
  },
});
