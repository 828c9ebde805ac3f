/** Commits writes that arrive together in one durable transaction: one wait for the disk instead of many. */

import { performance } from 'node:perf_hooks';
import type Database from 'libsql';
import { ConflictError, UnavailableError } from '../../app/ports/errors';
import { isBusy, storeErrorOf } from './embedded-errors';
import { patienceMs, patiently } from './open-database';

/** Bounds the time for which one transaction keeps the event loop. */
const maximumBatch = 128;
/** Between two looks at a file that another process holds: everything but writing goes on meanwhile. */
const lookAgainAfterMs = 100;

interface Write {
  readonly sinceMs: number;
  readonly perform: () => void;
  readonly signal: AbortSignal | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class WriteQueue {
  private waiting: Write[] = [];
  private isScheduled = false;

  constructor(private readonly db: Database.Database) {}

  /** Resolves after the commit. `perform` throws `ConflictError`, before it has changed anything, for this write alone;
   * any other error undoes and rejects everything in the same transaction. */
  enqueue(perform: () => void, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ sinceMs: performance.now(), perform, signal, resolve, reject });
      this.schedule(setImmediate);
    });
  }

  /** Commits whatever is still waiting, however long another process makes it wait. */
  drain(): void {
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      patiently(this.db, () => this.commit(batch));
    }
  }

  private schedule(later: (look: () => void) => void): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    later(() => {
      this.isScheduled = false;
      const batch = this.takeBatch();
      const isFree = this.commit(batch, (write) => performance.now() - write.sinceMs < patienceMs);
      if (this.waiting.length > 0) this.schedule(isFree ? setImmediate : afterAWhile);
    });
  }

  private takeBatch(): readonly Write[] {
    return this.waiting.splice(0, maximumBatch).filter(isStillWanted);
  }

  /** @param mayWait which of them wait on where another process holds the file. @returns whether none does. */
  private commit(batch: readonly Write[], mayWait: (write: Write) => boolean = () => false): boolean {
    if (batch.length === 0) return true;
    try {
      this.db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      const waitsOn = batch.filter((write) => isBusy(error) && mayWait(write));
      this.waiting.unshift(...waitsOn);
      const failure = storeErrorOf(error, false);
      for (const write of batch) if (!waitsOn.includes(write)) write.reject(failure);
      return waitsOn.length === 0;
    }
    this.carryOut(batch);
    return true;
  }

  private carryOut(batch: readonly Write[]): void {
    const settle: (() => void)[] = [];
    let isCommitting = false;
    try {
      for (const write of batch) settle.push(performOne(write));
      isCommitting = true;
      this.db.exec('COMMIT');
    } catch (error) {
      this.undo();
      const failure = storeErrorOf(error, isCommitting);
      for (const write of batch) write.reject(failure);
      return;
    }
    for (const conclude of settle) conclude();
  }

  private undo(): void {
    try {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
    } catch {
      // SQLite has undone it already: the error that led here is the one to report.
    }
  }
}

function afterAWhile(look: () => void): void {
  setTimeout(look, lookAgainAfterMs);
}

function isStillWanted(write: Write): boolean {
  if (!write.signal?.aborted) return true;
  write.reject(new UnavailableError('the write was given up before it began', false));
  return false;
}

function performOne(write: Write): () => void {
  try {
    write.perform();
    return write.resolve;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return () => write.reject(error);
  }
}
