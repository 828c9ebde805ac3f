/** Few cards, in working hours alone, and nothing that waits unseen. */

import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { localDay } from '../../../src/domain/calendar/local-time';
import { isWorkingDay, openingOf, workingDayAfter } from '../../../src/domain/calendar/working-days';
import { nextOpening } from '../../../src/domain/calendar/working-time';
import { type Desk, type DeskItem, deskItemKey, emptyDesk } from '../../../src/domain/desk/desk';
import { mostListed, settleDesk } from '../../../src/domain/desk/settle-desk';
import { asId } from '../../../src/domain/ids';
import { type Instant, plusMs } from '../../../src/domain/instant';
import { planIntents } from '../../../src/domain/intent/plan-intents';

const calendar = calendarOf({ timeZone: 'Europe/London' });
const hourMs = 3_600_000;
/** A Tuesday, at ten. */
const tuesday = '2026-11-24T10:00:00.000Z' as Instant;
const at = (day: number, time: string) => `2026-11-${day}T${time}:00.000Z` as Instant;
const desk = emptyDesk(asId('larkfield'), asId('p-sro'));
const item = (id: string, deadline: Instant, more: Partial<DeskItem> = {}): DeskItem => ({
  kind: 'escalation',
  id,
  asking: 1,
  deadline,
  ...more,
});

function settled(current: Desk, waiting: readonly DeskItem[], now: Instant): Desk {
  return settleDesk(current, { waiting, calendar, now });
}

/** As after the worker: sends and renewals are carried out. */
function carriedOut(current: Desk): Desk {
  const done = current.intents.filter(({ kind }) => kind !== 'settle-desk').map(({ id }) => id);
  return planIntents(current, [], done);
}

const sendsOf = ({ sends }: Desk) =>
  sends.map(({ kind, on, shows }) => [kind, on, shows.map(({ id }) => id)]);
const nextLook = ({ intents }: Desk) => intents.find(({ kind }) => kind === 'settle-desk')?.dueAt;
const soon = at(25, '09:30');
const later = at(30, '17:00');

describe('the digest', () => {
  it('goes out at once with the first new item of a working day, as that item’s own card', () => {
    const next = settled(desk, [item('a', later)], tuesday);
    expect(sendsOf(next)).toEqual([['digest', '2026-11-24', ['a']]]);
    expect(next.intents.map(({ kind, data }) => [kind, data?.purpose])).toContainEqual([
      'start-campaign',
      'desk-digest',
    ]);
  });

  it('waits for the next opening of a working day when one went out today', () => {
    const first = carriedOut(settled(desk, [item('a', later)], tuesday));
    const second = settled(first, [item('a', later), item('b', later)], at(24, '15:00'));
    expect(second.sends).toHaveLength(1);
    expect(nextLook(second)).toBe(at(25, '09:00'));
    const third = settled(second, [item('a', later), item('b', later)], at(25, '09:00'));
    expect(sendsOf(third).at(-1)).toEqual(['digest', '2026-11-25', ['b']]);
  });

  it('waits for Monday from Friday evening on, and lists several, oldest deadline first', () => {
    const waiting = [item('a', later), item('b', at(30, '12:00'))];
    const evening = settled(desk, waiting, at(27, '17:30'));
    expect(evening.sends).toEqual([]);
    expect(nextLook(evening)).toBe(at(30, '09:00'));
    expect(sendsOf(settled(evening, waiting, at(30, '09:00')))).toEqual([
      ['digest', '2026-11-30', ['b', 'a']],
    ]);
  });

  it('shows what is due soon with what is new, so that no second card is needed', () => {
    const old = carriedOut(settled(desk, [item('a', soon)], at(23, '10:00')));
    const next = settled(old, [item('a', soon), item('b', later)], tuesday);
    expect(sendsOf(next).slice(1)).toEqual([['digest', '2026-11-24', ['a', 'b']]]);
  });

  it('is not sent for what was seen before, nor again for what came back from a glance', () => {
    const seen = carriedOut(settled(desk, [item('a', later)], tuesday));
    const gone = settled(seen, [], at(24, '11:00'));
    const back = settled(gone, [item('a', later)], at(25, '11:00'));
    expect(back.sends).toHaveLength(1);
    expect(settled(back, [item('a', later, { asking: 2 })], at(25, '12:00')).sends).toHaveLength(2);
  });

  it('is not sent for what a card of its own has told', () => {
    const next = settled(desk, [item('a', later, { announcedAt: tuesday })], tuesday);
    expect(next.sends).toEqual([]);
    expect(nextLook(next)).toBe(at(30, '09:00'));
  });

  it('lists only what a phone can hold, and takes the others for told', () => {
    const many = Array.from({ length: 20 }, (_, index) => item(`i${index}`, later));
    const next = carriedOut(settled(desk, many, tuesday));
    expect(next.sends[0]?.shows).toHaveLength(mostListed);
    expect(settled(next, many, at(25, '09:00')).sends).toHaveLength(1);
  });
});

