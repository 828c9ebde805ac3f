/** The fenced lease: of all instances on one store, one sends, and it stops before another may begin. */

import type { Lease as LeaseRecord } from '../app/document-contents';
import type { Clock } from '../app/ports/clock';
import { ConflictError } from '../app/ports/errors';
import type { Log } from '../app/ports/log';
import type { Store, Version } from '../app/ports/store';
import { createRecord, readRecord, replaceRecord } from '../app/records';

export interface LeaseOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique to this start of this process. */
  readonly holder: string;
  /** All times of the lease are multiples of it; 5 s unless a test scales it. */
  readonly leaseUnitMs?: number;
  /** Called when this instance becomes the holder: another may have done what it had begun, and something may be due. */
  readonly onTaken?: () => void;
}

const nobody = '';
const renewAfterUnits = 1;
const beginWithinUnits = 2;
const takeOverAfterUnits = 4;

interface Seen {
  readonly version: Version;
  readonly sinceMs: number;
}

/**
 * Renewed every unit (5 s). `mayBegin` is true until two units after the last renewal that was confirmed was *asked
 * for*; another instance takes over only after it saw the same version for four units on its own monotonic clock.
 * So two units lie between the last request that the old holder begins and the first of the new one: a request's time
 * limit must be shorter than that. Relies on monotonic clocks that run alike, not on wall time.
 */
export class SenderLease {
  private readonly unitMs: number;
  private held: { readonly version: Version; readonly record: LeaseRecord } | undefined;
  private confirmedAtMs = Number.NEGATIVE_INFINITY;
  private seen: Seen | undefined;

  constructor(private readonly options: LeaseOptions) {
    this.unitMs = options.leaseUnitMs ?? 5_000;
  }

  /** Whether this instance may begin one more request now: ask before each one. */
  mayBegin(): boolean {
    if (!this.held) return false;
    return this.options.clock.monotonicMs() - this.confirmedAtMs < beginWithinUnits * this.unitMs;
  }

  /** Grows with each change of holder; 0 while this instance is not the holder. */
  get epoch(): number {
    return this.held?.record.epoch ?? 0;
  }

  /** Contends and renews until the signal is aborted. Failures of the store are retried; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const startedAtMs = this.options.clock.monotonicMs();
      try {
        await this.step(startedAtMs);
      } catch (error) {
        if (!(error instanceof ConflictError)) this.options.log.warn('lease not confirmed');
        // Whatever happened to that write, the document says who holds the lease.
        await this.step(startedAtMs).catch(() => undefined);
      }
      const tookMs = this.options.clock.monotonicMs() - startedAtMs;
      const everyMs = this.held ? renewAfterUnits * this.unitMs : this.unitMs / 2;
      const pauseMs = Math.max(this.unitMs / 10, everyMs - tookMs);
      await this.options.clock.sleep(pauseMs, signal).catch(() => undefined);
    }
  }

  /** Gives the lease up so that another instance takes it over at once: only when nothing is being sent any more. */
  async release(): Promise<void> {
    const held = this.held;
    this.held = undefined;
    if (!held) return;
    const { store, log } = this.options;
    await replaceRecord(store, 'lease', { ...held.record, holder: nobody }, held.version).catch(() =>
      log.warn('lease not released'),
    );
  }

  private async step(nowMs: number): Promise<void> {
    if (this.held) await this.renew(nowMs);
    else await this.contend(nowMs);
  }

  private async renew(askedAtMs: number): Promise<void> {
    const { store, holder, log } = this.options;
    if (!this.held) return;
    const current = await readRecord(store, 'lease', 'lease', 'sender');
    if (current?.document.holder !== holder || current.document.epoch !== this.held.record.epoch) {
      log.warn('lease lost', { epoch: this.epoch });
      this.held = undefined;
      return;
    }
    const record = leaseOf(current.document, holder);
    const { version } = await replaceRecord(store, 'lease', record, current.version);
    this.confirm(record, version, askedAtMs);
  }

  private async contend(nowMs: number): Promise<void> {
    const { store, holder, clock } = this.options;
    const current = await readRecord(store, 'lease', 'lease', 'sender');
    if (!current) {
      const record = { holder, epoch: 1, renewals: 1 };
      const { version } = await createRecord(store, 'lease', record);
      this.confirm(record, version, nowMs);
      return;
    }
    if (this.seen?.version !== current.version) {
      // Counted from after the read, however long that took: the version cannot be older than that to us.
      this.seen = { version: current.version, sinceMs: clock.monotonicMs() };
    }
    const unchangedMs = clock.monotonicMs() - this.seen.sinceMs;
    const isFree = current.document.holder === nobody || current.document.holder === holder;
    if (!isFree && unchangedMs < takeOverAfterUnits * this.unitMs) return;
    const record = { ...leaseOf(current.document, holder), epoch: current.document.epoch + 1 };
    const askedAtMs = clock.monotonicMs();
    const { version } = await replaceRecord(store, 'lease', record, current.version);
    this.confirm(record, version, askedAtMs);
  }

  private confirm(record: LeaseRecord, version: Version, askedAtMs: number): void {
    const isTaken = !this.held;
    this.held = { record, version };
    this.confirmedAtMs = askedAtMs;
    this.seen = undefined;
    if (!isTaken) return;
    this.options.log.info('lease taken', { epoch: record.epoch });
    this.options.onTaken?.();
  }
}

function leaseOf({ epoch, renewals }: LeaseRecord, holder: string): LeaseRecord {
  return { holder, epoch, renewals: renewals + 1 };
}
