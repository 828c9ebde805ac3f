/** What every use case is given: the ports and the few settings that rules take as arguments. */

import type { SolveProgramme } from '../domain/disclosure/integer-programme';
import type { CodeAttempts } from './assist/code-attempts';
import type { Clock } from './ports/clock';
import type { Keys } from './ports/keys';
import type { Log } from './ports/log';
import type { Store } from './ports/store';
import type { Wording } from './ports/wording';
import type { WaveReader } from './wave/wave-reader';

export interface Settings {
  /** An answer that takes longer is not acknowledged. */
  readonly answerDeadlineMs: number;
  /** How long closing waits after the seal: longer than `answerDeadlineMs`. */
  readonly sealWaitMs: number;
  /** Days a backup of the store is kept: part of what staff are told. */
  readonly backupRetentionDays: number;
  /** Requests that Teams takes from this app in a tenant, for estimates: 0 for no limit; absent: 50. */
  readonly requestsPerSecond?: number;
  /** The origin at which Teams fetches charts; without it cards carry none. */
  readonly publicUrl?: string;
}

export interface AppContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Log;
  /** Blocks nothing while it works. */
  readonly solve: SolveProgramme;
  readonly wording: Wording;
  readonly waves: WaveReader;
  readonly codeAttempts: CodeAttempts;
  readonly settings: Settings;
  /** A new id that nothing is derived from; 128 random bits. */
  readonly newId: () => string;
  /** Tells this process's worker that something may have become due; without it the worker finds out by itself. */
  readonly poke: () => void;
}
