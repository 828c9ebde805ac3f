/** The shares of "I don't know yet" and "not my area", each shown only where it stands for at least 2 people. */

import type { Question } from '../pulse/question';
import { type AnswerClasses, togetherOf } from './answer-classes';
import type { OutsideShares } from './release';

export type OutsideKind = OutsideShares['kind'];

/** Each apart where both have at least 2 answers; else both together where these are at least 2. */
export function ownOutside({ dontKnowYet, notMyArea }: AnswerClasses): OutsideKind | undefined {
  if (dontKnowYet >= 2 && notMyArea >= 2) return 'each';
  return dontKnowYet + notMyArea >= 2 ? 'together' : undefined;
}

export interface OutsideAnswers {
  readonly answers: AnswerClasses;
  /** Absent when the atom shows none. */
  readonly outside?: OutsideKind;
}

/** For a total: the atoms that do not show them must be none, or at least two with at least k answers and at least 2
 * of each (or of both together). */
export function totalOutside(
  question: Question,
  atoms: readonly OutsideAnswers[],
  k: number,
): OutsideKind | undefined {
  const everyone = ownOutside(
    togetherOf(
      question,
      atoms.map(({ answers }) => answers),
    ),
  );
  const isHidden = (hidden: readonly OutsideAnswers[], kind: OutsideKind) => {
    if (hidden.length === 0) return true;
    const together = togetherOf(
      question,
      hidden.map(({ answers }) => answers),
    );
    const own = ownOutside(together);
    return hidden.length > 1 && together.n >= k && (own === 'each' || own === kind);
  };
  const isTogetherHidden = isHidden(
    atoms.filter(({ outside }) => !outside),
    'together',
  );
  if (!everyone || !isTogetherHidden) return undefined;
  const isEachHidden = isHidden(
    atoms.filter(({ outside }) => outside !== 'each'),
    'each',
  );
  return everyone === 'each' && isEachHidden ? 'each' : 'together';
}

/** For a margin: what every atom of the table shows. */
export function commonOutside(kinds: readonly (OutsideKind | undefined)[]): OutsideKind | undefined {
  if (kinds.some((kind) => !kind)) return undefined;
  return kinds.every((kind) => kind === 'each') ? 'each' : 'together';
}

export function outsideShares(answers: AnswerClasses, kind: OutsideKind): OutsideShares {
  const { n, dontKnowYet, notMyArea } = answers;
  const all = n + dontKnowYet + notMyArea;
  return kind === 'each'
    ? { kind, dontKnowYet: dontKnowYet / all, notMyArea: notMyArea / all }
    : { kind, dontKnowYetOrNotMyArea: (dontKnowYet + notMyArea) / all };
}
