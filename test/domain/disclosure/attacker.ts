/** The attacker of the disclosure rule, by brute force: knows every headcount, every row, the rule itself, and one answer:
 * their own. */

import { bandOf } from '../../../src/domain/disclosure/band';
import type { GroupRow } from '../../../src/domain/disclosure/release';

export interface Secret {
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

export interface SmallProgramme {
  readonly minimumGroupSize: number;
  /** One for each atom, at least 2k. */
  readonly headcounts: readonly number[];
  readonly secrets: readonly Secret[];
}

/** What is shown of a programme: the total's row and one row for each atom, in order. */
export type Publish = (programme: SmallProgramme) => {
  readonly total: GroupRow;
  readonly atoms: readonly GroupRow[];
};

export const answersOf = ({ favourable, neutral, unfavourable }: Secret) =>
  favourable + neutral + unfavourable;

/** Something an attacker must stay unsure of, with the values still possible to them. */
interface Watched {
  readonly what: string;
  readonly countIn: (secrets: readonly Secret[]) => number;
  /** Whether these answers include the attacker's own. */
  readonly fitsOwn: (secrets: readonly Secret[]) => boolean;
  readonly atLeast: number;
  /** By value, answers that would look the same. */
  readonly seen: Map<number, readonly Secret[]>;
}

/** The first set of people, if any, of whom too much can be told: 1 ≤ n < k with n known, or with the favourable or
 * unfavourable count within fewer than 3 values; or a banded atom with either count known. Walks at random among the
 * answers that would be shown just so: what it has seen is possible, so what it finds open is open. */
export function findLeak(
  publish: Publish,
  programme: SmallProgramme,
  random: () => number,
  mostSteps = 60_000,
): string | undefined {
  const shown = publish(programme);
  const asShown = JSON.stringify(shown);
  const hidden = shown.atoms.flatMap(({ figures }, index) => (figures.label === 'shown' ? [] : [index]));
  const watched = watch(programme, shown.atoms);
  const isOpen = () => watched.every(({ seen, atLeast }) => seen.size >= atLeast);
  const outcomes = new Map<string, boolean>();
  const looksTheSame = (values: readonly Secret[]): boolean => {
    const secrets = programme.secrets.map((secret, index) => values[hidden.indexOf(index)] ?? secret);
    const key = values.map(keyOf).join(';');
    const known = outcomes.get(key);
    if (known !== undefined) return known;
    outcomes.set(key, false);
    if (!addsUp(shown.total, secrets)) return false;
    if (JSON.stringify(publish({ ...programme, secrets })) !== asShown) return false;
    outcomes.set(key, true);
    for (const { seen, countIn, fitsOwn } of watched) {
      if (fitsOwn(secrets)) seen.set(countIn(secrets), values);
    }
    return true;
  };

  const choices = hidden.map((index) => candidatesFor(programme, index, shown.atoms[index]));
  const allowed = choices.map((some) => new Set(some.map(keyOf)));
  const isAllowed = (values: readonly Secret[]) =>
    values.every((secret, at) => allowed[at]?.has(keyOf(secret)));
  const truth = hidden.flatMap((index) => programme.secrets[index] ?? []);
  looksTheSame(truth);
  let state: readonly Secret[] = truth;
  for (let step = 0; step < mostSteps && !isOpen(); step += 1) {
    if (step % 40 === 0) {
      // Begins again where something still looks narrow.
      const narrow = watched.filter(({ seen, atLeast }) => seen.size < atLeast);
      const starts = [...(narrow[Math.floor(random() * narrow.length)]?.seen.values() ?? [])];
      state = starts[Math.floor(random() * starts.length)] ?? truth;
    }
    const next = trade(state, random, shown.total.figures.label !== 'shown');
    if (isAllowed(next) && looksTheSame(next)) state = next;
  }
  return watched.find(({ seen, atLeast }) => seen.size < atLeast)?.what;
}

/** Spares publishing what the total already rules out. */
function addsUp({ figures }: GroupRow, secrets: readonly Secret[]): boolean {
  if (figures.label !== 'shown') return true;
  const sum = (of: (secret: Secret) => number) => secrets.reduce((all, secret) => all + of(secret), 0);
  return sum(answersOf) === figures.n && sum(({ favourable }) => favourable) === figures.favourable;
}

function watch({ minimumGroupSize, secrets }: SmallProgramme, rows: readonly GroupRow[]): readonly Watched[] {
  const silent = rows.flatMap(({ figures }, index) => (figures.label === 'notHeardYet' ? [index] : []));
  const sets = subsetsOf(silent).filter((set) => {
    const n = set.reduce((sum, index) => sum + answersOf(secrets[index] ?? nobody), 0);
    return n >= 1 && n < minimumGroupSize;
  });
  const watchSet = (
    set: readonly number[],
    counts: readonly (readonly [part: string, of: (secret: Secret) => number, atLeast: number])[],
    { who, fitsOwn }: Own,
  ) =>
    counts.map(([part, of, atLeast]) => ({
      what: `${part} of atoms ${set.join(', ')} to ${who}`,
      countIn: (all: readonly Secret[]) => set.reduce((sum, index) => sum + of(all[index] ?? nobody), 0),
      fitsOwn,
      atLeast,
      seen: new Map(),
    }));
  const withLabel = (label: string) =>
    rows.flatMap(({ figures }, index) => (figures.label === label ? [index] : []));
  const anybody: Own = { who: 'anybody', fitsOwn: () => true };
  const hidden = [...silent, ...withLabel('band'), ...withLabel('tooSmallToShow')];
  const insiders = hidden.flatMap((index) =>
    parts.flatMap((part): Own[] =>
      (secrets[index]?.[part] ?? 0) > 0
        ? [{ who: `one ${part} of atom ${index}`, fitsOwn: (all) => (all[index]?.[part] ?? 0) > 0 }]
        : [],
    ),
  );
  return [
    ...sets.flatMap((set) =>
      [anybody, ...insiders].flatMap((own) =>
        watchSet(
          set,
          [
            ['n', answersOf, 2],
            ['favourable', (secret) => secret.favourable, 3],
            ['unfavourable', (secret) => secret.unfavourable, 3],
          ],
          own,
        ),
      ),
    ),
    ...withLabel('band').flatMap((index) =>
      watchSet(
        [index],
        [
          ['favourable', (secret) => secret.favourable, 2],
          ['unfavourable', (secret) => secret.unfavourable, 2],
        ],
        anybody,
      ),
    ),
  ];
}

interface Own {
  readonly who: string;
  readonly fitsOwn: (secrets: readonly Secret[]) => boolean;
}

const parts = ['favourable', 'neutral', 'unfavourable'] as const;

function subsetsOf([first, ...rest]: readonly number[]): readonly (readonly number[])[] {
  if (first === undefined) return [[]];
  const others = subsetsOf(rest);
  return [...others, ...others.map((set) => [first, ...set])];
}

const nobody: Secret = { favourable: 0, neutral: 0, unfavourable: 0 };
const keyOf = (secret: Secret) => `${secret.favourable},${secret.neutral},${secret.unfavourable}`;

/** What an atom's label lets it be. */
function candidatesFor(
  programme: SmallProgramme,
  index: number,
  row: GroupRow | undefined,
): readonly Secret[] {
  const k = programme.minimumGroupSize;
  const headcount = programme.headcounts[index] ?? 0;
  const figures = row?.figures;
  switch (figures?.label) {
    case 'notHeardYet':
      return secretsWith(0, k - 1);
    case 'tooSmallToShow':
      return secretsWith(k, headcount);
    case 'band':
      return secretsWith(figures.n, figures.n).filter(
        (secret) => bandOf({ n: figures.n, favourable: secret.favourable }) === figures.band,
      );
    default:
      return [];
  }
}

const cache = new Map<string, readonly Secret[]>();

function secretsWith(fewest: number, most: number): readonly Secret[] {
  const key = `${fewest}-${most}`;
  const known = cache.get(key);
  if (known) return known;
  const all: Secret[] = [];
  for (let n = fewest; n <= most; n += 1) {
    for (let favourable = 0; favourable <= n; favourable += 1) {
      for (let unfavourable = 0; unfavourable <= n - favourable; unfavourable += 1) {
        all.push({ favourable, unfavourable, neutral: n - favourable - unfavourable });
      }
    }
  }
  cache.set(key, all);
  return all;
}

/** A few people of two hidden atoms exchange answers; where no total binds them, one atom changes on its own. */
function trade(secrets: readonly Secret[], random: () => number, isFree: boolean): readonly Secret[] {
  const any = (below: number) => Math.floor(random() * below);
  const changed = secrets.map((secret) => ({ ...secret }));
  for (let moves = 1 + any(3); moves > 0; moves -= 1) {
    const [from, to] = [changed[any(changed.length)], changed[any(changed.length)]];
    const [part, back] = [parts[any(3)] ?? 'neutral', parts[any(3)] ?? 'neutral'];
    const isReturned = any(2) === 0;
    if (!from || !to) continue;
    const one = any(2) ? 1 : -1;
    from[part] -= one;
    if (isReturned) from[back] += one;
    if (isFree && any(2)) continue;
    to[part] += one;
    if (isReturned) to[back] -= one;
  }
  return changed;
}
