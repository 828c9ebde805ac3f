/** "assist": a champion lends their device to a colleague without Teams. */

import { championedBy } from '../../app/assist/championed-by';
import { defineChatCommand } from '../chat-command';
import { assistStartReply, notAChampionReply } from '../verbs/assist-reply';

export const assistCommand = defineChatCommand({
  name: 'assist',
  pattern: /^assist[.!]?$/i,
  // What follows may be somebody's answer.
  isConfidential: true,
  async handle(edge, { actor }) {
    const [first] = await championedBy(edge.app, actor);
    return first ? assistStartReply(edge, actor, first.programme) : notAChampionReply(edge);
  },
});
