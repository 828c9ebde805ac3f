/** Every limit per conversation at once, in memory that depends on the rate of sending and not on the audience. */

import { HourCount } from './hour-count';
import { conversationLimits, earliestBegin, guardMs } from './pacing';
import { hashOf } from './spread';

const mostTimes = Math.max(...conversationLimits.map(({ requests }) => requests));
const longestMs = Math.max(...conversationLimits.map(({ windowMs }) => windowMs)) + guardMs;

/** One time or several, in ascending order: nearly every conversation sees one message while it is remembered. */
type Begun = number | readonly number[];

/** Times are kept in two generations of the longest window each: what is older than both limits nothing any more. By hash,
 * so that a conversation takes as little room as can be: of two that share one, both count for each. */
export class ConversationWindows {
  private current = new Map<number, Begun>();
  private previous = new Map<number, Begun>();
  private currentSinceMs = 0;
  private readonly hour = new HourCount();

  /** When one more request to this conversation keeps every limit; −Infinity when at once. */
  earliestMs(conversation: string, nowMs: number): number {
    this.turn(nowMs);
    const begun = this.begunAtMs(placeOf(conversation));
    const soonest = earliestBegin(timesOf(begun), conversationLimits);
    return Math.max(soonest, this.hour.earliestMs(conversation, nowMs));
  }

  begin(conversation: string, nowMs: number): void {
    this.turn(nowMs);
    const place = placeOf(conversation);
    const earlier = this.begunAtMs(place);
    this.current.set(place, earlier === undefined ? nowMs : [...timesOf(earlier), nowMs].slice(-mostTimes));
    this.hour.begin(conversation, nowMs);
  }

  private begunAtMs(place: number): Begun | undefined {
    return this.current.get(place) ?? this.previous.get(place);
  }

  private turn(nowMs: number): void {
    if (nowMs - this.currentSinceMs < longestMs) return;
    const isLongAgo = nowMs - this.currentSinceMs >= 2 * longestMs;
    this.previous = isLongAgo ? new Map() : this.current;
    this.current = new Map();
    this.currentSinceMs = nowMs;
  }
}

/** Within 32 bits with a sign, which a map keeps without an object. */
function placeOf(conversation: string): number {
  return hashOf(conversation) | 0;
}

function timesOf(begun: Begun | undefined): readonly number[] {
  if (begun === undefined) return [];
  return typeof begun === 'number' ? [begun] : begun;
}
