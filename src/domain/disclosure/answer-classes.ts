/** A group's answers to one question, as the classes that a release may speak of. */

import { points, type Question } from '../pulse/question';
import { worksAnswers } from '../review/review';
import type { DistributionClass } from './release';

export interface AnswerClasses {
  /** Answers in the denominator. */
  readonly n: number;
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
  /** Unfavourable, neutral (where the question has a middle) and favourable. */
  readonly three: readonly DistributionClass[];
  /** Every point or number offered, least favourable first; empty for a ballot's questions, which have no points. */
  readonly each: readonly DistributionClass[];
  /** `each` are the numbers of a scale, which are told by their mean and never one by one. */
  readonly isScale: boolean;
  readonly dontKnowYet: number;
  readonly notMyArea: number;
}

/** Favourable is above the middle of the answers offered, unfavourable below, neutral at it; of options, the favoured one is
 * favourable and every other unfavourable. `counts` as a tally's.
 * A `choice` or `text` question has no such classes: everything is 0. */
export function answerClasses(question: Question, counts: Readonly<Record<string, number>>): AnswerClasses {
  const values = valuesOf(question).map(({ at, key }) => ({ at, label: key, count: counts[key] ?? 0 }));
  const places = values.map(({ at }) => at);
  const middle = values.length > 0 ? (Math.min(...places) + Math.max(...places)) / 2 : 0;
  const favourable = sum(values.filter(({ at }) => at > middle));
  const neutral = sum(values.filter(({ at }) => at === middle));
  const unfavourable = sum(values.filter(({ at }) => at < middle));
  const hasMiddle = values.some(({ at }) => at === middle);
  return {
    n: favourable + neutral + unfavourable,
    favourable,
    neutral,
    unfavourable,
    three: [
      { label: 'unfavourable', count: unfavourable },
      ...(hasMiddle ? [{ label: 'neutral', count: neutral }] : []),
      { label: 'favourable', count: favourable },
    ],
    each: isBallot(question) ? [] : values.map(({ label, count }) => ({ label, count })),
    isScale: question.kind === 'scale',
    dontKnowYet: counts.dontKnowYet ?? 0,
    notMyArea: counts.notMyArea ?? 0,
  };
}

/** Whether a design review asks it. */
export function isBallot({ kind }: Pick<Question, 'kind'>): boolean {
  return kind === 'option' || kind === 'works';
}

/** The answers of several groups together. */
export function togetherOf(question: Question, groups: readonly AnswerClasses[]): AnswerClasses {
  const add = (of: (group: AnswerClasses) => number) => groups.reduce((total, group) => total + of(group), 0);
  const like = groups[0] ?? answerClasses(question, {});
  const addClasses = (key: 'three' | 'each') =>
    like[key].map(({ label }, index) => ({
      label,
      count: add((group) => group[key][index]?.count ?? 0),
    }));
  return {
    n: add((group) => group.n),
    favourable: add((group) => group.favourable),
    neutral: add((group) => group.neutral),
    unfavourable: add((group) => group.unfavourable),
    three: addClasses('three'),
    each: addClasses('each'),
    isScale: like.isScale,
    dontKnowYet: add((group) => group.dontKnowYet),
    notMyArea: add((group) => group.notMyArea),
  };
}

function valuesOf(question: Question): readonly { readonly at: number; readonly key: string }[] {
  switch (question.kind) {
    case 'confidence':
    case 'agreement':
      return points.map((point) => ({ at: point, key: `point${point}` }));
    case 'scale':
      return Array.from({ length: question.maximum - question.minimum + 1 }, (_, index) => ({
        at: question.minimum + index,
        key: `number:${question.minimum + index}`,
      }));
    case 'option':
      return question.choices.map(({ id }) => ({
        at: id === (question.favouring ?? question.choices[0]?.id) ? 3 : 1,
        key: `choice:${id}`,
      }));
    case 'works':
      return [...worksAnswers].reverse().map((answer, index) => ({ at: index + 1, key: `choice:${answer}` }));
    default:
      return [];
  }
}

const sum = (values: readonly { readonly count: number }[]) =>
  values.reduce((total, { count }) => total + count, 0);
