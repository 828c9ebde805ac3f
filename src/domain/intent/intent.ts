/** An intent is what must happen next, kept in the document whose change made it necessary. */

import type { Instant } from '../instant';

export const lanes = ['urgent', 'normal'] as const;
/** `urgent` never waits behind `normal`. */
export type Lane = (typeof lanes)[number];

export const maximumIntents = 32;

/** One thing to do, idempotent by `id`: doing it twice leaves the same documents and the same cards. */
export interface Intent {
  /** Unique within its document and derived from what it is for, never random. */
  readonly id: string;
  readonly kind: string;
  readonly lane: Lane;
  readonly dueAt: Instant;
  /** How often it was tried and failed; drives the back-off. */
  readonly failures?: number;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** The earliest due time in each lane; a lane with nothing to do is absent. */
export interface DueAt {
  readonly urgent?: Instant;
  readonly normal?: Instant;
}

/** What every document that can have something due carries. */
export interface Intending {
  readonly intents: readonly Intent[];
  readonly dueAt?: DueAt;
}
