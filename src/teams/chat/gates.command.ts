/** "gate" and "gates": the next gate as its reader may see it, or the list where there are several. */

import { findGates } from '../../app/gate/find-gates';
import { readGate } from '../../app/gate/read-gate';
import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { gateListCard } from '../../cards/gate-list.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { Gate } from '../../domain/gate/gate';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { gateReply } from '../verbs/gate-reply';

export const gateCommand = defineChatCommand({
  name: 'gate',
  pattern: /^((show )?(the )?(next )?gate)$/i,
  handle: (edge, { actor }) =>
    forRoleHolder(edge, actor, async ({ programme }, gates) => {
      const [next] = gates;
      if (next) return gateReply(edge, actor, { programmeId: programme.id, gateId: next.gateId });
      return messageOf(gateListCard, { programme, gates: [] }, frameOf(edge, actor, programme));
    }),
});

export const gatesCommand = defineChatCommand({
  name: 'gates',
  pattern: /^((show )?(the |all )?gates)$/i,
  handle: (edge, { actor }) =>
    forRoleHolder(edge, actor, async ({ programme }, gates) => {
      const [only, ...others] = gates;
      if (only && others.length === 0) {
        return gateReply(edge, actor, { programmeId: programme.id, gateId: only.gateId });
      }
      const listed = [];
      for (const { gateId } of gates.slice(0, mostListed)) {
        const place = await readGate(edge.app, { programmeId: programme.id, gateId }, actor.personId);
        const last = place?.judgements.at(-1);
        if (place && last) listed.push({ gate: place.gate, verdict: last.verdict });
      }
      return messageOf(gateListCard, { programme, gates: listed }, frameOf(edge, actor, programme));
    }),
});

/** A card has 28 KB, and nobody decides more gates than this. */
const mostListed = 12;

/** The first programme in which the person holds any role; staff without one are told that this is for others. */
async function forRoleHolder(
  edge: EdgeContext,
  actor: Actor,
  reply: (own: OwnProgramme, gates: readonly Gate[]) => Promise<Message>,
): Promise<Message> {
  const programmes = await programmesOf(edge.app, actor);
  const own = programmes.find(({ roles }) => roles.length > 0);
  if (!own) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  return reply(own, await findGates(edge.app, own.programme.id));
}
