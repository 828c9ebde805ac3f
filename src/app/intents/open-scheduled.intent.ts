/** The time has come that a pulse's schedule named. */

import type { Instant } from '../../domain/instant';
import { openScheduled } from '../../domain/pulse/plan-run';
import { runPulse } from '../schedule/run-pulse.use-case';
import { defineIntent } from './define-intent';

export const openScheduledIntent = defineIntent(openScheduled, 'pulse', (context, pulse, { data }) =>
  runPulse(context, pulse, String(data?.plannedFor) as Instant),
);
