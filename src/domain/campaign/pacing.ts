/** Teams' published limits as sliding windows: when may the next request begin? */

/** At most `requests` in any `windowMs`. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Per bot and conversation, over creating it and writing to it, without the hour's (source: "Optimize your bot with
 * rate limiting in Teams"). */
export const conversationLimits: readonly RateLimit[] = [
  { requests: 7, windowMs: 1_000 },
  { requests: 8, windowMs: 2_000 },
  { requests: 60, windowMs: 30_000 },
];

/** The same page's limit for an hour, kept apart because its window is too long to remember every request of it. */
export const conversationHourLimit: RateLimit = { requests: 1_800, windowMs: 3_600_000 };

/** Two requests a second apart can arrive a little closer than that: each window is stretched by this much. */
export const guardMs = 15;

/** The earliest time, in the unit of `begunAtMs` (ascending), at which one more request keeps every limit;
 * −Infinity when it is free at once. */
export function earliestBegin(begunAtMs: readonly number[], limits: readonly RateLimit[]): number {
  let earliest = Number.NEGATIVE_INFINITY;
  for (const { requests, windowMs } of limits) {
    const begun = begunAtMs[begunAtMs.length - requests];
    if (begun !== undefined) earliest = Math.max(earliest, begun + windowMs + guardMs);
  }
  return earliest;
}
