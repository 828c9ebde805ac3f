/** "stop asking me" and "ask me again", typed instead of tapped. */

import { defineChatCommand } from '../chat-command';
import { changeAskingReply } from '../verbs/changing-asking';

export const stopAskingCommand = defineChatCommand({
  name: 'stop-asking',
  pattern: /^(stop asking( me)?|stop|unsubscribe)[.!]?$/i,
  handle: (edge, { actor }) => changeAskingReply(edge, actor, true),
});

export const askAgainCommand = defineChatCommand({
  name: 'ask-again',
  pattern: /^(ask me again|start asking( me)?|resume)[.!]?$/i,
  handle: (edge, { actor }) => changeAskingReply(edge, actor, false),
});
