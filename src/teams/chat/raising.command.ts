/** "raise", with or without the words themselves, and "my issues". */

import { defineChatCommand } from '../chat-command';
import { draftOf } from '../verbs/issue-draft-fields';
import { myIssuesReply } from '../verbs/my-issues-reply';
import { startReply } from '../verbs/raise-reply';

export const raiseCommand = defineChatCommand({
  name: 'raise',
  isConfidential: true,
  pattern:
    /^(?:(?:i want to |i would like to )?(?:raise|report)(?: an?| my)? (?:issue|problem|concern)s?|raise|new issue|issue)(?:[.!]|(?::| -)? (.+))?$/i,
  /** What was typed with it stays in the chat; the card says so, and holds the words for review. */
  handle: (edge, { actor, match }) =>
    startReply(edge, actor, { draft: draftOf({ text: match[1] ?? '' }, edge.app.newId) }),
});

export const myIssuesCommand = defineChatCommand({
  name: 'my-issues',
  isConfidential: true,
  pattern: /^(?:show )?(?:my issues?|what i raised)[.!?]?$/i,
  handle: (edge, { actor }) => myIssuesReply(edge, actor),
});
