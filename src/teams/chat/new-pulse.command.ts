/** "new pulse": sets one up, a step at a time, or goes on with a draft. */

import { defineChatCommand } from '../chat-command';
import { startReply } from '../verbs/pulse-setup-reply';

export const newPulseCommand = defineChatCommand({
  name: 'new-pulse',
  pattern: /^(?:new|set up|create|start)(?: an?)?(?: new)? pulse[.!]?$/i,
  handle: (edge, { actor }) => startReply(edge, actor),
});
