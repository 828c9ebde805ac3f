/** When a pulse of a programme file runs, as people write it: every 2 weeks on tuesday, every 3 days, or once. */

import { z } from 'zod';
import { stageNames } from '../../domain/programme/stage-name';
import type { Schedule } from '../../domain/schedule/schedule';
import { day, expected } from './schema-parts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const mostOf = { week: 52, day: 90 } as const;

const dayOrStage = expected(
  z.union([day, z.enum(stageNames)]),
  `a day written as YYYY-MM-DD, or a stage: ${stageNames.join(', ')}`,
);

const written = z.strictObject({
  every: expected(
    z.string().regex(/^([1-9]\d? )?(day|week)s?$/),
    'an interval such as 2 weeks (at most 52) or 3 days (at most 90)',
  ).optional(),
  on: expected(z.enum(weekdays), `a day of the week: ${weekdays.join(', ')}`).optional(),
  once: dayOrStage.optional(),
  at: expected(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    'a local time from "00:00" to "23:59", in quotes',
  ),
  from: dayOrStage.optional(),
  until: dayOrStage.optional(),
});

type Written = z.output<typeof written>;
type Key = keyof Written;
interface Problem {
  readonly key: Key;
  readonly message: string;
  readonly remedy: string;
}

export const schedule = expected(
  written,
  'a schedule: every 2 weeks on a day of the week or every 3 days, with at, from and, where it ends, until; or once, with at',
).transform((value, context): Schedule => {
  const read = scheduleFrom(value);
  if ('kind' in read) return read;
  for (const { key, message, remedy } of read) {
    context.addIssue({ code: 'custom', path: [key], message, params: { remedy } });
  }
  return z.NEVER;
});

function scheduleFrom(value: Written): Schedule | readonly Problem[] {
  const { every, on, once, at, from, until } = value;
  if (once !== undefined) {
    const problems = misplaced(value, ['every', 'on', 'from', 'until'], 'once');
    return problems.length > 0 ? problems : { kind: 'once', on: once, at };
  }
  const { count, unit } = intervalOf(every);
  const problems = [
    ...(every === undefined
      ? [missing('every', 'Write "every: 2 weeks" or "every: 3 days", or "once:" with a day.')]
      : []),
    ...(from === undefined
      ? [missing('from', 'Write the day or the stage from which it runs, such as "from: go-live".')]
      : []),
    ...(unit === 'week' && every !== undefined && on === undefined
      ? [missing('on', 'Write the day of the week, such as "on: tuesday".')]
      : []),
    ...(unit === 'day' ? misplaced(value, ['on'], 'an interval in days') : []),
    ...(count > mostOf[unit]
      ? [
          {
            key: 'every' as const,
            message: `"${every}" is too long`,
            remedy: 'Write at most 52 weeks or 90 days.',
          },
        ]
      : []),
  ];
  if (problems.length > 0 || from === undefined) return problems;
  const span = { at, from, ...(until === undefined ? {} : { until }) };
  return on === undefined
    ? { kind: 'daily', everyDays: count, ...span }
    : { kind: 'weekly', everyWeeks: count, weekday: weekdays.indexOf(on) + 1, ...span };
}

function intervalOf(every = 'week'): { readonly count: number; readonly unit: 'week' | 'day' } {
  return { count: Number.parseInt(every, 10) || 1, unit: every.includes('day') ? 'day' : 'week' };
}

function missing(key: Key, remedy: string): Problem {
  return { key, message: `${key} is missing`, remedy };
}

function misplaced(value: Written, keys: readonly Key[], beside: string): Problem[] {
  return keys
    .filter((key) => value[key] !== undefined)
    .map((key) => ({
      key,
      message: `${key} does not go with ${beside}`,
      remedy: 'Take this line out.',
    }));
}
