/** The card of what waits for a role holder: the list, or one item of it with the way back. */

import type { DeskItemRef } from '../../domain/desk/desk';
import { isSameItem } from '../../domain/desk/desk';
import type { ProgrammeId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { catalogueFor } from '../../text/catalogue';
import { type DeskLine, deskListCard } from '../desk-list.card';
import type { ProgrammeSubject } from '../subject';
import type { CardFrame } from '../template';
import { withWayBack } from '../way-back';
import { type CardMessage, messageOf } from './message';

/** A card that a desk has sent. */
export interface DeskPlace {
  readonly programme: ProgrammeSubject;
  readonly send: { readonly kind: 'digest' | 'dueSoon'; readonly campaignId: string };
  readonly waiting: readonly DeskItemRef[];
  readonly lines: readonly DeskLine[];
}

export function deskListMessage(
  { programme, send, waiting, lines }: DeskPlace,
  now: Instant,
  frame: CardFrame,
): CardMessage {
  const isListed = (item: DeskItemRef) => lines.some((listed) => isSameItem(listed, item));
  const more = waiting.filter((item) => !isListed(item)).length;
  const from = send.campaignId;
  const pages = more > 0 && send.kind === 'digest' ? { more, nextPage: 1 } : {};
  return messageOf(deskListCard, { kind: send.kind, programme, lines, now, from, ...pages }, frame);
}

/** An item's own card, with the way to what waits beside it; a card on which nothing else waits is as it is. */
export function withOthersWaiting(
  message: CardMessage,
  { programme, send, waiting, lines }: DeskPlace,
  item: DeskItemRef,
  frame: CardFrame,
): CardMessage {
  const { desk } = catalogueFor(frame.timeZone);
  const others = waiting.filter((one) => !isSameItem(one, item)).length;
  const isFromList = lines.length > 1 || send.kind === 'dueSoon';
  if (!isFromList && others === 0) return message;
  const title = isFromList ? desk.backToList : desk.whatElse(others);
  return withWayBack(message, { programmeId: programme.id, from: send.campaignId, title });
}

/** An item's own card, opened from a list. */
export function openedFrom(
  message: CardMessage,
  way: { readonly programmeId: ProgrammeId; readonly from: string },
  frame: Pick<CardFrame, 'timeZone'>,
): CardMessage {
  return withWayBack(message, { ...way, title: catalogueFor(frame.timeZone).desk.backToList });
}