describe('what is due within 24 hours', () => {
  it('shares one card, at the moment at which the first comes so near', () => {
    const waiting = [item('a', at(26, '14:00')), item('b', at(26, '13:00')), item('c', later)];
    const first = carriedOut(settled(desk, waiting, tuesday));
    expect(nextLook(first)).toBe(at(25, '13:00'));
    const second = carriedOut(settled(first, waiting, at(25, '13:00')));
    expect(sendsOf(second).at(-1)).toEqual(['dueSoon', '2026-11-25', ['b']]);
    const third = settled(second, waiting, at(25, '14:00'));
    expect(sendsOf(third).at(-1)).toEqual(['dueSoon', '2026-11-25', ['b', 'a']]);
    expect(third.intents.map(({ kind }) => kind)).toContain('update-cards');
    expect(third.sends).toHaveLength(2);
  });

  it('goes out in working time: what comes near at night is told in the morning', () => {
    const waiting = [item('a', at(26, '17:00'))];
    const first = carriedOut(settled(desk, waiting, tuesday));
    expect(nextLook(first)).toBe(at(26, '09:00'));
  });

  it('goes out at once where it is new and the digest is gone, and waits for tomorrow where both are', () => {
    const first = carriedOut(settled(desk, [item('a', later)], tuesday));
    const waiting = [item('a', later), item('b', soon)];
    const second = carriedOut(settled(first, waiting, at(24, '11:00')));
    expect(sendsOf(second).at(-1)).toEqual(['dueSoon', '2026-11-24', ['b']]);
    const more = [...waiting, item('c', soon)];
    const third = carriedOut(settled(second, more, at(24, '12:00')));
    expect(sendsOf(third).at(-1)).toEqual(['dueSoon', '2026-11-24', ['b', 'c']]);
    expect(nextLook(third)).toBe(at(25, '09:00'));
    expect(sendsOf(settled(third, more, at(25, '09:00'))).at(-1)?.[0]).toBe('digest');
  });

  it('is told again where the deadline has moved meanwhile', () => {
    const first = carriedOut(settled(desk, [item('a', soon)], tuesday));
    const moved = settled(first, [item('a', later)], at(24, '11:00'));
    expect(nextLook(moved)).toBe(at(30, '09:00'));
    const kinds = settled(moved, [item('a', later)], at(30, '09:00')).sends.map(({ kind }) => kind);
    expect(kinds).toEqual(['digest', 'dueSoon']);
  });

  it('keeps no time but the day: an issue goes out as it is raised', () => {
    const first = settled(desk, [item('a', soon)], at(24, '10:17'));
    const second = settled(carriedOut(first), [item('a', soon), item('b', soon)], at(24, '11:23'));
    expect(JSON.stringify([first, second])).not.toMatch(/T1[01]:/);
  });

  it('is told once of each item', () => {
    const first = carriedOut(settled(desk, [item('a', soon)], tuesday));
    expect(first.sends).toHaveLength(1);
    expect(nextLook(first)).toBeUndefined();
    expect(settled(first, [item('a', soon)], at(25, '09:00')).sends).toHaveLength(1);
  });
});

describe('any three weeks', () => {
  const monday = '2026-12-14T00:00:00.000Z' as Instant;
  const arrivals = fc.array(
    fc.record({
      afterHours: fc.integer({ min: 0, max: 21 * 24 }),
      lastsHours: fc.integer({ min: 1, max: 12 * 24 }),
      decidedAfterHours: fc.option(fc.integer({ min: 0, max: 10 * 24 }), { nil: undefined }),
    }),
    { maxLength: 20 },
  );

  it('bring at most two cards a working day, none at other times, and none twice; nothing new waits longer than to the next opening', () => {
    fc.assert(
      fc.property(arrivals, (events) => {
        const items = events.map(({ afterHours, lastsHours, decidedAfterHours }, index) => {
          const arrives = plusMs(monday, afterHours * hourMs + index * 1_000);
          const ends = decidedAfterHours === undefined ? '9' : plusMs(arrives, decidedAfterHours * hourMs);
          const nextDay = workingDayAfter(localDay(arrives, calendar.timeZone), 1, calendar);
          const seenBy = openingOf(nextDay, calendar);
          return { arrives, ends, seenBy, item: item(`i${index}`, plusMs(arrives, lastsHours * hourMs)) };
        });
        const moments = items.map(({ arrives }) => arrives).sort();
        const wrong: string[] = [];
        let current = desk;
        for (let steps = 0; steps < 1_000; steps += 1) {
          const look = nextLook(current);
          const [moment] = moments;
          const now = look !== undefined && (!moment || look < moment) ? look : moments.shift();
          if (!now) break;
          const present = items.filter(({ arrives, ends }) => arrives <= now && now < ends);
          const waiting = present.map((one) => one.item);
          const next = settled(current, waiting, now);
          if (JSON.stringify(settled(next, waiting, now)) !== JSON.stringify(next)) wrong.push('not settled');
          if ((nextLook(next) ?? '9') <= now) wrong.push('looks again at once');
          const isOpen = nextOpening(now, calendar) === now;
          if (next.sends.length > current.sends.length && !isOpen) wrong.push(`sent at ${now}`);
          const shown = new Set(next.shown.map(({ key }) => key));
          const late = present.filter(
            ({ seenBy, item: one }) => now >= seenBy && !shown.has(deskItemKey(one)),
          );
          wrong.push(...late.map(({ item: one }) => `${one.id} unseen at ${now}`));
          current = carriedOut(next);
        }
        const { sends } = current;
        expect(new Set(sends.map(({ kind, on }) => `${kind} ${on}`)).size).toBe(sends.length);
        for (const { on, shows } of sends) {
          if (!isWorkingDay(on, calendar)) wrong.push(on);
          if (shows.length === 0) wrong.push('shows nothing');
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
