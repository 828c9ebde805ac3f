/** The card of whoever owns a fix: what is to be done by when, in the lead's words; done, or by when then. */

import { z } from 'zod';
import { asId, type PersonId } from '../domain/ids';
import type { Issue } from '../domain/issue/issue';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { sampleIssue, sampleLongIssue } from './sample-issue';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';
import { triageLimits } from './triage-forms';

export interface IssueFixView {
  readonly programme: ProgrammeSubject;
  readonly issue: Issue;
  readonly readerId: PersonId;
  readonly siteGroupName: string;
  /** Its day is over, and nobody has said that it is done. */
  readonly isOverdue?: boolean;
  readonly notice?: keyof Catalogue['triage']['fixNotices'];
  readonly typed?: {
    readonly doneWords?: string;
    readonly laterWords?: string;
    readonly laterDueOn?: string;
  };
}

const schema = z.strictObject({
  programmeId: line,
  issueId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  paragraphs: lines,
  facts: z.array(z.strictObject({ title: line, value: line })),
  tasks: z.array(z.strictObject({ title: line, words: line })),
  forms: z.array(
    z.strictObject({
      done: line,
      doneLabel: line,
      doneRequired: line,
      doneWords: z.string(),
      doneSend: line,
      later: line,
      laterDueLabel: line,
      laterDue: z.string(),
      laterLabel: line,
      laterRequired: line,
      laterWords: z.string(),
      laterSend: line,
      maxLength: z.number(),
    }),
  ),
});

function form({ typed = {} }: IssueFixView, { triage }: Catalogue): z.input<typeof schema>['forms'][number] {
  return {
    done: triage.fixDone,
    doneLabel: triage.fixDoneLabel,
    doneRequired: triage.fixDoneRequired,
    doneWords: typed.doneWords ?? '',
    doneSend: triage.fixDoneSend,
    later: triage.fixLater,
    laterDueLabel: triage.fixLaterDue,
    laterDue: typed.laterDueOn ?? '',
    laterLabel: triage.fixLaterLabel,
    laterRequired: triage.fixLaterRequired,
    laterWords: typed.laterWords ?? '',
    laterSend: triage.fixLaterSend,
    maxLength: triageLimits.words,
  };
}

const sample: IssueFixView = {
  programme: sampleProgramme,
  issue: { ...sampleLongIssue, revision: 3 },
  readerId: sampleLongIssue.fix?.owner ?? asId(sampleLongIssue.issueId),
  siteGroupName: 'St Bride’s Hospital',
};

export const issueFixCard = defineCard<IssueFixView, typeof schema>({
  name: 'issue-fix',
  schema,
  summarise: ({ programme, isOverdue }, { triage }) =>
    isOverdue ? triage.fixOverdueSummary(programme.name) : triage.fixSummary(programme.name),
  bind: (view, text) => {
    const { programme, issue, readerId, siteGroupName, isOverdue, notice } = view;
    const { triage } = text;
    const { fix, status } = issue;
    const isOwner = fix?.owner === readerId;
    const isOpen = isOwner && status === 'fixing';
    const isDone = isOwner && fix.doneOn !== undefined;
    const planned = issue.answers.findLast(({ kind }) => kind === 'fixPlanned');
    return {
      programmeId: programme.id,
      issueId: issue.issueId,
      revision: issue.revision,
      notices: asBox([notice && triage.fixNotices[notice]]),
      heading: plainText(programme.name),
      title: isOpen
        ? isOverdue
          ? triage.fixOverdueTitle
          : triage.fixTitle
        : isDone
          ? triage.fixDoneTitle
          : triage.fixOverTitle,
      paragraphs: asLines([
        isDone && fix.doneOn && !isOpen ? triage.fixDoneBy(fix.doneOn) : undefined,
        isOpen || isDone ? undefined : triage.fixOver,
        isOpen && isOverdue ? triage.fixOverdue : undefined,
      ]),
      facts: [
        { title: triage.fixAbout, value: text.bank.themes[issue.category] },
        { title: triage.where, value: plainText(siteGroupName) },
        ...(isOpen ? [{ title: triage.fixBy, value: triage.raisedOn(fix.dueOn) }] : []),
        ...(isOpen && planned ? [{ title: triage.fixAskedBy, value: plainText(planned.byName) }] : []),
      ],
      tasks: isOwner ? [{ title: triage.fixAsked, words: plainText(fix.words) || triage.unprintable }] : [],
      forms: isOpen ? [form(view, text)] : [],
    };
  },
  samples: {
    'to be done': sample,
    overdue: { ...sample, isOverdue: true },
    'refused, with what was typed': {
      ...sample,
      notice: 'dueOnPast',
      typed: { laterWords: 'The supplier delivers after Christmas.', laterDueOn: '2026-11-01' },
    },
    done: {
      ...sample,
      issue: {
        ...sample.issue,
        status: 'answered',
        ...(sample.issue.fix ? { fix: { ...sample.issue.fix, doneOn: sample.issue.fix.dueOn } } : {}),
      },
    },
    'given to somebody else': { ...sample, issue: { ...sampleIssue, status: 'answered' } },
  },
});
