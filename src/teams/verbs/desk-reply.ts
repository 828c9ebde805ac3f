/** The cards that answer what is done on a desk: the list of what waits, or one item of it with the way back. */

import { listedItem, readDeskSend, soleItemOf } from '../../app/desk/read-desk-send';
import { waitingHazards } from '../../app/desk/waiting-hazards';
import type { WaitingItem } from '../../app/desk/waiting-item';
import { waitingItemsOf } from '../../app/desk/waiting-items';
import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { deskListCard } from '../../cards/desk-list.card';
import { deskListMessage, openedFrom, withOthersWaiting } from '../../cards/messages/desk-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { DeskItemRef } from '../../domain/desk/desk';
import { mostListed } from '../../domain/desk/settle-desk';
import { byDeadline } from '../../domain/desk/what-is-said';
import { asId, type CampaignId, type ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { escalationReply } from './escalation-reply';
import { gateReply } from './gate-reply';
import { hazardReply } from './hazard-reply';
import { reviewReply } from './review-reply';
import { triageReply } from './triage-reply';

/** Lists that no send made: what somebody asked for. */
export const everything = 'all';

/** One item's card as its reader may see it now. */
export async function deskItemReply(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
  { kind, id }: DeskItemRef,
): Promise<Message> {
  switch (kind) {
    case 'escalation':
      return escalationReply(edge, actor, { programmeId, escalationId: asId(id) });
    case 'gate':
      return gateReply(edge, actor, { programmeId, gateId: asId(id) });
    case 'gateChange':
      return gateReply(edge, actor, { programmeId, gateId: asId(id), about: 'change' });
    case 'review':
      return reviewReply(edge, actor, { programmeId, reviewId: asId(id) });
    case 'hazard':
      return hazardReply(edge, actor, { programmeId, issueId: asId(id) });
    case 'issue':
      return triageReply(edge, actor, { programmeId, issueId: asId(id) });
  }
}

/** The same with the button that leads back to where it was opened from. */
export async function openedItemReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, from, ...ref }: DeskItemRef & { readonly programmeId: ProgrammeId; readonly from: string },
): Promise<Message> {
  const reply = await deskItemReply(edge, actor, programmeId, ref);
  return openedFrom(reply, { programmeId, from }, plainFrame(edge));
}

/** A card that a desk has sent, as it is now: what its reader has opened, the one item it is about, or the list. */
export async function deskSendReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, campaignId }: { readonly programmeId: ProgrammeId; readonly campaignId: CampaignId },
): Promise<Message> {
  const { app } = edge;
  const programme = await currentProgramme(app, programmeId);
  const read = programme && (await readDeskSend(app, programme, actor.personId, campaignId));
  if (!read) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const frame = frameOf(edge, actor, programme, { card: 'desk', subjectId: campaignId });
  const item = soleItemOf(read.send);
  if (!item) return deskListMessage(read, app.clock.now(), frame);
  const own = await deskItemReply(edge, actor, programmeId, item);
  return withOthersWaiting(own, read, item, frame);
}

/** The list that a send is; of one that is no list, and of further pages, everything that waits. */
export async function deskListReply(
  edge: EdgeContext,
  actor: Actor,
  {
    programmeId,
    from,
    page = 0,
  }: { readonly programmeId: ProgrammeId; readonly from: string; readonly page?: number },
): Promise<Message> {
  const sent =
    page === 0 && from !== everything ? await sentListReply(edge, actor, programmeId, from) : undefined;
  return sent ?? whatWaitsReply(edge, actor, { from, page });
}

async function sentListReply(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
  from: string,
): Promise<Message | undefined> {
  const programme = await currentProgramme(edge.app, programmeId);
  const read = programme && (await readDeskSend(edge.app, programme, actor.personId, asId(from)));
  if (!read || (read.send.kind === 'digest' && read.lines.length < 2)) return undefined;
  const frame = frameOf(edge, actor, programme, { card: 'desk', subjectId: from });
  return deskListMessage(read, edge.app.clock.now(), frame);
}

/** Everything that waits for a person, oldest deadline first, over all their programmes. */
export async function whatWaitsReply(
  edge: EdgeContext,
  actor: Actor,
  { from = everything, page = 0 }: { readonly from?: string; readonly page?: number } = {},
): Promise<Message> {
  const own = (await programmesOf(edge.app, actor)).filter(({ roles }) => roles.length > 0);
  const [first] = own;
  if (!first) return messageOf(noticeCard, { kind: 'nothingByRole' }, plainFrame(edge));
  const waiting = await waitingIn(edge, own, actor);
  const start = page * mostListed;
  const lines = waiting.slice(start, start + mostListed).map((item) => ({
    ...listedItem(item),
    ...(own.length > 1 ? { programmeName: nameOf(own, item) } : {}),
  }));
  const more = Math.max(0, waiting.length - start - mostListed);
  const pages = more > 0 ? { more, nextPage: page + 1 } : page > 0 ? { nextPage: 0 } : {};
  const now = edge.app.clock.now();
  const view = { kind: 'all' as const, programme: first.programme, lines, now, from, ...pages };
  return messageOf(deskListCard, view, frameOf(edge, actor, first.programme));
}

/** @returns oldest deadline first. */
export async function waitingIn(
  { app }: EdgeContext,
  own: readonly OwnProgramme[],
  { personId }: Pick<Actor, 'personId'>,
): Promise<readonly WaitingItem[]> {
  const found = await Promise.all(
    own.flatMap(({ programme, roles }) => [
      waitingItemsOf(app, programme, personId),
      waitingHazards(app, { programme, personId, roles }),
    ]),
  );
  return found.flat().sort(byDeadline);
}

function nameOf(own: readonly OwnProgramme[], { programmeId }: WaitingItem): string {
  return own.find(({ programme }) => programme.id === programmeId)?.programme.name ?? programmeId;
}
