/** The lead says of an issue that it could harm a patient; the card answers where it stands then. */

import { markAsHazard } from '../../app/hazard/mark-hazard.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import type { TriageSaid } from '../../cards/messages/issue-message';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import type { Actor, EdgeContext } from '../verb';
import { triageReply } from './triage-reply';

/** @param typed what stood in the other inputs of the card: it is given back. */
export async function markHazardReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, issueId }: { readonly programmeId: ProgrammeId; readonly issueId: IssueId },
  typed: Readonly<Record<string, string>>,
): Promise<Message> {
  const { personId } = actor;
  let notice: TriageSaid['notice'];
  try {
    const outcome = await markAsHazard(edge.app, { programmeId, issueId, personId });
    notice = outcome === 'marked' || outcome === 'alreadyOpen' ? 'hazardMarked' : 'notPossible';
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    notice = 'notConfirmed';
  }
  return triageReply(edge, actor, { programmeId, issueId }, { notice, typed });
}
