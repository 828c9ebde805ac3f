/** Whom an issue concerns: sealed recipients, found for one person by recomputing their key. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Concern } from '../../domain/issue/concern';
import type { ConcernKey } from '../../domain/issue/issue';
import type { AppContext } from '../context';
import { concernsPk, type DocumentOf } from '../documents';
import type { Recipient } from '../ports/keys';
import type { Versioned } from '../ports/store';
import { ensureRecord, listRecords, readRecord } from '../records';

export interface IssuePlace {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
}

export async function readIssue(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, issueId }: IssuePlace,
): Promise<DocumentOf<'issue'> | undefined> {
  return (await readRecord(store, 'issue', programmeId, issueId))?.document;
}

export interface NewConcern extends IssuePlace {
  readonly part: Concern['part'];
  readonly recipient: Recipient;
}

/** Notes, sealed, that the issue concerns this person; a second time changes nothing. They are told what is said from
 * now on, not what was said before. Of an issue that was merged, or is being merged just now, it is noted where that
 * one goes on. */
export async function createConcern(
  context: Pick<AppContext, 'store' | 'keys'>,
  { part, recipient, ...place }: NewConcern,
): Promise<'created' | 'existed'> {
  const { store, keys } = context;
  const goesOn = await whereItGoesOn(context, place);
  const concernKey = keys.concernKeyOf(goesOn.issueId, recipient.personId);
  const outcome = await ensureRecord(store, 'concern', {
    programmeId: place.programmeId,
    issueId: goesOn.issueId,
    concernKey,
    part,
    recipient: keys.sealRecipient(goesOn.issueId, recipient),
    told: goesOn.issue?.messages.length ?? 0,
  });
  const now = await whereItGoesOn(context, { ...place, issueId: goesOn.issueId });
  if (now.issueId === goesOn.issueId) return outcome;
  const moved = await createConcern(context, { ...place, issueId: now.issueId, part, recipient });
  await store.delete('responses', concernsPk(place.programmeId), concernKey);
  return moved;
}

/** A chain of mergers is followed; one that leads back to itself is not possible, and would end here. */
const longestChain = 20;

/** The issue itself or, where it was merged, the one in which it goes on. */
export async function whereItGoesOn(
  context: Pick<AppContext, 'store'>,
  { programmeId, issueId }: IssuePlace,
): Promise<{ readonly issueId: IssueId; readonly issue?: DocumentOf<'issue'> }> {
  let [at, issue] = [issueId, await readIssue(context, { programmeId, issueId })];
  for (let merged = 1; issue?.mergedInto && merged <= longestChain; merged += 1) {
    at = issue.mergedInto;
    issue = await readIssue(context, { programmeId, issueId: at });
  }
  return { issueId: at, ...(issue ? { issue } : {}) };
}

/** This person's part in this issue, or undefined. */
export async function concernOf(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  programmeId: ProgrammeId,
  issueId: IssueId,
  personId: PersonId,
): Promise<DocumentOf<'concern'> | undefined> {
  const key = keys.concernKeyOf(issueId, personId);
  return (await readRecord(store, 'concern', concernsPk(programmeId), key))?.document;
}

/** Everything this person has a part in, in no order that says when. */
export async function findOwnConcerns(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<readonly Concern[]> {
  const own: Concern[] = [];
  for await (const { document } of listRecords(store, 'concern', concernsPk(programmeId))) {
    if (keys.concernKeyOf(document.issueId, personId) === document.concernKey) own.push(document);
  }
  return own;
}

/** Everybody an issue concerns, sealed, in the order of their keys, which says nothing. */
export function concernsOf(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, issueId }: IssuePlace,
  options?: { readonly afterId?: string; readonly pageSize?: number },
): AsyncGenerator<Versioned<DocumentOf<'concern'>>> {
  return listRecords(store, 'concern', concernsPk(programmeId), { issueId }, options);
}

/** How many added their voice, the raiser not counted. Shown through `supportLevelOf` alone. */
export async function supportersOf(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  issueId: IssueId,
): Promise<number> {
  let supporters = 0;
  for await (const { document } of concernsOf({ store }, { programmeId, issueId })) {
    if (document.part === 'supporter') supporters += 1;
  }
  return supporters;
}

/** Under which key the raiser is asked; undefined once it is forgotten who that was. */
export async function raiserKeyOf(
  context: Pick<AppContext, 'store'>,
  place: IssuePlace,
): Promise<ConcernKey | undefined> {
  for await (const { document } of concernsOf(context, place)) {
    if (document.part === 'raiser') return document.concernKey;
  }
  return undefined;
}
