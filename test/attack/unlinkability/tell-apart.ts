/** Looks for anything, in all that is kept about people, that tells one half of a group from the other. */

import type { Person } from '../../../src/domain/programme/person';
import { namesOf } from './link-answers';
import type { SeizedDocument, Seizure } from './seizure';

export interface TellingField {
  readonly field: string;
  /** How far the halves are apart, in standard deviations of what chance alone would do. */
  readonly z: number;
}

/** One group of people in two halves: for instance an atom's people who answered, and those who did not. */
export interface Halves {
  readonly one: readonly Person[];
  readonly other: readonly Person[];
}

type Features = ReadonlyMap<string, number | string>;

/** Five standard deviations are chance once in two million times; few people cannot be so far apart, so nearly as far
 * as they can be is enough, which is about as rare. */
const apart = (most: number): number => Math.min(5, 0.93 * most);

/** Every field of every document about a person, where it stands in the store and when it was written, by ranks
 * (Mann and Whitney 1947, with ties), over all groups together. */
export function tellApart(
  seizure: Pick<Seizure, 'documents'>,
  groups: readonly Halves[],
): readonly TellingField[] {
  const people = groups.flatMap(({ one, other }) => [...one, ...other]);
  const features = featuresIn(seizure.documents, people);
  const fields = [...new Set(people.flatMap((person) => [...(features.get(person)?.keys() ?? [])]))];
  return fields.flatMap((field) => {
    let [deviation, variance, most] = [0, 0, 0];
    for (const { one, other } of groups) {
      const featureOf = (person: Person) => features.get(person)?.get(field) ?? '';
      const test = compareRanks(one.map(featureOf), other.map(featureOf));
      deviation += test.deviation;
      variance += test.variance;
      most += (one.length * other.length) / 2;
    }
    const spread = Math.sqrt(variance);
    const isTelling = spread > 0 && Math.abs(deviation) >= apart(most / spread) * spread;
    return isTelling ? [{ field, z: deviation / spread }] : [];
  });
}

interface Read extends SeizedDocument {
  readonly content: Readonly<Record<string, unknown>>;
}

/** What is known of everybody asked for; of the same documents it is read once. */
const known = new WeakMap<readonly SeizedDocument[], Map<Person, Features>>();

function featuresIn(documents: readonly SeizedDocument[], people: readonly Person[]) {
  const features = known.get(documents) ?? new Map<Person, Features>();
  known.set(documents, features);
  const unread = people.filter((person) => !features.has(person));
  if (unread.length === 0) return features;
  const read = documents.map((document) => ({ ...document, content: JSON.parse(document.json) }));
  for (const person of unread) features.set(person, featuresOf(person, read));
  return features;
}

function featuresOf(person: Person, documents: readonly Read[]): Features {
  const features = new Map<string, number | string>();
  const names = namesOf(person);
  for (const { collection, position, json, content } of documents) {
    if (!names.some((name) => json.includes(name))) continue;
    const place = `${collection} ${String(content.type)} ${String(content.campaignId ?? '')}`;
    features.set(`${place} documents`, Number(features.get(`${place} documents`) ?? 0) + 1);
    features.set(`${place} position`, position);
    flatten(content, place, features);
  }
  return features;
}

function flatten(node: unknown, path: string, features: Map<string, number | string>): void {
  if (node !== null && typeof node === 'object') {
    features.set(`${path} size`, Object.keys(node).length);
    for (const [key, value] of Object.entries(node)) flatten(value, `${path}.${key}`, features);
  } else if (typeof node === 'number') features.set(path, node);
  else features.set(path, isDrawn(String(node)) ? String(node).length : String(node));
}

/** Ids, seals and version stamps, whose order is chance: of few people it sets six before six others too often. Whether one
 * leads to an answer is `linkAnswers`' to find. */
function isDrawn(word: string): boolean {
  return /^[\w:+/=-]{20,}$/.test(word) && !/^\d{4}-\d\d-\d\d/.test(word);
}

/** How far the ranks of `one` are from what they would be if it made no difference, and the variance of that. */
function compareRanks(one: readonly (number | string)[], other: readonly (number | string)[]) {
  const all = [...one, ...other];
  const ranks = rank(all);
  const total = all.length;
  const sum = ranks.slice(0, one.length).reduce((left, right) => left + right, 0);
  const ties = [...countsOf(ranks).values()].reduce((left, count) => left + count ** 3 - count, 0);
  const variance = ((one.length * other.length) / 12) * (total + 1 - ties / (total * (total - 1)));
  return { deviation: sum - (one.length * (total + 1)) / 2, variance };
}

/** Numbers in their order before words in theirs; equals share the middle of their ranks. */
function rank(values: readonly (number | string)[]): readonly number[] {
  const sorted = [...values].sort(compare);
  const first = new Map<number | string, number>();
  for (const [index, value] of sorted.entries()) if (!first.has(value)) first.set(value, index);
  const counts = new Map<number | string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.map((value) => (first.get(value) ?? 0) + ((counts.get(value) ?? 0) + 1) / 2);
}

function compare(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function countsOf(ranks: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const one of ranks) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
