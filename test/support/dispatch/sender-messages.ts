/** What passes between a sending process and who started it. */

import type { ProgrammeId, PulseId } from '../../../src/domain/ids';

export interface SenderStart {
  readonly environment: Readonly<Record<string, string>>;
  /** Added to real time. */
  readonly shiftMs: number;
  /** The pulse that it previews and opens by itself, where it does. */
  readonly opens?: { readonly programmeId: ProgrammeId; readonly pulseId: PulseId };
}

export interface Moment {
  /** On the machine's monotonic clock. */
  readonly atMs: number;
  /** Processor time of the process so far. */
  readonly cpuMs: number;
}

export type SenderReport =
  | { readonly kind: 'started' }
  | ({ readonly kind: 'stage'; readonly what: 'begins' | 'ended'; readonly stage: string } & Moment)
  | ({ readonly kind: 'leaseTaken'; readonly epoch: number } & Moment)
  | { readonly kind: 'stopped'; readonly peakRssMb: number };
