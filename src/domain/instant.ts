/** Instants as ISO-8601 UTC strings with milliseconds, so that text order is time order. */

export type Instant = string & { readonly __brand: 'instant' };
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'day' };

export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function plusMs(instant: Instant, ms: number): Instant {
  return instantOf(epochMsOf(instant) + ms);
}

export function plusDays(instant: Instant, days: number): Instant {
  return plusMs(instant, days * 86_400_000);
}

/** The UTC day of an instant: the finest time an answer ever holds. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10) as Day;
}
