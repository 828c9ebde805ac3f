/** A person concerned says whether an answer helped: a no opens the issue again, and nothing tells who said what. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Concern } from '../../domain/issue/concern';
import type { Issue } from '../../domain/issue/issue';
import { answerInQuestion, type NoOutcome, reopenIssue } from '../../domain/issue/reopen-issue';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { concernsPk } from '../documents';
import { changeRecord } from '../records';
import { type OwnIssue, readOwnIssue } from './read-own-issue';

export interface SayHelpedCommand {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  readonly personId: PersonId;
  /** The number of the answer on the card. */
  readonly answer: number;
  readonly verdict: 'yes' | 'no';
  /** As typed; only with a no. */
  readonly words: string;
}

export type SayHelpedOutcome =
  | { readonly outcome: 'notConcerned' | 'helped' }
  | { readonly outcome: Exclude<NoOutcome['outcome'], 'reopened' | 'openAlready'> }
  | { readonly outcome: 'reopened' | 'openAlready'; readonly masked: readonly MaskedKind[] };

/** @throws UnavailableError, possibly after it was recorded: saying it again changes nothing. */
export async function sayHelped(context: AppContext, command: SayHelpedCommand): Promise<SayHelpedOutcome> {
  const { programmeId, issueId, personId, answer, verdict } = command;
  const own = await readOwnIssue(context, { programmeId, issueId }, personId);
  if (!own) return { outcome: 'notConcerned' };
  if (own.issue.issueId !== issueId) return { outcome: 'outOfDate' };
  if (verdict === 'yes') {
    if (answerInQuestion(own.issue)?.number !== answer) return { outcome: 'outOfDate' };
    return (await noteVerdict(context, own.concern, { answer, verdict }))
      ? { outcome: 'helped' }
      : { outcome: 'over' };
  }
  const said = await sayNo(context, own, command);
  if (said.outcome === 'reopened' || said.outcome === 'openAlready') {
    await noteVerdict(context, own.concern, { answer, verdict });
  }
  return said;
}

async function sayNo(
  context: AppContext,
  { programme, concern }: OwnIssue,
  { programmeId, issueId, answer, words: typed }: SayHelpedCommand,
): Promise<SayHelpedOutcome> {
  const { text: words, kinds: masked } = maskText(typed, programme.hospitalNumber);
  const outcome = await changeRecord(
    context.store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: SayHelpedOutcome; next?: Issue } => {
      const said = reopenIssue(issue, {
        key: concern.concernKey,
        answer,
        words,
        now: context.clock.now(),
      });
      if (said.outcome !== 'reopened' && said.outcome !== 'openAlready') return { outcome: said };
      const { outcome, next } = said;
      return { outcome: { outcome, masked }, ...(next ? { next } : {}) };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'notConcerned' };
}

/** The latest they said counts. False where it is forgotten by now whom the issue concerned. */
async function noteVerdict(
  { store }: AppContext,
  { programmeId, concernKey }: Concern,
  helped: NonNullable<Concern['helped']>,
): Promise<boolean> {
  const noted = await changeRecord(store, 'concern', concernsPk(programmeId), concernKey, (current) => ({
    outcome: true,
    next: { ...current, helped },
  }));
  return noted ?? false;
}
