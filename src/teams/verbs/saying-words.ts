/** What answering the programme and saying something unasked have in common. */

import { z } from 'zod';
import { type AddWordsOutcome, addWords } from '../../app/issue/add-words.use-case';
import { ConflictError, UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import type { IssueId } from '../../domain/ids';
import type { Actor, EdgeContext } from '../verb';
import { type ConcernedSaid, concernedReply } from './concerned-reply';
import { idField, subject } from './subject';

export const wordsSchema = z.object({
  ...subject,
  issueId: idField<IssueId>(),
  seen: z.number().int().min(0).max(10_000),
  words: z.string().max(20_000).optional(),
});

export async function sayWords(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, issueId, seen, words = '' }: z.output<typeof wordsSchema>,
): Promise<Message> {
  let said: ConcernedSaid;
  try {
    const { personId } = actor;
    said = saidOf(await addWords(edge.app, { programmeId, issueId, personId, words, seen }), words);
  } catch (error) {
    if (!isUnclear(error)) throw error;
    said = { notice: 'notConfirmed', typed: words };
  }
  return concernedReply(edge, actor, { programmeId, issueId }, said);
}

function saidOf(result: AddWordsOutcome, typed: string): ConcernedSaid {
  switch (result.outcome) {
    case 'added':
      return { notice: 'wordsSent', masked: result.masked };
    case 'addedBefore':
      return { notice: 'wordsSent' };
    case 'outOfDate':
      return { notice: 'wordsOutOfDate', typed };
    case 'empty':
      return { notice: 'wordsEmpty' };
    case 'tooLong':
      return { notice: 'wordsTooLong', typed };
    case 'full':
      return { notice: 'wordsFull', typed };
    case 'over':
      return { notice: 'over', typed };
    case 'notConcerned':
      return {};
  }
}

/** It may or may not have been recorded; many people at once may have spoken on one issue. */
export function isUnclear(error: unknown): boolean {
  return error instanceof UnavailableError || error instanceof ConflictError;
}
