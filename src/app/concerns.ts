/** Whom an issue concerns: sealed recipients, found for one person by recomputing their key. */

import type { IssueId, PersonId, ProgrammeId } from '../domain/ids';
import type { Concern } from '../domain/issue/concern';
import type { AppContext } from './context';
import { concernsPk, type DocumentOf } from './documents';
import type { Recipient } from './ports/keys';
import { ensureRecord, listRecords, readRecord } from './records';

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
 * now on, not what was said before. */
export async function createConcern(
  context: Pick<AppContext, 'store' | 'keys'>,
  { part, recipient, ...place }: NewConcern,
): Promise<'created' | 'existed'> {
  const { store, keys } = context;
  const issue = await readIssue(context, place);
  return ensureRecord(store, 'concern', {
    ...place,
    concernKey: keys.concernKeyOf(place.issueId, recipient.personId),
    part,
    recipient: keys.sealRecipient(place.issueId, recipient),
    told: issue?.messages.length ?? 0,
  });
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

/** How many added their voice, the raiser not counted. Shown through `supportLevelOf` alone. */
export async function supportersOf(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  issueId: IssueId,
): Promise<number> {
  let supporters = 0;
  for await (const { document } of listRecords(store, 'concern', concernsPk(programmeId), { issueId })) {
    if (document.part === 'supporter') supporters += 1;
  }
  return supporters;
}
