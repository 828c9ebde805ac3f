/** "help": what the bot understands, for the roles the reader holds. */

import { championIn } from '../../app/assist/championed-by';
import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { helpCard } from '../../cards/help.card';
import { messageOf } from '../../cards/messages/message';
import { type ChatCommand, defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export const helpCommand = defineChatCommand({
  name: 'help',
  pattern: /^(help|hello|hi|\?|menu|commands)$/i,
  handle: async (edge, { actor }) => helpReply(edge, actor, await programmesOf(edge.app, actor)),
});

/** Anything else gets the same list, and the truth that it was not understood. */
export const notUnderstood: Omit<ChatCommand, 'pattern'> = {
  name: 'not-understood',
  handle: async (edge, { actor }) => helpReply(edge, actor, await programmesOf(edge.app, actor), true),
};

export function helpReply(
  edge: EdgeContext,
  actor: Actor,
  own: readonly OwnProgramme[],
  isNotUnderstood = false,
): Message {
  const roles = own.flatMap((one) => one.roles);
  const first = own[0]?.programme;
  const frame = first ? frameOf(edge, actor, first) : plainFrame(edge);
  const isChampion = own.some(({ programme }) => championIn(programme, actor) !== undefined);
  const view = { ...(first ? { programme: first } : {}), roles, isChampion, isNotUnderstood };
  return messageOf(helpCard, view, frame);
}
