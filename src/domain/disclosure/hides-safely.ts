/** Decides whether a total may be shown beside atoms that are not: nobody may subtract their way to a few people. */

import type { AnswerClasses } from './answer-classes';
import { answerParts, anyCount, type KnownBounds, type PartTotals, possibleCounts } from './possible-counts';
import type { Band } from './release';

/** What everybody can see of the atoms whose share is not shown, and their answers together. */
export interface HiddenAtoms {
  /** How many atoms have fewer than k answers. */
  readonly silent: number;
  /** The people of the atom withheld to protect the others: it is known to have at least k answers, and at least 2
   * favourable and 2 unfavourable ones. */
  readonly withheldHeadcount?: number;
  /** Atoms of which only the band is shown, with their n. */
  readonly banded: readonly { readonly n: number; readonly band: Band }[];
  readonly together: Pick<AnswerClasses, 'n' | 'favourable' | 'neutral' | 'unfavourable'>;
  /** k. */
  readonly minimumGroupSize: number;
}

/** True when at least two atoms are hidden, with at least k answers among those whose n is not shown, at least 2
 * favourable and 2 unfavourable among all of them, and when somebody who knows every label, every headcount, every
 * shown figure, this rule and one hidden answer, their own, still has
 * - for any set of atoms with fewer than k answers at least 2 possible n, and 3 possible favourable and unfavourable
 *   counts, and
 * - for any banded atom (own answer aside) at least 2 possible favourable and unfavourable counts.
 *
 * Depends only on the joint answers of the hidden atoms, so the decision itself says no more than what is shown. */
export function hidesSafely(hidden: HiddenAtoms): boolean {
  const { silent, withheldHeadcount, banded, together, minimumGroupSize: k } = hidden;
  const isOneWithheld = withheldHeadcount !== undefined;
  const unseen = together.n - banded.reduce((sum, { n }) => sum + n, 0);
  if (silent + banded.length + (isOneWithheld ? 1 : 0) < 2) return false;
  if ((silent > 0 && unseen < k) || together.favourable < 2 || together.unfavourable < 2) return false;

  const bands = banded.map(bandBounds);
  const others = [...bands, ...(isOneWithheld ? [withheldBounds(k, withheldHeadcount)] : [])];
  const splits = isOneWithheld ? splitsBesideWithheld(silent, k) : splitsOfSilent(silent, k);
  const areSilentSafe = splits.every(({ watched, rest }) =>
    withOwnAnswer([watched, ...rest, ...others], together).every(([group, ...beside]) =>
      hasChoice(group, beside, together, 3),
    ),
  );
  const silentTogether = isOneWithheld ? Math.min(silent, 1) : silent;
  const everybody = silentTogether > 0 ? [silentBounds(silentTogether * (k - 1)), ...others] : others;
  return (
    areSilentSafe &&
    bands.every((band) =>
      hasChoice(
        band,
        everybody.filter((group) => group !== band),
        together,
        2,
      ),
    )
  );
}

type Groups = readonly [KnownBounds, ...KnownBounds[]];

interface Split {
  readonly watched: KnownBounds;
  readonly rest: readonly KnownBounds[];
}

/** Some of the silent atoms, and the others; all of them together have at least k answers. */
function splitsOfSilent(silent: number, k: number): readonly Split[] {
  return Array.from({ length: Math.max(0, silent - 1) }, (_, index) => ({
    watched: silentBounds((index + 1) * (k - 1)),
    rest: [silentBounds((silent - index - 1) * (k - 1))],
  }));
}

/** An atom is only withheld where the silent ones do not suffice. That they have fewer than k answers, all in the watched
 * atoms but for somebody's own, is always a possible cause; other causes would only add to what is possible. */
function splitsBesideWithheld(silent: number, k: number): readonly Split[] {
  if (silent === 0) return [];
  const alone = { watched: silentBounds(k - 1), rest: [] };
  if (silent === 1) return [alone];
  return [alone, { watched: silentBounds(k - 2), rest: [silentBounds(1)] }];
}

/** The groups as they are, and as they are to somebody of any of them, whatever they answered. */
function withOwnAnswer(groups: Groups, totals: PartTotals): readonly Groups[] {
  const given = answerParts.filter((part) => totals[part] > 0);
  const known = groups.flatMap((own, index) =>
    given.map((part): Groups => {
      const { low, high } = own[part];
      const bounds = { ...own, [part]: { low: Math.max(low, 1), high } };
      const [first, ...rest] = groups;
      return index === 0 ? [bounds, ...rest] : [first, ...rest.with(index - 1, bounds)];
    }),
  );
  return [groups, ...known];
}

/** `n` is shown for a banded atom, so only its shares must stay open: it has one n, others need at least two. */
function hasChoice(
  group: KnownBounds,
  others: readonly KnownBounds[],
  totals: PartTotals,
  atLeast: number,
): boolean {
  const isOpen = (part: 'n' | 'favourable' | 'unfavourable', values: number) => {
    const { low, high } = possibleCounts(group, others, totals, part);
    return high - low + 1 >= values;
  };
  const isNShown = group.n.low === group.n.high;
  return (isNShown || isOpen('n', 2)) && isOpen('favourable', atLeast) && isOpen('unfavourable', atLeast);
}

const silentBounds = (most: number): KnownBounds => ({
  n: { low: 0, high: most },
  favourable: anyCount,
  neutral: anyCount,
  unfavourable: anyCount,
});

const withheldBounds = (k: number, headcount: number): KnownBounds => ({
  n: { low: k, high: headcount },
  favourable: { low: 2, high: headcount },
  neutral: anyCount,
  unfavourable: { low: 2, high: headcount },
});

/** The most usual cause of each band; rarer ones would only add to what is possible. */
function bandBounds({ n, band }: { readonly n: number; readonly band: Band }): KnownBounds {
  const all = { low: n, high: n };
  if (band === 'atMost20') {
    return { n: all, favourable: { low: 0, high: 1 }, neutral: anyCount, unfavourable: anyCount };
  }
  const share =
    band === 'atLeast80'
      ? { low: Math.ceil((n * 4) / 5), high: n }
      : { low: Math.floor(n / 5) + 1, high: Math.ceil((n * 4) / 5) - 1 };
  return { n: all, favourable: share, neutral: anyCount, unfavourable: { low: 0, high: 1 } };
}
