/** What passes between a sending process and who started it. */

export interface SenderStart {
  readonly environment: Readonly<Record<string, string>>;
  /** Added to real time. */
  readonly shiftMs: number;
}

export type SenderReport =
  | { readonly kind: 'started' }
  /** `atMs` counts on the machine's monotonic clock. */
  | {
      readonly kind: 'stage';
      readonly what: 'begins' | 'ended';
      readonly stage: string;
      readonly atMs: number;
    }
  | { readonly kind: 'leaseTaken'; readonly epoch: number }
  | { readonly kind: 'stopped'; readonly peakRssMb: number; readonly cpuMs: number };
