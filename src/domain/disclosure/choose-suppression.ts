/** Chooses, for one question, which atoms are shown, banded or withheld, and whether the total can stand beside them. */

import type { AtomId } from '../ids';
import type { Question } from '../pulse/question';
import type { Atom } from '../pulse/wave';
import { type AnswerClasses, togetherOf } from './answer-classes';
import { bandOf, isNearlyUnanimous } from './band';
import { hidesSafely } from './hides-safely';
import { orderText } from './order-text';
import type { WithheldLabel } from './release';

export interface AtomAnswers {
  readonly atom: Atom;
  readonly answers: AnswerClasses;
}

export interface Suppression {
  readonly withheld: ReadonlyMap<AtomId, WithheldLabel>;
  /** Published, with the band in place of the share. */
  readonly banded: ReadonlySet<AtomId>;
  /** `band`: every atom is published with the same band, so the total's is no news. */
  readonly total: 'shown' | 'band' | 'withheld';
}

/** Withholds atoms with n < k or N < 2k; where the total could then be used to subtract, also the smallest published
 * one (by headcount, of those shown with a share); where that does not help, the total. At most one atom is added:
 * trying another would tell that the first did not suffice. */
export function chooseSuppression(
  question: Question,
  atoms: readonly AtomAnswers[],
  minimumGroupSize: number,
): Suppression {
  const small = atoms.filter(({ atom }) => atom.headcount < 2 * minimumGroupSize);
  const silent = atoms.filter((atom) => !small.includes(atom) && atom.answers.n < minimumGroupSize);
  const heard = atoms.filter((atom) => !small.includes(atom) && !silent.includes(atom));
  const banded = heard.filter(({ answers }) => isNearlyUnanimous(answers));
  const shown = heard.filter((atom) => !banded.includes(atom));
  const given = {
    withheld: new Map<AtomId, WithheldLabel>([
      ...small.map(({ atom }) => [atom.id, 'tooSmallToShow'] as const),
      ...silent.map(({ atom }) => [atom.id, 'notHeardYet'] as const),
    ]),
    banded: new Set(banded.map(({ atom }) => atom.id)),
  };
  const hides = (extra?: AtomAnswers) =>
    hidesSafely({
      silent: silent.length,
      banded: banded.map(({ answers }) => ({ n: answers.n, band: bandOf(answers) })),
      together: togetherOf(
        question,
        [...silent, ...banded, ...(extra ? [extra] : [])].map(({ answers }) => answers),
      ),
      minimumGroupSize,
      ...(extra ? { withheldHeadcount: extra.atom.headcount } : {}),
    });

  if (small.length > 0 || atoms.length === 0) return { ...given, total: 'withheld' };
  if (silent.length + banded.length === 0) return { ...given, total: 'shown' };
  if (silent.length > 0 && hides()) return { ...given, total: 'shown' };
  const smallest = [...shown].sort(byHeadcount)[0];
  if (!smallest) return { ...given, total: shareOneBand(heard) && silent.length === 0 ? 'band' : 'withheld' };
  return {
    ...given,
    withheld: new Map([...given.withheld, [smallest.atom.id, 'tooSmallToShow']]),
    total: hides(smallest) ? 'shown' : 'withheld',
  };
}

function shareOneBand(atoms: readonly AtomAnswers[]): boolean {
  return new Set(atoms.map(({ answers }) => bandOf(answers))).size === 1;
}

function byHeadcount(a: AtomAnswers, b: AtomAnswers): number {
  return a.atom.headcount - b.atom.headcount || orderText(a.atom.id, b.atom.id);
}
