/** The card that a desk sends, made from what waits when it goes out and from what became of it when it is renewed. */

import type { AppContext } from '../app/context';
import { readDeskSend, soleItemOf } from '../app/desk/read-desk-send';
import { readEscalation } from '../app/escalation/read-escalation';
import { readGate } from '../app/gate/read-gate';
import { readTriage } from '../app/issue/read-triage';
import type { Message } from '../app/ports/messenger';
import { readReview } from '../app/review/read-review';
import { deskListMessage, withOthersWaiting } from '../cards/messages/desk-message';
import { escalationMessage } from '../cards/messages/escalation-message';
import { gateChangeMessage, gateMessage } from '../cards/messages/gate-message';
import { triageMessage } from '../cards/messages/issue-message';
import type { CardMessage } from '../cards/messages/message';
import { reviewMessage } from '../cards/messages/review-message';
import type { CardFrame } from '../cards/template';
import { localDay } from '../domain/calendar/local-time';
import type { DeskItemRef } from '../domain/desk/desk';
import { isReviewDue } from '../domain/escalation/review-due';
import { asId, type CampaignId, type PersonId } from '../domain/ids';
import type { Programme } from '../domain/programme/programme';

export interface DeskOccasion {
  readonly context: AppContext;
  readonly programme: Programme;
  readonly campaignId: CampaignId;
  readonly personId: PersonId;
  /** False where it is there already and is brought up to date. */
  readonly isFirst: boolean;
  readonly frame: CardFrame;
}

/** Nothing goes out where nothing of it waits any more, and nothing of it that does not. */
export async function deskCard(occasion: DeskOccasion): Promise<Message | 'nothing'> {
  const { context, programme, personId, campaignId, isFirst, frame } = occasion;
  const read = await readDeskSend(context, programme, personId, campaignId);
  if (!read) return 'nothing';
  const waiting = read.lines.filter(({ waits }) => waits !== undefined);
  if (isFirst && waiting.length === 0) return 'nothing';
  const item = soleItemOf(read.send);
  const own = item && (await itemMessage(occasion, item));
  if (!item || !own) {
    // What was decided before it goes out is no longer asked; what is decided later stays, and says so.
    const lines = isFirst ? waiting : read.lines;
    return deskListMessage({ ...read, lines }, context.clock.now(), frame);
  }
  return withOthersWaiting(own, read, item, frame);
}

/** Undefined for what has no card of its own. */
async function itemMessage(
  { context, programme, personId, frame }: DeskOccasion,
  { kind, id }: DeskItemRef,
): Promise<CardMessage | undefined> {
  const programmeId = programme.id;
  switch (kind) {
    case 'escalation': {
      const place = await readEscalation(context, { programmeId, escalationId: asId(id) }, personId);
      const today = localDay(context.clock.now(), programme.timeZone);
      return (
        place && escalationMessage(place, frame, {}, isReviewDue(place.escalation, today) ? 'review' : 'any')
      );
    }
    case 'gate':
    case 'gateChange': {
      const place = await readGate(context, { programmeId, gateId: asId(id) }, personId);
      const now = context.clock.now();
      if (!place) return undefined;
      return kind === 'gate' ? gateMessage(place, now, frame) : gateChangeMessage(place, now, frame);
    }
    case 'review': {
      const place = await readReview(context, { programmeId, reviewId: asId(id) }, personId);
      return place && reviewMessage(place, context.clock.now(), frame);
    }
    case 'issue': {
      const place = await readTriage(context, { programmeId, issueId: asId(id) }, { personId });
      return place && triageMessage(place, frame);
    }
  }
}
