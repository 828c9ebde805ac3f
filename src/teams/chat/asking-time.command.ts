/** "when suits me": the person chooses when they are written to. */

import { defineChatCommand } from '../chat-command';
import { askingTimeReply } from '../verbs/asking-time-reply';

export const askingTimeCommand = defineChatCommand({
  name: 'asking-time',
  pattern: /^(when (suits|would suit) (me|you)|when|quiet hours|my (times?|hours))[.!?]?$/i,
  handle: (edge, { actor }) => askingTimeReply(edge, actor),
});
