/** "help": what the bot understands, for the roles the reader holds. */

import { championIn } from '../../app/assist/championed-by';
import { programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { helpCard } from '../../cards/help.card';
import { messageOf } from '../../cards/messages/message';
import { type ChatCommand, defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export const helpCommand = defineChatCommand({
  name: 'help',
  pattern: /^(help|hello|hi|\?|menu|commands)$/i,
  handle: (edge, { actor }) => helpReply(edge, actor, false),
});

/** Anything else gets the same list, and the truth that it was not understood. */
export const notUnderstood: Omit<ChatCommand, 'pattern'> = {
  name: 'not-understood',
  handle: (edge, { actor }) => helpReply(edge, actor, true),
};

export async function helpReply(edge: EdgeContext, actor: Actor, isNotUnderstood: boolean): Promise<Message> {
  const own = await programmesOf(edge.app, actor);
  const roles = own.flatMap((one) => one.roles);
  const first = own[0]?.programme;
  const frame = first ? frameOf(edge, actor, first) : plainFrame(edge);
  const isChampion = own.some(({ programme }) => championIn(programme, actor) !== undefined);
  const view = { ...(first ? { programme: first } : {}), roles, isChampion, isNotUnderstood };
  return messageOf(helpCard, view, frame);
}
