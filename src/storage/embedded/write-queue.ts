/** Commits writes that arrive together in one durable transaction: one wait for the disk instead of many. */

import type Database from 'libsql';
import { ConflictError, UnavailableError } from '../../app/ports/errors';
import { storeErrorOf } from './embedded-errors';

/** Bounds the time for which one transaction keeps the event loop. */
const maximumBatch = 128;

interface Write {
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
      this.waiting.push({ perform, signal, resolve, reject });
      this.schedule();
    });
  }

  /** Commits whatever is still waiting. */
  drain(): void {
    while (this.waiting.length > 0) this.commitBatch();
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.waiting.length === 0) return;
      this.commitBatch();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private commitBatch(): void {
    const batch = this.waiting.splice(0, maximumBatch).filter(isStillWanted);
    if (batch.length === 0) return;
    const settle: (() => void)[] = [];
    let isCommitting = false;
    try {
      this.db.exec('BEGIN IMMEDIATE');
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
