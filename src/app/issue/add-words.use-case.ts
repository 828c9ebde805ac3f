/** A person concerned says something to the programme: masked, in their own thread, without their name. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import { addWords as decide, type WordsOutcome } from '../../domain/issue/add-words';
import type { Issue } from '../../domain/issue/issue';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { changeRecord } from '../records';
import { readOwnIssue } from './read-own-issue';

export interface AddWordsCommand {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  readonly personId: PersonId;
  /** As typed. */
  readonly words: string;
  /** How many entries their thread had on the card they wrote on. */
  readonly seen: number;
}

export type AddWordsOutcome =
  | { readonly outcome: 'notConcerned' }
  | Exclude<WordsOutcome, { outcome: 'added' }>
  | { readonly outcome: 'added'; readonly masked: readonly MaskedKind[] };

/** @throws UnavailableError, possibly after the words were kept: saying the same again adds nothing. */
export async function addWords(context: AppContext, command: AddWordsCommand): Promise<AddWordsOutcome> {
  const { programmeId, issueId, personId, seen } = command;
  const own = await readOwnIssue(context, { programmeId, issueId }, personId);
  if (!own) return { outcome: 'notConcerned' };
  // The card was of the issue as it was before it was merged.
  if (own.issue.issueId !== issueId) return { outcome: 'outOfDate' };
  const key = own.concern.concernKey;
  const { text: words, kinds: masked } = maskText(command.words, own.programme.hospitalNumber);
  const outcome = await changeRecord(
    context.store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: AddWordsOutcome; next?: Issue } => {
      const added = decide(issue, { key, words, seen, now: context.clock.now() });
      return added.outcome === 'added'
        ? { outcome: { outcome: 'added', masked }, next: added.next }
        : { outcome: added };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'notConcerned' };
}
