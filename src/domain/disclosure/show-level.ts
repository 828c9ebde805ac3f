/** How finely a group's answers may be told: the share, three classes, or every point. */

import type { Question } from '../pulse/question';
import { type AnswerClasses, togetherOf } from './answer-classes';
import type { DistributionClass } from './release';

export const showLevels = ['share', 'three', 'each'] as const;
export type ShowLevel = (typeof showLevels)[number];

/** The finest level at which each class has at least 2 answers, of an atom whose share may be shown. */
export function ownLevel(answers: AnswerClasses): ShowLevel {
  if (hasTwoEach(answers.each)) return 'each';
  return hasTwoEach(answers.three) ? 'three' : 'share';
}

/** One atom's answers, with the level it is shown at; absent when its share is not shown. */
export interface LevelledAnswers {
  readonly answers: AnswerClasses;
  readonly level?: ShowLevel;
}

/** The finest level of a total whose share may be shown: at each level the atoms not shown at it are none, or at least
 * two with at least k answers and at least 2 in each class together. Where only the neutral class of those is unknown,
 * it must also be open which of them has how many (each has 0 or 1). */
export function totalLevel(question: Question, atoms: readonly LevelledAnswers[], k: number): ShowLevel {
  const hiddenAt = (level: ShowLevel) =>
    atoms.filter((atom) => !atom.level || showLevels.indexOf(atom.level) < showLevels.indexOf(level));
  const isHidden = (level: 'three' | 'each') => {
    const hidden = hiddenAt(level);
    if (hidden.length === 0) return true;
    const together = togetherOf(
      question,
      hidden.map(({ answers }) => answers),
    );
    const isOpen = level === 'each' || hidden.some((atom) => !atom.level) || together.neutral < hidden.length;
    return hidden.length > 1 && together.n >= k && hasTwoEach(together[level]) && isOpen;
  };
  if (!isHidden('three')) return 'share';
  return togetherOf(question, []).each.length > 0 && isHidden('each') ? 'each' : 'three';
}

/** The level of a margin: that of the coarsest atom in the table. */
export function coarsest(levels: readonly ShowLevel[]): ShowLevel {
  return showLevels.find((level) => levels.includes(level)) ?? 'share';
}

function hasTwoEach(classes: readonly DistributionClass[]): boolean {
  return classes.length > 0 && classes.every(({ count }) => count >= 2);
}
