/** What can go wrong on the way to Teams, on demand or at random. */

import type { ConnectorRoute } from './connector-route';

/**
 * `accepted: true` lets Teams carry the request out first, so that only its reply is lost or false.
 * `retryAfterSeconds` is sent with a 429 only when given.
 */
export type FaultEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly retryAfterSeconds?: number;
      readonly accepted?: boolean;
    }
  | { readonly kind: 'hang'; readonly accepted?: boolean }
  | { readonly kind: 'reset'; readonly accepted?: boolean }
  | { readonly kind: 'latency'; readonly ms: number; readonly upToMs?: number };

/** Absent conditions match every request. */
export interface FaultRule {
  readonly routes?: readonly ConnectorRoute[];
  readonly aadObjectId?: string;
  /** Requests that match but pass untouched before the fault begins. */
  readonly skip?: number;
  /** How many requests it strikes at most; without it, all. */
  readonly times?: number;
  /** Between 0 and 1, drawn from the seeded generator; without it, 1. */
  readonly probability?: number;
  readonly effect: FaultEffect;
}

export interface InjectedFault {
  readonly rule: FaultRule;
  readonly struck: number;
}

/** Teams took the message; the connection broke before it could say so. */
export const replyLost: FaultEffect = { kind: 'reset', accepted: true };

export class Faults {
  readonly #random: () => number;
  #injected: { readonly rule: FaultRule; seen: number; struck: number }[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  inject(rule: FaultRule): InjectedFault {
    const injected = { rule, seen: 0, struck: 0 };
    this.#injected.push(injected);
    return injected;
  }

  clear(): void {
    this.#injected = [];
  }

  list(): readonly InjectedFault[] {
    return this.#injected;
  }

  /** The delay and the first fault that strike this request. */
  strike(route: ConnectorRoute, aadObjectId: string | undefined): { delayMs: number; effect?: FaultEffect } {
    let delayMs = 0;
    for (const fault of this.#injected) {
      if (!this.#strikes(fault, route, aadObjectId)) continue;
      const { effect } = fault.rule;
      if (effect.kind !== 'latency') return { delayMs, effect };
      delayMs += effect.ms + this.#random() * Math.max(0, (effect.upToMs ?? effect.ms) - effect.ms);
    }
    return { delayMs };
  }

  #strikes(
    fault: { readonly rule: FaultRule; seen: number; struck: number },
    route: ConnectorRoute,
    aadObjectId: string | undefined,
  ): boolean {
    const { rule } = fault;
    if (rule.routes !== undefined && !rule.routes.includes(route)) return false;
    if (rule.aadObjectId !== undefined && rule.aadObjectId !== aadObjectId) return false;
    if (fault.struck >= (rule.times ?? Infinity)) return false;
    fault.seen += 1;
    if (fault.seen <= (rule.skip ?? 0)) return false;
    if (rule.probability !== undefined && this.#random() >= rule.probability) return false;
    fault.struck += 1;
    return true;
  }
}
