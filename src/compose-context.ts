/** Builds what every use case is given: clock, store and keys behind their ports. Loads nothing of Teams. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodeAttempts } from './app/assist/code-attempts';
import type { AppContext, Settings } from './app/context';
import type { Clock } from './app/ports/clock';
import type { Log } from './app/ports/log';
import type { Store } from './app/ports/store';
import { WaveReader } from './app/wave/wave-reader';
import type { Config } from './config';
import { growHeapSlowly } from './heap-growth';
import { HighsSolver } from './highs-solver';
import { createLog } from './log';
import { EmbeddedStore } from './storage/embedded/embedded-store';
import { serviceKeyOf } from './storage/keys/service-key-file';
import { ServiceKeys } from './storage/keys/service-keys';
import { SystemClock } from './system-clock';
import { wording } from './text/wording';

/** What may be put in the place of the outside world. */
export interface Outside {
  readonly clock?: Clock;
  /** Stays open when the rest is closed. */
  readonly store?: Store;
  /** The file will be made whole or thrown away: nothing waits for the disk before it is closed. */
  readonly isDraft?: boolean;
  readonly log: Log;
}

export interface OpenContext {
  readonly context: AppContext;
  close(): Promise<void>;
  /** Whom `context.poke` tells, once there is a worker. */
  onPoke(listener: () => void): void;
}

const answerDeadlineMs = 4_000;
const waveMaxAgeMs = 1_000;
const closeMarginMs = 500;
const cosmosTimeoutMs = 3_000;

/** Opens the store and what every use case needs. @throws UnavailableError when the store cannot be opened. */
export async function openContext(config: Config, outside: Outside): Promise<OpenContext> {
  growHeapSlowly();
  const clock = outside.clock ?? new SystemClock();
  const store = outside.store ?? (await openStore(config, outside));
  const keys = new ServiceKeys(config.serviceKey ?? serviceKeyOf(config.dataDir));
  let poke = () => {};
  const context: AppContext = {
    store,
    clock,
    keys,
    log: outside.log,
    solve: new HighsSolver(outside.log).solve,
    wording,
    waves: new WaveReader(store, keys, clock, waveMaxAgeMs * config.timeScale),
    codeAttempts: new CodeAttempts(),
    settings: settingsOf(config),
    newId: () => randomBytes(16).toString('hex'),
    poke: () => poke(),
  };
  return {
    context,
    close: () => (outside.store ? Promise.resolve() : store.close()),
    onPoke: (listener) => {
      poke = listener;
    },
  };
}

function settingsOf({ timeScale, backupRetentionDays, publicUrl, mode, sendRate }: Config): Settings {
  // Teams shows no picture of an address without encryption, and cannot reach another machine's loopback.
  const isReachable = mode === 'local' || publicUrl.startsWith('https:');
  return {
    answerDeadlineMs: answerDeadlineMs * timeScale,
    sealWaitMs: (answerDeadlineMs + waveMaxAgeMs + closeMarginMs) * timeScale,
    backupRetentionDays,
    requestsPerSecond: sendRate,
    ...(isReachable ? { publicUrl } : {}),
  };
}

async function openStore({ store }: Config, { isDraft }: Outside): Promise<Store> {
  if (store.kind === 'embedded')
    return EmbeddedStore.open(join(store.dataDir, 'soundings.db'), isDraft ? 'atEnd' : 'atOnce');
  const { endpoint, database, key } = store;
  // Loaded only here: the client is large, and most processes have no use for it.
  const { CosmosStore } = await import('./storage/cosmos/cosmos-store.js');
  return CosmosStore.connect({
    endpoint,
    database,
    ...(key ? { key } : {}),
    requestTimeoutMs: cosmosTimeoutMs,
    createIfMissing: true,
  });
}

/** The log of a running service, on standard output. */
export function openLog(): Log {
  return createLog({ clock: new SystemClock() });
}
