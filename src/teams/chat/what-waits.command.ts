/** "what waits for me": everything that waits, oldest deadline first; and what greets whoever opens the chat. */

import type { OwnProgramme } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { defineChatCommand } from '../chat-command';
import type { Actor, EdgeContext } from '../verb';
import { deskItemReply, waitingIn, whatWaitsReply } from '../verbs/desk-reply';

export const whatWaitsCommand = defineChatCommand({
  name: 'what-waits',
  pattern: /^(what(?:’s|'s| is)? (?:waits|waiting)(?: for me)?|waiting|my decisions)[?.!]?$/i,
  handle: (edge, { actor }) => whatWaitsReply(edge, actor),
});

/** One thing is shown as it is, several as a list. */
export async function waitingMessages(
  edge: EdgeContext,
  actor: Actor,
  own: readonly OwnProgramme[],
): Promise<readonly Message[]> {
  const withRole = own.filter(({ roles }) => roles.length > 0);
  const [only, ...others] = await waitingIn(edge, withRole, actor);
  if (!only) return [];
  const { programmeId } = only;
  return [
    others.length > 0 || only.kind === 'issue'
      ? await whatWaitsReply(edge, actor)
      : await deskItemReply(edge, actor, programmeId, only),
  ];
}
