/** Every limit per conversation at once, in memory that depends on the rate of sending and not on the audience. */

import { HourCount } from './hour-count';
import { conversationLimits, earliestBegin, guardMs } from './pacing';

const mostTimes = Math.max(...conversationLimits.map(({ requests }) => requests));
const longestMs = Math.max(...conversationLimits.map(({ windowMs }) => windowMs)) + guardMs;

/** Times are kept in two generations of the longest window each: what is older than both limits nothing any more. */
export class ConversationWindows {
  private current = new Map<string, number[]>();
  private previous = new Map<string, number[]>();
  private currentSinceMs = 0;
  private readonly hour = new HourCount();

  /** When one more request to this conversation keeps every limit; −Infinity when at once. */
  earliestMs(conversation: string, nowMs: number): number {
    this.turn(nowMs);
    const begun = this.begunAtMs(conversation);
    const soonest = begun ? earliestBegin(begun, conversationLimits) : Number.NEGATIVE_INFINITY;
    return Math.max(soonest, this.hour.earliestMs(conversation, nowMs));
  }

  begin(conversation: string, nowMs: number): void {
    this.turn(nowMs);
    const begun = [...(this.begunAtMs(conversation) ?? []), nowMs];
    this.current.set(conversation, begun.length > mostTimes ? begun.slice(-mostTimes) : begun);
    this.hour.begin(conversation, nowMs);
  }

  private begunAtMs(conversation: string): readonly number[] | undefined {
    return this.current.get(conversation) ?? this.previous.get(conversation);
  }

  private turn(nowMs: number): void {
    if (nowMs - this.currentSinceMs < longestMs) return;
    const isLongAgo = nowMs - this.currentSinceMs >= 2 * longestMs;
    this.previous = isLongAgo ? new Map() : this.current;
    this.current = new Map();
    this.currentSinceMs = nowMs;
  }
}
