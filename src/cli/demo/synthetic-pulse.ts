/** The demo's pulse: three questions of the bank, asked every fourth week until go-live. */

import { bankQuestion } from '../../domain/bank/question-bank';
import { localDay, weekdayOf } from '../../domain/calendar/local-time';
import { asId, type PulseId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { Schedule } from '../../domain/schedule/schedule';
import { betweenWaves, demoTimeZone, openForDays, opensAtTime, waveDays } from './calendar';

export const questionIds = {
  confident: 'safe-first-day',
  training: 'training-fits',
  obstacle: 'in-the-way',
} as const;

const obstacle = bankQuestion(questionIds.obstacle);
export const obstacles = obstacle.kind === 'choice' ? obstacle.choices : [];

export const syntheticPulse: PulseDefinition & { readonly id: PulseId } = {
  id: asId('readiness'),
  title: 'Ready for the new record?',
  openForDays,
  audience: { kind: 'everyone' },
  questions: [bankQuestion(questionIds.confident), bankQuestion(questionIds.training), obstacle],
};

/** It opened the waves of the demo's past, and opens the next one after the one that is open today. */
export function syntheticSchedule(today: Day): Schedule {
  const [first] = waveDays(today);
  if (!first) throw new RangeError('the demo has no waves');
  const from = localDay(first.opensAt, demoTimeZone);
  return {
    kind: 'weekly',
    everyWeeks: betweenWaves / 7,
    weekday: weekdayOf(from),
    at: opensAtTime,
    from,
    until: 'go-live',
  };
}
