/** When a pulse is asked: now, on a day, or again and again. */

import type { WhenAsked } from '../domain/pulse/change-draft';
import { isDay } from '../domain/schedule/resolve-day';
import type { WeeklySchedule } from '../domain/schedule/schedule';
import type { Catalogue } from '../text/catalogue';
import {
  all,
  choicesOf,
  dayField,
  one,
  type PulseField,
  type PulseSetupState,
  withNumber,
} from './pulse-field';

const openDays = [3, 5, 7, 10, 14, 21] as const;
const weekIntervals = [1, 2, 3, 4, 6, 8, 12, 26] as const;
/** Every half-hour from 07:00 to 20:00: what suits a person is decided for each on their own. */
const times: readonly string[] = Array.from({ length: 27 }, (_, index) => {
  const minutes = 7 * 60 + index * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

export function whenFields({ pulse }: PulseSetupState, { pulseSetup }: Catalogue): readonly PulseField[] {
  const { labels, whens, days } = pulseSetup;
  const { schedule, openForDays } = pulse.definition;
  const when: WhenAsked = schedule?.kind === 'once' ? 'once' : schedule ? 'weekly' : 'now';
  return [
    { ...one('when', labels.when, when, choicesOf(whens)), as: 'radio' },
    one(
      'openForDays',
      labels.openForDays,
      String(openForDays),
      withNumber(openDays, openForDays).map((count) => ({ value: String(count), title: days(count) })),
    ),
  ];
}

export function dayFields({ pulse }: PulseSetupState, { pulseSetup }: Catalogue): readonly PulseField[] {
  const { labels } = pulseSetup;
  const { schedule } = pulse.definition;
  const once = schedule?.kind === 'once' ? schedule : undefined;
  return [dayField('on', labels.on, once && isDay(once.on) ? once.on : ''), timeField(labels.at, once?.at)];
}

export function repeatFields({ programme, pulse }: PulseSetupState, text: Catalogue): readonly PulseField[] {
  const { labels, everyWeeks, weekdays, noEnd, untilStage, untilDay } = text.pulseSetup;
  const weekly = pulse.definition.schedule as WeeklySchedule | undefined;
  const until = weekly?.until;
  const weeks = weekly?.everyWeeks ?? 2;
  return [
    one(
      'everyWeeks',
      labels.everyWeeks,
      String(weeks),
      withNumber(weekIntervals, weeks).map((value) => ({ value: String(value), title: everyWeeks(value) })),
    ),
    one(
      'weekday',
      labels.weekday,
      String(weekly?.weekday ?? 2),
      weekdays.map((title, index) => ({ title, value: String(index + 1) })),
    ),
    timeField(labels.at, weekly?.at),
    dayField('from', labels.from, weekly && isDay(weekly.from) ? weekly.from : ''),
    one('until', labels.until, until === undefined ? all : isDay(until) ? 'day' : until, [
      { value: all, title: noEnd },
      ...programme.stages.map(({ name, startsOn }) => ({ value: name, title: untilStage(name, startsOn) })),
      { value: 'day', title: untilDay },
    ]),
    dayField('untilDay', labels.untilDay, until !== undefined && isDay(until) ? until : ''),
  ];
}

function timeField(label: string, at = '10:00'): PulseField {
  const offered = times.includes(at) ? times : [...times, at].sort();
  return one(
    'at',
    label,
    at,
    offered.map((value) => ({ value, title: value })),
  );
}
