/** Decides what a role holder is sent now and when it is looked at next: few cards, and nothing waits unseen. */

import { localDay } from '../calendar/local-time';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { openingOf, workingDayAfter } from '../calendar/working-days';
import { nextOpening } from '../calendar/working-time';
import { asId, type CampaignId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import { type Desk, type DeskItem, type DeskSend, type DeskSendKind, deskItemKey, isSameItem } from './desk';
import { byDeadline, dueSoonFrom, isUnsaidDueSoon, noteShown, shownOf } from './what-is-said';

export const settleDeskKind = 'settle-desk';
/** A card lists so many; the others are one tap away. */
export const mostListed = 8;
const sendsKept = 60;

export interface DeskNow {
  /** Everything that waits for the person, in any order. */
  readonly waiting: readonly DeskItem[];
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** The one rule of the desk, whatever occasions it: settling again at once changes nothing. Cards go out in working time
 * only: a digest where something is new, once a working day; a list of what is due within 24 hours, once a working day,
 * where that has not been said yet. What is due soon when both have gone out is added to that list in place. */
export function settleDesk(desk: Desk, { waiting, calendar, now }: DeskNow): Desk {
  const items = [...waiting].sort(byDeadline);
  const isOpen = nextOpening(now, calendar) === now;
  const today = localDay(now, calendar.timeZone);
  const day: DeskDay = { now, today, isOpen, opens: openingOf(today, calendar) };
  const noted = noteShown(desk, items, now, calendar.timeZone);
  const digested = isOpen ? sendDigest(noted, items, day) : noted;
  const settled = isOpen ? tellDueSoon(digested, items, day) : digested;
  return withNextLook(settled, items, day, calendar);
}

interface DeskDay {
  readonly now: Instant;
  readonly today: Day;
  readonly isOpen: boolean;
  /** What is done on this day is due since then: nothing that is kept says at what time something began to wait. */
  readonly opens: Instant;
}

function sendDigest(desk: Desk, items: readonly DeskItem[], day: DeskDay): Desk {
  const isNew = items.some((item) => shownOf(desk, item) === undefined);
  if (!isNew || sentOn(desk, 'digest', day.today)) return desk;
  const unsaid = items.filter(
    (item) => shownOf(desk, item) === undefined || isUnsaidDueSoon(desk, item, day.now),
  );
  const shown = unsaid.length === 1 ? unsaid : items;
  return withSend(desk, 'digest', shown, day);
}

function tellDueSoon(desk: Desk, items: readonly DeskItem[], day: DeskDay): Desk {
  if (!items.some((item) => isUnsaidDueSoon(desk, item, day.now))) return desk;
  const dueSoon = items.filter((item) => dueSoonFrom(item) <= day.now);
  const sent = sentOn(desk, 'dueSoon', day.today);
  return sent ? withMore(desk, sent, dueSoon, day) : withSend(desk, 'dueSoon', dueSoon, day);
}

function withSend(desk: Desk, kind: DeskSendKind, items: readonly DeskItem[], day: DeskDay): Desk {
  const { now, today, opens } = day;
  const campaignId = deskCampaignIdOf(desk, kind, today);
  const send: DeskSend = { kind, campaignId, on: today, shows: items.slice(0, mostListed).map(askedOf) };
  const said = items.map((item) => ({
    key: deskItemKey(item),
    on: today,
    isDueSoon: dueSoonFrom(item) <= now,
  }));
  const keys = new Set(said.map(({ key }) => key));
  const shown = [...desk.shown.filter(({ key }) => !keys.has(key)), ...said];
  const sends = [...desk.sends, send].slice(-sendsKept);
  return planIntents({ ...desk, sends, shown }, [
    {
      id: `start-campaign:${campaignId}`,
      kind: 'start-campaign',
      lane: 'urgent',
      dueAt: opens,
      data: { purpose: kind === 'digest' ? 'desk-digest' : 'desk-due-soon', campaignId },
    },
  ]);
}

/** No notice tells of it: what is new stays so for the next card. */
function withMore(desk: Desk, sent: DeskSend, items: readonly DeskItem[], { opens }: DeskDay): Desk {
  const more = items.filter((item) => !sent.shows.some((shown) => isSameItem(shown, item)));
  const shows = [...sent.shows, ...more.map(askedOf)].slice(0, mostListed);
  if (shows.length === sent.shows.length) return desk;
  const sends = desk.sends.map((one) => (one === sent ? { ...sent, shows } : one));
  const obsolete = desk.intents.filter(({ kind }) => kind === 'update-cards').map(({ id }) => id);
  const id = `update-cards:${sent.campaignId}:${shows.length}`;
  const renew: Intent = { id, kind: 'update-cards', lane: 'urgent', dueAt: opens };
  return planIntents({ ...desk, sends }, [renew], obsolete);
}

function withNextLook(
  desk: Desk,
  items: readonly DeskItem[],
  { now, today, isOpen }: DeskDay,
  calendar: WorkingCalendar,
): Desk {
  const nextDay = openingOf(workingDayAfter(today, 1, calendar), calendar);
  const later = (kind: DeskSendKind) =>
    isOpen || sentOn(desk, kind, today) ? nextDay : nextOpening(now, calendar);
  const looks = items.flatMap((item): Instant[] => {
    const from = dueSoonFrom(item);
    const shown = shownOf(desk, item);
    const isSaid = shown?.isDueSoon && from <= now;
    return [
      ...(shown === undefined ? [later('digest')] : []),
      ...(isSaid ? [] : [from > now ? nextOpening(from, calendar) : later('dueSoon')]),
    ];
  });
  const [next] = looks.sort();
  const look: Intent[] = next
    ? [{ id: settleDeskKind, kind: settleDeskKind, lane: 'urgent', dueAt: next }]
    : [];
  return planIntents(desk, look, [settleDeskKind]);
}

function sentOn(desk: Desk, kind: DeskSendKind, on: Day): DeskSend | undefined {
  return desk.sends.find((send) => send.kind === kind && send.on === on);
}

function askedOf({ kind, id, asking }: DeskItem) {
  return { kind, id, asking };
}

/** One a day, kind, programme and person: deciding it twice is sending it once. */
function deskCampaignIdOf({ programmeId, personId }: Desk, kind: DeskSendKind, on: Day): CampaignId {
  return asId(`desk.${kind}.${on}.${programmeId}.${personId}`);
}
