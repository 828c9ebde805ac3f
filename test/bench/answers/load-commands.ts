/** What the load generator is told and what it reports: the messages between it and the benchmark. */

import type { InvokeSource } from '../../support/execute-invoke';

export interface LoadTarget {
  /** The bot's messaging endpoint. */
  readonly url: string;
  readonly authorization: string;
  readonly source: InvokeSource;
  readonly programmeId: string;
  readonly waveId: string;
  /** Present where the wave carries the ballots of this review. */
  readonly reviewId?: string;
}

/** People by number, `from` included, `to` not. */
interface People {
  readonly from: number;
  readonly to: number;
}

export type LoadCommand = LoadTarget & { readonly people: People } & (
    | {
        /** So many people at a time, each tapping as soon as the last reply is there. */
        readonly kind: 'closed';
        readonly atATime: number;
        /** Only the taps whose answer is recorded; otherwise all. */
        readonly only?: 'answers';
      }
    | {
        /** Taps begin at this rate whatever the replies do, at random (Poisson) instants; a person's own taps keep
         * their order and lie far apart. */
        readonly kind: 'open';
        readonly tapsPerSecond: number;
        readonly seed: number;
      }
    | { /** One person, once; the cards come back. */ readonly kind: 'capture' }
  );

export interface LoadReport {
  readonly requests: number;
  readonly elapsedMs: number;
  /** Replies that were not the expected card. */
  readonly unexpected: number;
  readonly firstUnexpected?: string;
  /** Share of the time in which the generator itself was busy. */
  readonly generatorBusy: number;
  /** Each from the instant at which the tap was due; for `open` only. */
  readonly latenciesMs: readonly number[];
  /** For `capture` only: the reply to each tap. */
  readonly replies: Readonly<Record<string, unknown>>;
}
