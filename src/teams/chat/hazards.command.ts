/** "hazards": the open ones with their age and who has them, for those whose task they are. */

import { listOpenHazards } from '../../app/hazard/open-hazards';
import { hazardRoles } from '../../app/hazard/settle-hazard.use-case';
import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { siteForReading } from '../../app/programme/site-for-reading';
import { hazardListCard } from '../../cards/hazard-list.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { safetyRoles } from '../../domain/issue/alert-hazard';
import { isUnsettledHazard } from '../../domain/issue/hazard';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { hazardReply } from '../verbs/hazard-reply';

/** A card has 28 KB. */
const mostListed = 12;
/** A new window shows these at once; the list has the others. */
const mostWaiting = 5;

export const hazardsCommand = defineChatCommand({
  name: 'hazards',
  pattern: /^((show |list )?(the |all |open )?hazards)$/i,
  async handle(edge, { actor }) {
    const own = await programmesOf(edge.app, actor);
    const first = own.find(({ roles }) => roles.some((role) => hazardRoles.includes(role)));
    if (!first) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    const { programme } = first;
    const open = await listOpenHazards(edge.app, programme.id);
    const hazards = await Promise.all(
      open.slice(0, mostListed).map(async (issue) => ({
        issue,
        place: await siteForReading(edge.app, programme, issue.site),
      })),
    );
    const more = Math.max(0, open.length - mostListed);
    const view = { programme, hazards, more, now: edge.app.clock.now() };
    return messageOf(hazardListCard, view, frameOf(edge, actor, programme));
  },
});

/** For a safety officer who opens the chat: what nobody has acknowledged yet. */
export async function waitingHazardMessages(
  edge: EdgeContext,
  actor: Actor,
  own: readonly OwnProgramme[],
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (const { programme, roles } of own) {
    if (!roles.some((role) => safetyRoles.includes(role))) continue;
    const waiting = (await listOpenHazards(edge.app, programme.id)).filter(isUnsettledHazard);
    for (const { issueId, programmeId } of waiting.slice(0, mostWaiting)) {
      messages.push(await hazardReply(edge, actor, { programmeId, issueId }));
    }
  }
  return messages;
}
