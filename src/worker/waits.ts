/** A person to whom it is not yet time to write. */

import type { Instant } from '../domain/instant';

/** Thrown through a send whose turn came too late in the hours that suit the person. */
export class NotYet extends Error {
  override readonly name = 'NotYet';

  constructor(readonly until: Instant) {
    super('not a time that suits');
  }
}

/** The earlier of two times; either may be absent. */
export function earlierOf(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
