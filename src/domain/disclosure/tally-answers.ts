/** Counts answers per atom, question and value: all that is kept of them once a wave is released. */

import type { AtomId, QuestionId } from '../ids';
import type { AnswerSheet } from '../pulse/answer';
import { fitsQuestion } from '../pulse/fits-question';
import type { AnswerValue, Question } from '../pulse/question';

export interface AnswerTally {
  readonly atomId: AtomId;
  readonly questionId: QuestionId;
  /** By value: `point1` … `point5`, `dontKnowYet`, `notMyArea`, `number:<n>`, `choice:<id>`. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface AnswerTallies {
  readonly tallies: readonly AnswerTally[];
}

/** Needs memory by atom, not by person. A value that is no answer to its question is not counted. */
export function tallyAnswers(sheets: Iterable<AnswerSheet>, questions: readonly Question[]): AnswerTallies {
  const tallies = new Map<
    string,
    { atomId: AtomId; questionId: QuestionId; counts: Record<string, number> }
  >();
  for (const { atomId, values } of sheets) {
    for (const question of questions) {
      const { id: questionId } = question;
      const counted = countedAs(question, values[questionId]);
      if (counted === undefined) continue;
      const key = `${questionId}\n${atomId}`;
      const tally = tallies.get(key) ?? { atomId, questionId, counts: {} };
      tallies.set(key, tally);
      tally.counts[counted] = (tally.counts[counted] ?? 0) + 1;
    }
  }
  return { tallies: [...tallies.values()] };
}

/** The name under which an answer is counted; undefined for words, and for what is no answer to the question. */
export function countedAs(question: Question, value: AnswerValue | undefined): string | undefined {
  if (value === undefined || !fitsQuestion(question, value)) return undefined;
  switch (value.kind) {
    case 'point':
      return `point${value.point}`;
    case 'outside':
      return value.outside;
    case 'number':
      return `number:${value.number}`;
    case 'choice':
      return `choice:${value.choice}`;
    default:
      return undefined;
  }
}
