/** Counts requests of the last hour per conversation in fixed memory: it may count too many, never too few. */

import { conversationHourLimit } from './pacing';
import { hashOf } from './spread';

const slotMs = 600_000;
const slots = conversationHourLimit.windowMs / slotMs + 1;
const counters = 32_768;

/** Conversations share counters by hash; the slot that is being filled comes on top of the six full ones. */
export class HourCount {
  private readonly counts = Array.from({ length: slots }, () => new Uint32Array(counters));
  private slot = Number.NEGATIVE_INFINITY;

  /** When one more request keeps the hour's limit; −Infinity when at once. */
  earliestMs(conversation: string, nowMs: number): number {
    this.turn(nowMs);
    const counter = hashOf(conversation) % counters;
    let counted = 0;
    for (const count of this.counts) counted += count[counter] ?? 0;
    return counted < conversationHourLimit.requests ? Number.NEGATIVE_INFINITY : (this.slot + 1) * slotMs;
  }

  begin(conversation: string, nowMs: number): void {
    this.turn(nowMs);
    const counter = hashOf(conversation) % counters;
    const count = this.counts[this.slot % slots];
    if (count) count[counter] = (count[counter] ?? 0) + 1;
  }

  private turn(nowMs: number): void {
    const slot = Math.floor(nowMs / slotMs);
    if (slot <= this.slot) return;
    const from = Math.max(this.slot + 1, slot - slots + 1);
    for (let fresh = from; fresh <= slot; fresh += 1) this.counts[fresh % slots]?.fill(0);
    this.slot = slot;
  }
}
