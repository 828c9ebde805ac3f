/** The whole decision log with what its pseudonyms, issues and later entries say about it, oldest first. */

import { type DecisionLogEntry, isOnEscalation } from '../../domain/decision/decision';
import { replacedBy } from '../../domain/decision/replaced-by';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { Names } from '../people/person-names';
import { findProgramme } from '../programme/find-programme';
import { readRecord } from '../records';
import { namesBehind, readLog } from './read-decisions';

export interface ExportedDecision {
  readonly entry: DecisionLogEntry;
  /** The numbers of the issues it came of in the programme's own RAID log. */
  readonly externalRefs: readonly string[];
  readonly replacedBy?: number;
  readonly replaces?: number;
}

export type ExportDecisionsOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | {
      readonly outcome: 'exported';
      readonly programme: Programme;
      readonly decisions: readonly ExportedDecision[];
      /** By pseudonym; whoever was erased is not among them. */
      readonly names: Names;
    };

export async function exportDecisions(
  context: Pick<AppContext, 'store' | 'keys'>,
  { programmeId }: { readonly programmeId: ProgrammeId },
): Promise<ExportDecisionsOutcome> {
  const programme = await findProgramme(context.store, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const entries = await readLog(context, programme);
  const replaced = replacedBy(entries);
  const decisions: ExportedDecision[] = [];
  for (const entry of entries) {
    const by = replaced.get(entry.decisionId)?.seq;
    const replaces = entries.find(({ decisionId }) => replaced.get(decisionId)?.seq === entry.seq)?.seq;
    decisions.push({
      entry,
      externalRefs: await externalRefsOf(context, entry),
      ...(by === undefined ? {} : { replacedBy: by }),
      ...(replaces === undefined ? {} : { replaces }),
    });
  }
  return { outcome: 'exported', programme, decisions, names: await namesBehind(context, programme) };
}

async function externalRefsOf(
  { store }: Pick<AppContext, 'store'>,
  entry: DecisionLogEntry,
): Promise<readonly string[]> {
  const refs: string[] = [];
  for (const issueId of issuesOf(entry)) {
    const issue = await readRecord(store, 'issue', entry.programmeId, issueId);
    if (issue?.document.externalRef) refs.push(issue.document.externalRef);
  }
  return refs;
}

function issuesOf(entry: DecisionLogEntry): readonly IssueId[] {
  if (!isOnEscalation(entry)) return [];
  const { source, facts = [] } = entry;
  const ids = [
    ...(source?.kind === 'issue' ? [source.issueId] : []),
    ...facts.flatMap((fact) => (fact.kind === 'issue' ? [fact.issueId] : [])),
  ];
  return [...new Set(ids)];
}
