/** Decides what a role holder is sent now and when it is looked at next: few cards, and nothing waits unseen. */

import { localDay } from '../calendar/local-time';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { openingOf, workingDayAfter } from '../calendar/working-days';
import { nextOpening } from '../calendar/working-time';
import { asId, type CampaignId } from '../ids';
import { type Day, type Instant, plusDays } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import { type Desk, type DeskItem, type DeskSend, type DeskSendKind, deskItemKey, isSameItem } from './desk';

export const settleDeskKind = 'settle-desk';
/** A card lists so many; the others are one tap away. */
export const mostListed = 8;
const sendsKept = 60;
/** An item that is not on the list for a moment is not new when it is back. */
const shownKeptDays = 7;

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
  const day: DeskDay = { now, today, isOpen };
  const noted = noteShown(desk, items, now);
  const digested = isOpen ? sendDigest(noted, items, day) : noted;
  const settled = isOpen ? tellDueSoon(digested, items, day) : digested;
  return withNextLook(settled, items, day, calendar);
}

interface DeskDay {
  readonly now: Instant;
  readonly today: Day;
  readonly isOpen: boolean;
}

/** Oldest deadline first; in one order whatever they came in. */
export function byDeadline(a: DeskItem, b: DeskItem): number {
  const [one, other] = [`${a.deadline} ${deskItemKey(a)}`, `${b.deadline} ${deskItemKey(b)}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** From when an item is due within 24 hours. */
export function dueSoonFrom({ deadline }: Pick<DeskItem, 'deadline'>): Instant {
  return plusDays(deadline, -1);
}

function noteShown(desk: Desk, items: readonly DeskItem[], now: Instant): Desk {
  const keys = new Set(items.map(deskItemKey));
  const since = plusDays(now, -shownKeptDays);
  const kept = desk.shown.filter(({ key, at }) => keys.has(key) || at > since);
  const announced = items.flatMap((item) => {
    const key = deskItemKey(item);
    const isNoted = kept.some((one) => one.key === key);
    return item.announcedAt === undefined || isNoted ? [] : [{ key, at: item.announcedAt }];
  });
  return { ...desk, shown: [...kept, ...announced] };
}

function sendDigest(desk: Desk, items: readonly DeskItem[], day: DeskDay): Desk {
  const isNew = items.some((item) => shownAt(desk, item) === undefined);
  if (!isNew || sentOn(desk, 'digest', day.today)) return desk;
  const unsaid = items.filter(
    (item) => shownAt(desk, item) === undefined || isUnsaidDueSoon(desk, item, day),
  );
  const shown = unsaid.length === 1 ? unsaid : items;
  return withSend(desk, 'digest', shown, day);
}

function tellDueSoon(desk: Desk, items: readonly DeskItem[], day: DeskDay): Desk {
  if (!items.some((item) => isUnsaidDueSoon(desk, item, day))) return desk;
  const dueSoon = items.filter((item) => dueSoonFrom(item) <= day.now);
  const sent = sentOn(desk, 'dueSoon', day.today);
  return sent ? withMore(desk, sent, dueSoon, day.now) : withSend(desk, 'dueSoon', dueSoon, day);
}

/** It has come within 24 hours of its deadline, and no card has been sent since that shows it. */
function isUnsaidDueSoon(desk: Desk, item: DeskItem, { now }: DeskDay): boolean {
  const from = dueSoonFrom(item);
  const last = shownAt(desk, item);
  return from <= now && (last === undefined || last < from);
}

function withSend(desk: Desk, kind: DeskSendKind, items: readonly DeskItem[], { now, today }: DeskDay): Desk {
  const send: DeskSend = {
    kind,
    campaignId: deskCampaignIdOf(desk, kind, today),
    on: today,
    at: now,
    shows: items.slice(0, mostListed).map(refOf),
  };
  const keys = new Set(items.map(deskItemKey));
  const shown = [
    ...desk.shown.filter(({ key }) => !keys.has(key)),
    ...[...keys].map((key) => ({ key, at: now })),
  ];
  const sends = [...desk.sends, send].slice(-sendsKept);
  return planIntents({ ...desk, sends, shown }, [
    {
      id: `start-campaign:${send.campaignId}`,
      kind: 'start-campaign',
      lane: 'urgent',
      dueAt: now,
      data: {
        purpose: kind === 'digest' ? 'desk-digest' : 'desk-due-soon',
        campaignId: send.campaignId,
      },
    },
  ]);
}

/** No notice tells of it: what is new stays so for the next card. */
function withMore(desk: Desk, sent: DeskSend, items: readonly DeskItem[], now: Instant): Desk {
  const more = items.filter((item) => !sent.shows.some((shown) => isSameItem(shown, item)));
  const shows = [...sent.shows, ...more.map(refOf)].slice(0, mostListed);
  if (shows.length === sent.shows.length) return desk;
  const sends = desk.sends.map((one) => (one === sent ? { ...sent, shows } : one));
  const obsolete = desk.intents.filter(({ kind }) => kind === 'update-cards').map(({ id }) => id);
  const renew: Intent = {
    id: `update-cards:${now}`,
    kind: 'update-cards',
    lane: 'urgent',
    dueAt: now,
    data: { campaignId: sent.campaignId },
  };
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
    const last = shownAt(desk, item);
    const isSaid = last !== undefined && last >= from;
    return [
      ...(last === undefined ? [later('digest')] : []),
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

function shownAt(desk: Desk, item: DeskItem): Instant | undefined {
  const key = deskItemKey(item);
  return desk.shown.find((one) => one.key === key)?.at;
}

function refOf({ kind, id }: DeskItem) {
  return { kind, id };
}

/** One a day, kind, programme and person: deciding it twice is sending it once. */
function deskCampaignIdOf({ programmeId, personId }: Desk, kind: DeskSendKind, on: Day): CampaignId {
  return asId(`desk.${kind}.${on}.${programmeId}.${personId}`);
}
