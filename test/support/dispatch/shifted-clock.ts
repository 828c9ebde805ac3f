/** Real time under another date: what is measured in real time is sent at an hour when people may be written to. */

import type { Instant } from '../../../src/domain/instant';
import { epochMsOf, instantOf } from '../../../src/domain/instant';
import { SystemClock } from '../../../src/system-clock';

/** A Monday morning. */
export const workingMorning = '2026-11-23T10:00:00.000Z' as Instant;

/** How far a clock must be put so that it is that moment now; the same for every process of a run. */
export function shiftTo(moment: Instant): number {
  return epochMsOf(moment) - Date.now();
}

export class ShiftedClock extends SystemClock {
  constructor(private readonly shiftMs: number) {
    super();
  }

  override now(): Instant {
    return instantOf(Date.now() + this.shiftMs);
  }
}
