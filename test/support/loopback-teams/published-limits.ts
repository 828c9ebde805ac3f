/** Teams' published limits, and the count of those who ask again while they were told to wait. */

import { SlidingWindows, type WindowLimit } from './sliding-windows';

const second = 1_000;

/** Per bot per conversation, for sending to it and for creating it. */
const writeLimits: readonly WindowLimit[] = [
  { requests: 7, windowMs: second },
  { requests: 8, windowMs: 2 * second },
  { requests: 60, windowMs: 30 * second },
  { requests: 1_800, windowMs: 3_600 * second },
];

/** Per bot per conversation, for reading its members. */
const readLimits: readonly WindowLimit[] = [
  { requests: 14, windowMs: second },
  { requests: 16, windowMs: 2 * second },
  { requests: 120, windowMs: 30 * second },
  { requests: 3_600, windowMs: 3_600 * second },
];

export type LimitedOperation = 'create' | 'write' | 'read';
export type LimitScope = 'app' | 'conversation';

export interface Refusal {
  readonly scope: LimitScope;
  readonly retryAfterMs: number;
}

interface Lane {
  readonly windows: SlidingWindows;
  refusedAtMs: number;
  retryAtMs: number;
}

export class PublishedLimits {
  readonly #lanes = {
    app: new Map<string, Lane>(),
    create: new Map<string, Lane>(),
    write: new Map<string, Lane>(),
    read: new Map<string, Lane>(),
  };
  readonly #appLimit: number;
  readonly #hasConversationLimits: boolean;
  readonly #graceMs: number;

  /**
   * @param appRequestsPerSecond per app per tenant; 0 for no cap.
   * @param graceMs a request that arrives this soon after a refusal was on its way when the refusal was given.
   */
  constructor(appRequestsPerSecond: number, hasConversationLimits: boolean, graceMs: number) {
    this.#appLimit = appRequestsPerSecond;
    this.#hasConversationLimits = hasConversationLimits;
    this.#graceMs = graceMs;
  }

  /** Admits one request or says how long to wait, and whether the caller was still to wait. */
  admit(
    tenantId: string,
    operation: LimitedOperation,
    conversationKey: string,
    nowMs: number,
  ): { readonly refusal?: Refusal; readonly isTooEarly: boolean } {
    const lanes: [LimitScope, Lane][] = [];
    if (this.#appLimit > 0) {
      const limit = [{ requests: this.#appLimit, windowMs: second }];
      lanes.push(['app', laneOf(this.#lanes.app, tenantId, limit)]);
    }
    if (this.#hasConversationLimits) {
      const limits = operation === 'read' ? readLimits : writeLimits;
      lanes.push(['conversation', laneOf(this.#lanes[operation], conversationKey, limits)]);
    }
    const isTooEarly = lanes.some(
      ([, lane]) => nowMs > lane.refusedAtMs + this.#graceMs && nowMs < lane.retryAtMs,
    );
    for (const [scope, lane] of lanes) {
      const waitMs = lane.windows.waitMs(nowMs);
      if (waitMs <= 0) continue;
      // Retry-After counts whole seconds, so the client waits at least as long as the window needs.
      const retryAfterMs = Math.ceil(waitMs / second) * second;
      lane.refusedAtMs = nowMs;
      lane.retryAtMs = nowMs + retryAfterMs;
      return { refusal: { scope, retryAfterMs }, isTooEarly };
    }
    for (const [, lane] of lanes) lane.windows.record(nowMs);
    return { isTooEarly };
  }
}

function laneOf(lanes: Map<string, Lane>, key: string, limits: readonly WindowLimit[]): Lane {
  const known = lanes.get(key);
  if (known !== undefined) return known;
  const created = { windows: new SlidingWindows(limits), refusedAtMs: -Infinity, retryAtMs: -Infinity };
  lanes.set(key, created);
  return created;
}
