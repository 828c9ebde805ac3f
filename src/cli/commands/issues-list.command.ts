/** `soundings issues list`: the issues of a programme and where each stands, without anybody's words. */

import type { Command } from 'commander';
import { type ExportedIssue, exportIssues } from '../../app/issue/export-issues.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { issueRows } from '../export/issue-rows';
import { done, refused } from '../report';
import { withContext } from '../with-context';

export function addIssuesList(issues: Command, act: Act): void {
  issues
    .command('list')
    .requiredOption('--programme <id>', 'the programme')
    .description('the issues, those that wait first, and where each stands')
    .action(({ programme }: { readonly programme: string }) =>
      act(async (cli) => {
        const programmeId = asId<ProgrammeId>(programme);
        const result = await withContext(cli, (context) => exportIssues(context, programmeId));
        if (result.outcome === 'noSuchProgramme') {
          return refused({ ...result, programmeId }, `${programme}: there is no such programme.`);
        }
        const json = { outcome: 'listed', programmeId, issues: issueRows(result, false) };
        if (result.issues.length === 0) return done(json, `${programme}: no issue yet`);
        return done(json, ...result.issues.map(describe));
      }),
    );
}

function describe({ issue, siteGroupName, waits, waitingDays, isOld }: ExportedIssue): string {
  const { bank, triage, format } = catalogueFor('Europe/London');
  const { issueId, category, status, externalRef, publishedTitle, raisedOn } = issue;
  return [
    `${issueId}: ${publishedTitle ?? bank.themes[category]}`,
    siteGroupName,
    waits
      ? `waits for the lead, ${format.plural(waitingDays, 'working day', 'working days')}${isOld ? ', older than promised' : ''}`
      : triage.statuses[status].toLowerCase(),
    `raised on ${raisedOn}`,
    ...(externalRef ? [externalRef] : []),
  ].join(' · ');
}
