/** The confidence scores that may be read, in an order that people can follow. */

import { type GroupKind, oneWayKinds } from '../../domain/disclosure/release';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import type { ConfidenceScore } from '../../domain/score/confidence-score';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { listRecords } from '../records';

export type ExportConfidenceOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | { readonly outcome: 'exported'; readonly scores: readonly ConfidenceScore[] };

const kinds: readonly GroupKind[] = ['total', 'siteGroup', 'staffFamily', 'atom', ...oneWayKinds];

/** Only waves whose scores are all written. Oldest wave first; within a wave the question, then the total, the site
 * groups, the staff families, the atoms and the one-way margins. */
export async function exportConfidence(
  { store }: Pick<AppContext, 'store'>,
  query: { readonly programmeId: ProgrammeId; readonly waveId?: WaveId },
): Promise<ExportConfidenceOutcome> {
  if (!(await findProgramme(store, query.programmeId))) return { outcome: 'noSuchProgramme' };
  const where = query.waveId ? { waveId: query.waveId } : undefined;
  const scores: ConfidenceScore[] = [];
  for await (const { document } of listRecords(store, 'confidenceScore', query.programmeId, where)) {
    if (document.visible) scores.push(contentOf(document));
  }
  return { outcome: 'exported', scores: scores.sort(byReadingOrder) };
}

type Stored = ConfidenceScore & { readonly id?: string; readonly pk?: string; readonly type?: string };

/** Without the places and versions of the store, which mean nothing to an analyst. */
function contentOf(document: Stored & { readonly schemaVersion?: number }): ConfidenceScore {
  const { id: _id, pk: _pk, type: _type, schemaVersion: _schemaVersion, ...content } = document;
  return content;
}

function byReadingOrder(a: ConfidenceScore, b: ConfidenceScore): number {
  return (
    compare(a.releasedAt, b.releasedAt) ||
    compare(a.waveId, b.waveId) ||
    compare(a.questionId, b.questionId) ||
    kinds.indexOf(a.groupKind) - kinds.indexOf(b.groupKind) ||
    compare(a.groupName, b.groupName) ||
    compare(a.groupId, b.groupId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
