/** Finds whatever was done to a decision log since it was written: without this nobody could rely on it. */

import { chainedContent } from './chained-content';
import type { DecisionLogEntry } from './decision';

/** An entry as the store has it. */
export interface StoredEntry {
  /** The place that the document's id names; NaN where it names none. */
  readonly place: number;
  readonly entry: DecisionLogEntry;
  /** What the store keeps beside the entry says what it says of every entry in this place. */
  readonly isFiledRight: boolean;
}

/** A head as a decision card shows it: whoever keeps one can tell later that nothing up to it is gone. */
export interface ChainHead {
  readonly seq: number;
  readonly head: string;
}

/**
 * `edited`: the content is not what was chained, or its link is not the one it had. `missing`: nothing is in this place,
 * up to `to`. `misplaced`: the entry belongs elsewhere. `notAfter`: it does not follow the entry before it. `otherKey`: it
 * was chained under a service key that is not the one in use, so nothing can be said of its content. `truncated`: a head is
 * known of an entry beyond the last. `otherHead`: a head is known that is not this entry's.
 */
export type ChainProblem =
  | { readonly kind: 'edited' | 'misplaced' | 'notAfter' | 'truncated' | 'otherHead'; readonly seq: number }
  | { readonly kind: 'missing'; readonly seq: number; readonly to: number }
  | { readonly kind: 'otherKey'; readonly seq: number; readonly keyId: string };

export interface ChainVerdict {
  readonly entries: number;
  /** Of the last entry; absent while there is none. */
  readonly head?: ChainHead;
  /** None: every entry is as it was written, and none is gone that a known head or a later entry speaks for. */
  readonly problems: readonly ChainProblem[];
}

/** The MAC of a content under the service key in use. */
export type ChainMac = (content: string) => { readonly mac: string; readonly keyId: string };

/** Any change of an entry, its removal, its exchange with another and, as far as a head is known, the removal of the last
 * ones is among the problems. Entries removed from the end that no known head speaks for cannot be found: nothing is left
 * that would miss them. */
export function verifyChain(
  stored: readonly StoredEntry[],
  chainMac: ChainMac,
  knownHeads: readonly ChainHead[] = [],
): ChainVerdict {
  const homeless = stored.filter(({ place }) => !Number.isSafeInteger(place) || place < 1);
  const placed = stored
    .filter((one) => !homeless.includes(one))
    .sort((one, other) => one.place - other.place);
  const problems: ChainProblem[] = homeless.map(({ entry }) => ({ kind: 'misplaced', seq: entry.seq }));
  let expected = 1;
  let before = '';
  for (const one of placed) {
    const { place, entry } = one;
    const isNext = place === expected;
    if (!isNext) problems.push({ kind: 'missing', seq: expected, to: place - 1 });
    problems.push(...problemsOf(one, chainMac));
    if (isNext && entry.previousMac !== before) problems.push({ kind: 'notAfter', seq: place });
    before = entry.mac;
    expected = place + 1;
  }
  const last = placed.at(-1);
  problems.push(...problemsWithHeads(placed, knownHeads));
  const once = new Map(problems.map((problem) => [`${problem.kind} ${problem.seq}`, problem]));
  return {
    entries: stored.length,
    ...(last ? { head: { seq: last.place, head: last.entry.mac } } : {}),
    problems: [...once.values()],
  };
}

function* problemsOf(
  { place, entry, isFiledRight }: StoredEntry,
  chainMac: ChainMac,
): Generator<ChainProblem> {
  const { mac, keyId, ...content } = entry;
  if (entry.seq !== place) yield { kind: 'misplaced', seq: place };
  const own = chainMac(chainedContent(content));
  if (keyId !== own.keyId) yield { kind: 'otherKey', seq: place, keyId: String(keyId) };
  else if (mac !== own.mac || !isFiledRight) yield { kind: 'edited', seq: place };
}

function problemsWithHeads(
  placed: readonly StoredEntry[],
  heads: readonly ChainHead[],
): readonly ChainProblem[] {
  const last = placed.at(-1)?.place ?? 0;
  const macs = new Map(placed.map(({ place, entry }) => [place, entry.mac]));
  return heads.flatMap(({ seq, head }): readonly ChainProblem[] => {
    if (seq > last) return [{ kind: 'truncated', seq: last + 1 }];
    const mac = macs.get(seq);
    return mac === undefined || mac === head ? [] : [{ kind: 'otherHead', seq }];
  });
}
