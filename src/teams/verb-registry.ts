/** The verbs by name. */

import type { Verb } from './verb';

export type VerbRegistry = ReadonlyMap<string, Verb<unknown>>;

/** @throws RangeError when two verbs have one name. */
export function verbRegistry(verbs: readonly Verb<unknown>[]): VerbRegistry {
  const registry = new Map<string, Verb<unknown>>();
  for (const verb of verbs) {
    if (registry.has(verb.name)) throw new RangeError(`two verbs are called ${verb.name}`);
    registry.set(verb.name, verb);
  }
  return registry;
}
