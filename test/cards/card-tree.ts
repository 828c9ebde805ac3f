/** Walks the JSON of cards and templates, for the tests that hold them to the profile. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** Every object in the tree, the root first. */
export function* objectsIn(node: Json): Generator<JsonObject> {
  if (Array.isArray(node)) for (const item of node) yield* objectsIn(item);
  else if (isObject(node)) {
    yield node;
    for (const value of Object.values(node)) yield* objectsIn(value);
  }
}

/** Every string in the tree with the key it stands under. */
export function* stringsIn(node: Json, key = ''): Generator<readonly [string, string]> {
  if (typeof node === 'string') yield [key, node];
  else if (Array.isArray(node)) for (const item of node) yield* stringsIn(item, key);
  else if (isObject(node)) for (const [name, value] of Object.entries(node)) yield* stringsIn(value, name);
}

/** Every element and action: what has a type. */
export function elementsIn(card: unknown): readonly JsonObject[] {
  return [...objectsIn(card as Json)].filter(({ type }) => typeof type === 'string');
}

/** What a person reads in a card. */
export function wordsIn(card: unknown): readonly string[] {
  const read = new Set(['text', 'title', 'value', 'label', 'placeholder', 'errorMessage']);
  return [...stringsIn(card as Json)].filter(([key]) => read.has(key)).map(([, words]) => words);
}

/** The card's execute actions of one verb. */
export function actionsOf(card: unknown, verb: string): readonly JsonObject[] {
  return elementsIn(card).filter((element) => element.type === 'Action.Execute' && element.verb === verb);
}
