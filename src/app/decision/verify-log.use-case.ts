/** Checks a programme's decision log against itself, the heads that its own cards show, and heads that were kept. */

import {
  type ChainHead,
  type ChainVerdict,
  type StoredEntry,
  verifyChain,
} from '../../domain/decision/verify-chain';
import type { ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { type DocumentOf, documentOf } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { listRecords } from '../records';
import { loggedContentOf } from './logged-content';

export type VerifyLogOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | ({ readonly outcome: 'intact' | 'broken' } & ChainVerdict);

export async function verifyLog(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  query: { readonly programmeId: ProgrammeId; readonly heads?: readonly ChainHead[] },
): Promise<VerifyLogOutcome> {
  const { programmeId, heads = [] } = query;
  if (!(await findProgramme(store, programmeId))) return { outcome: 'noSuchProgramme' };
  // Before the log: what is decided meanwhile is then in the log and need not be on a card yet.
  const shown = await headsOnCards({ store }, programmeId);
  const entries: StoredEntry[] = [];
  for await (const { document } of listRecords(store, 'decision', programmeId)) {
    entries.push(storedEntryOf(document));
  }
  const verdict = verifyChain(entries, (content) => keys.chainMac(content), [...heads, ...shown]);
  return { outcome: verdict.problems.length === 0 ? 'intact' : 'broken', ...verdict };
}

function storedEntryOf(document: DocumentOf<'decision'>): StoredEntry {
  const entry = loggedContentOf(document);
  const own = documentOf('decision', entry);
  const [, digits = ''] = /^decision:(\d{8,})$/.exec(document.id) ?? [];
  return {
    place: digits === '' ? Number.NaN : Number(digits),
    entry,
    isFiledRight:
      own.id === document.id && own.pk === document.pk && own.schemaVersion === document.schemaVersion,
  };
}

/** Where escalations, gates and design reviews say that their decisions stand in the log. */
async function headsOnCards(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = [];
  for await (const { document } of listRecords(store, 'escalation', programmeId)) {
    const { decision, earlierDecisions } = document;
    for (const { logged } of [...earlierDecisions, ...(decision ? [decision] : [])]) {
      if (logged) heads.push(logged);
    }
  }
  for await (const { document } of listRecords(store, 'gate', programmeId)) {
    for (const { logged } of document.decisions) if (logged) heads.push(logged);
  }
  for await (const { document } of listRecords(store, 'review', programmeId)) {
    const { decision, earlierDecisions } = document;
    for (const { logged } of [...earlierDecisions, ...(decision ? [decision] : [])]) {
      if (logged) heads.push(logged);
    }
  }
  return heads;
}
