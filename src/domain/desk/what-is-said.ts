/** What a desk has said of the things that wait, and what of them is still to be said. */

import { addDays, localDay } from '../calendar/local-time';
import { type Instant, plusDays } from '../instant';
import { type Desk, type DeskItem, deskItemKey, type ShownItem } from './desk';

/** An item that is not on the list for a moment is not new when it is back. */
const shownKeptDays = 7;

/** Oldest deadline first; in one order whatever they came in. */
export function byDeadline(a: DeskItem, b: DeskItem): number {
  const [one, other] = [`${a.deadline} ${deskItemKey(a)}`, `${b.deadline} ${deskItemKey(b)}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** From when an item is due within 24 hours. */
export function dueSoonFrom({ deadline }: Pick<DeskItem, 'deadline'>): Instant {
  return plusDays(deadline, -1);
}

/** It has come within 24 hours of its deadline, and no card has been sent since that shows it. */
export function isUnsaidDueSoon(desk: Desk, item: DeskItem, now: Instant): boolean {
  return dueSoonFrom(item) <= now && !shownOf(desk, item)?.isDueSoon;
}

/** What was said of it last; undefined while it is new. */
export function shownOf(desk: Desk, item: DeskItem): ShownItem | undefined {
  const key = deskItemKey(item);
  return desk.shown.find((one) => one.key === key);
}

/** Of what is no longer near its deadline it is said again when it is. */
export function noteShown(desk: Desk, items: readonly DeskItem[], now: Instant, timeZone: string): Desk {
  const today = localDay(now, timeZone);
  const waiting = new Map(items.map((item) => [deskItemKey(item), item]));
  const since = addDays(today, -shownKeptDays);
  const kept = desk.shown.flatMap((one): ShownItem[] => {
    const item = waiting.get(one.key);
    if (!item) return one.on > since ? [one] : [];
    return [dueSoonFrom(item) > now ? { ...one, isDueSoon: false } : one];
  });
  const known = new Set(kept.map(({ key }) => key));
  const announced = items.flatMap((item): ShownItem[] => {
    const [key, at] = [deskItemKey(item), item.announcedAt];
    if (at === undefined || known.has(key)) return [];
    return [
      { key, on: localDay(at, timeZone), isDueSoon: at >= dueSoonFrom(item) && dueSoonFrom(item) <= now },
    ];
  });
  return { ...desk, shown: [...kept, ...announced] };
}
