/** What a programme file expects at a place: the words for an error's remedy come from the schema itself. */

import { type JsonSchema, programmeJsonSchema } from './json-schema';

export interface Expected {
  readonly description?: string;
  /** The keys that may stand here; none where it is no mapping. */
  readonly keys: readonly string[];
}

const schemas = new Map<() => JsonSchema, JsonSchema>();

/** @param published of the kind of file that is read. */
export function expectedAt(
  path: readonly PropertyKey[],
  published: () => JsonSchema = programmeJsonSchema,
): Expected {
  const schema = schemas.get(published) ?? published();
  schemas.set(published, schema);
  const places = path.reduce<readonly JsonSchema[]>(
    (current, key) => current.flatMap((place) => stepsInto(place, key)),
    alternatives(schema),
  );
  const description = places.find((place) => place.description)?.description;
  const keys = new Set(places.flatMap((place) => Object.keys(place.properties ?? {})));
  return { ...(description ? { description } : {}), keys: [...keys] };
}

function stepsInto(place: JsonSchema, key: PropertyKey): readonly JsonSchema[] {
  const further =
    typeof key === 'number' ? place.items : (place.properties?.[String(key)] ?? place.additionalProperties);
  return further && typeof further === 'object' ? alternatives(further) : [];
}

/** A union's own description comes first, then what each of its members allows. */
function alternatives(place: JsonSchema): readonly JsonSchema[] {
  return [place, ...(place.oneOf ?? place.anyOf ?? [])];
}
