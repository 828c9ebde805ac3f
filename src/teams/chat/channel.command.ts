/** "link channel", typed to the bot in a channel by a lead: what comes of published issues is posted there. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { linkChannel, unlinkChannel } from '../../app/issue/link-channel.use-case';
import { programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { Programme } from '../../domain/programme/programme';
import { type ChatRequest, defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { EdgeContext } from '../verb';

export const linkChannelCommand = defineChatCommand({
  name: 'linkChannel',
  pattern: /^link (?:this )?channel(?: ([a-z0-9-]+))?$/i,
  handle: (edge, request) =>
    forLead(edge, request, async ({ id: programmeId }) => {
      const { conversationId, serviceUrl } = request.actor;
      // Without the message in the channel that it answers: each post begins a conversation of its own.
      const [channelId = conversationId] = conversationId.split(';');
      await linkChannel(edge.app, { programmeId, conversationId: channelId, serviceUrl });
      return 'channelLinked';
    }),
});

export const unlinkChannelCommand = defineChatCommand({
  name: 'unlinkChannel',
  pattern: /^unlink (?:this )?channel(?: ([a-z0-9-]+))?$/i,
  handle: (edge, request) =>
    forLead(edge, request, async ({ id }) => {
      await unlinkChannel(edge.app, id);
      return 'channelUnlinked';
    }),
});

/** Whoever leads several programmes names one by its id; otherwise it is the first. */
async function forLead(
  edge: EdgeContext,
  { actor, match }: ChatRequest,
  act: (programme: Programme) => Promise<'channelLinked' | 'channelUnlinked'>,
): Promise<Message> {
  const named = match[1]?.toLowerCase();
  const own = await programmesOf(edge.app, actor);
  const led = own.filter(({ roles }) => roles.some((role) => leadRoles.includes(role)));
  const found = named ? led.find(({ programme }) => programme.id === named) : led[0];
  if (!found) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  const kind = await act(found.programme);
  return messageOf(noticeCard, { kind }, frameOf(edge, actor, found.programme));
}
