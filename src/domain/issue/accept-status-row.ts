/** Takes a row of the programme's own RAID log: which issue it is about, and what became of it there. */

import { asId, type IssueId } from '../ids';
import type { Day } from '../instant';

/** What a row can say; blank only gives an issue its reference. */
export const importedStatuses = ['fix planned', 'fixed', 'not now'] as const;
export type ImportedStatus = (typeof importedStatuses)[number];

/** As the file has it: cells, untouched. */
export interface StatusRow {
  readonly ref: string;
  readonly status: string;
  readonly note: string;
  readonly issueId?: string;
  readonly due?: string;
}

export interface StatusChange {
  readonly ref: string;
  readonly issueId?: IssueId;
  readonly status?: ImportedStatus;
  readonly note: string;
  readonly due?: Day;
}

export type StatusRowOutcome =
  | { readonly outcome: 'accepted'; readonly change: StatusChange }
  | { readonly outcome: 'refused'; readonly reasons: readonly string[] };

const longestRef = 100;
const longestNote = 1_000;

export function acceptStatusRow(row: StatusRow): StatusRowOutcome {
  const ref = row.ref.trim();
  const note = row.note.trim();
  const issueId = row.issueId?.trim();
  const due = row.due?.trim();
  const typed = row.status
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const status = importedStatuses.find((one) => one === typed);
  const reasons = [
    ref === '' ? 'ref is empty: give the number of the issue in your log' : undefined,
    ref.length > longestRef ? `ref is longer than ${longestRef} letters` : undefined,
    typed !== '' && !status
      ? `status "${typed.slice(0, 40)}" is not known: use ${importedStatuses.join(', ')}, or leave it empty`
      : undefined,
    typed === '' && !issueId ? 'status is empty and there is no issue_id: the row says nothing' : undefined,
    status && note === '' ? 'note is empty: the people concerned read it' : undefined,
    note.length > longestNote ? `note is longer than ${longestNote} letters` : undefined,
    due && !isDay(due) ? `due "${due.slice(0, 40)}" is not a day: write it as 2026-11-24` : undefined,
    status === 'fix planned' && !due ? 'due is empty: a planned fix needs its day' : undefined,
  ].filter((reason) => reason !== undefined);
  if (reasons.length > 0) return { outcome: 'refused', reasons };
  return {
    outcome: 'accepted',
    change: {
      ref,
      note,
      ...(issueId ? { issueId: asId<IssueId>(issueId) } : {}),
      ...(status ? { status } : {}),
      ...(due ? { due: due as Day } : {}),
    },
  };
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
