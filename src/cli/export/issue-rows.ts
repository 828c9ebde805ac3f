/** Issues as rows of a table: their words only where they were asked for. */

import type { ExportedIssue, ExportIssuesOutcome } from '../../app/issue/export-issues.use-case';
import type { IssueAnswer } from '../../domain/issue/issue';
import { type Catalogue, catalogueFor } from '../../text/catalogue';
import type { IssueRow } from './issue-row.schema';

type Exported = Extract<ExportIssuesOutcome, { readonly outcome: 'exported' }>;

export function issueRows({ programme, issues }: Exported, isWithWords: boolean): readonly IssueRow[] {
  const text = catalogueFor(programme.timeZone);
  return issues.map((exported) => ({
    ...rowOf(exported, text),
    programmeId: programme.id,
    isSynthetic: programme.isSynthetic,
    words: isWithWords ? exported.issue.text : null,
  }));
}

function rowOf(exported: ExportedIssue, text: Catalogue) {
  const { issue, siteGroupName, support, waits, waitingDays, isOld, daysTo } = exported;
  const { fix, hazard } = issue;
  return {
    issueId: issue.issueId,
    externalRef: issue.externalRef ?? null,
    status: issue.status,
    category: issue.category,
    siteGroup: siteGroupName,
    effect: issue.effect,
    title: issue.publishedTitle ?? null,
    support,
    hazard: hazard?.status ?? null,
    isBlocker: issue.blocker !== undefined,
    raisedOn: issue.raisedOn,
    waitsWorkingDays: waits ? waitingDays : null,
    isOld,
    fixOwner: fix?.ownerName ?? null,
    fixDueOn: fix?.dueOn ?? null,
    fixDoneOn: fix?.doneOn ?? null,
    answers: issue.answers.map((answer) => answerInWords(answer, text)).join('\n'),
    daysToAcknowledged: daysTo.acknowledged ?? null,
    daysToDecided: daysTo.decided ?? null,
    daysToTold: daysTo.told ?? null,
    daysToConfirmed: daysTo.confirmed ?? null,
    timesReopened: issue.reopenings.length,
    mergedInto: issue.mergedInto ?? null,
  };
}

function answerInWords({ on, kind, words, byName, decision }: IssueAnswer, { triage }: Catalogue): string {
  const option = decision?.option ? ` ${decision.option}.` : '';
  return `${on} ${triage.answers[kind]}:${option} ${words} (${byName})`;
}
