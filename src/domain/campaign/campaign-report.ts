/** What became of every recipient of a campaign, and why; of answers it knows nothing. */

import type { Instant } from '../instant';
import type { CampaignTotals, Delivery, DeliveryStatus } from './campaign';
import { addDelivery, noDeliveries } from './campaign-totals';

export interface ReasonCount {
  readonly status: DeliveryStatus;
  /** A code, as it is in the deliveries. */
  readonly reason: string;
  readonly people: number;
}

export interface CampaignReport {
  readonly totals: CampaignTotals;
  /** Most people first. Every delivery has at most one reason. */
  readonly reasons: readonly ReasonCount[];
  /** Pending ones who may not be written to yet. */
  readonly waiting: number;
  /** When the first of those may be. */
  readonly waitsUntil?: Instant;
}

/** Counts deliveries one at a time, in memory that does not grow with the audience. */
export class ReportTally {
  private totals = noDeliveries;
  private readonly reasons = new Map<string, ReasonCount>();
  private waiting = 0;
  private waitsUntil: Instant | undefined;

  /** @param mayBeWrittenAt when a pending one may first be written to; before or at `now` it does not wait. */
  add(delivery: Delivery, now: Instant, mayBeWrittenAt: Instant = now): void {
    const { status, reason } = delivery;
    this.totals = addDelivery(this.totals, delivery);
    if (reason !== undefined && status !== 'pending') {
      const key = `${status} ${reason}`;
      const people = (this.reasons.get(key)?.people ?? 0) + 1;
      this.reasons.set(key, { status, reason, people });
    }
    if (status !== 'pending' || mayBeWrittenAt <= now) return;
    this.waiting += 1;
    if (!this.waitsUntil || mayBeWrittenAt < this.waitsUntil) this.waitsUntil = mayBeWrittenAt;
  }

  report(): CampaignReport {
    const { totals, waiting, waitsUntil } = this;
    const reasons = [...this.reasons.values()].sort(
      (a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1),
    );
    return { totals, reasons, waiting, ...(waitsUntil ? { waitsUntil } : {}) };
  }
}
