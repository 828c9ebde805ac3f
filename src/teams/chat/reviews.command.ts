/** "new review", "reviews" and "stale decisions". */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { type OwnProgramme, programmeLedBy, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { newReviewReply } from '../verbs/review-reply';
import { reviewsReply } from '../verbs/reviews-reply';

export const newReviewCommand = defineChatCommand({
  name: 'new-review',
  pattern: /^(?:new|set up|create|start)(?: an?)? (?:design )?review[.!]?$/i,
  async handle(edge, { actor }) {
    const programme = await programmeLedBy(edge.app, actor, leadRoles);
    return programme
      ? newReviewReply(edge, actor, programme)
      : messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  },
});

export const reviewsCommand = defineChatCommand({
  name: 'reviews',
  pattern: /^(?:show )?(?:the |all |my )?(?:design )?reviews[.?]?$/i,
  handle: (edge, { actor }) =>
    forRoleHolder(edge, actor, (own) => reviewsReply(edge, actor, own, { only: 'all' })),
});

export const staleDecisionsCommand = defineChatCommand({
  name: 'stale-decisions',
  pattern: /^(?:show )?(?:the |all )?(?:stale (?:decisions|reviews)|(?:decisions )?to be confirmed)[.?]?$/i,
  handle: (edge, { actor }) =>
    forRoleHolder(edge, actor, (own) => reviewsReply(edge, actor, own, { only: 'stale' })),
});

/** The first programme in which the person holds any role; staff without one are told that this is for others. */
async function forRoleHolder(
  edge: EdgeContext,
  actor: Actor,
  reply: (own: OwnProgramme) => Promise<Message>,
): Promise<Message> {
  const own = (await programmesOf(edge.app, actor)).find(({ roles }) => roles.length > 0);
  return own ? reply(own) : messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
}
