/** The parts of a card by which one question is answered: a button for each answer, or an input and Save. */

import { z } from 'zod';
import { maximumTextLength } from '../domain/pulse/fits-question';
import { outsideAnswers, points, type Question } from '../domain/pulse/question';
import type { Catalogue } from '../text/catalogue';
import { asLines, line, lines } from './subject';

const answers = z.array(z.strictObject({ title: line, answer: line }));

/** For the schema of a card that asks a question. */
export const answerShape = {
  answerSets: z.array(z.strictObject({ orientation: z.enum(['vertical', 'horizontal']), answers })),
  choiceInputs: z.array(
    z.strictObject({
      id: z.enum(['number', 'choice']),
      label: line,
      style: z.enum(['compact', 'expanded']),
      placeholder: line,
      errorMessage: line,
      choices: z.array(z.strictObject({ title: line, value: line })).min(1),
    }),
  ),
  textInputs: z.array(
    z.strictObject({ hints: lines, label: line, typed: z.string(), maxLength: z.number() }),
  ),
  saveSets: z.array(z.strictObject({ save: line, skips: lines })),
};

type AnswerParts = { readonly [P in keyof typeof answerShape]: z.input<(typeof answerShape)[P]> };

export function answerParts(question: Question, typed: string, { pulse }: Catalogue): AnswerParts {
  const none: AnswerParts = { answerSets: [], choiceInputs: [], textInputs: [], saveSets: [] };
  const saveSets = [{ save: pulse.save, skips: [] }];
  const errorMessage = pulse.chooseOne;
  const placeholder = pulse.numberPlaceholder;
  switch (question.kind) {
    case 'confidence':
    case 'agreement': {
      const labels = pulse.points[question.kind];
      return {
        ...none,
        answerSets: [
          {
            orientation: 'vertical' as const,
            answers: points.map((point) => ({ title: labels[point], answer: `point:${point}` })),
          },
          {
            orientation: 'horizontal' as const,
            answers: outsideAnswers.map((out) => ({ title: pulse.outside[out], answer: `outside:${out}` })),
          },
        ],
      };
    }
    case 'scale': {
      const { minimum, maximum } = question;
      const numbers = Array.from({ length: maximum - minimum + 1 }, (_, index) => String(minimum + index));
      const choices = numbers.map((number) => ({ title: number, value: number }));
      const label = pulse.numberLabel(minimum, maximum);
      const input = {
        id: 'number' as const,
        style: 'compact' as const,
        label,
        placeholder,
        errorMessage,
        choices,
      };
      return { ...none, choiceInputs: [input], saveSets };
    }
    case 'choice': {
      const choices = question.choices.map(({ id, text }) => ({ title: text, value: id }));
      const label = pulse.choiceLabel;
      const input = {
        id: 'choice' as const,
        style: 'expanded' as const,
        label,
        placeholder,
        errorMessage,
        choices,
      };
      return { ...none, choiceInputs: [input], saveSets };
    }
    // The ballot of a design review has a card of its own.
    case 'option':
    case 'works':
      return none;
    case 'text':
      return {
        ...none,
        textInputs: [
          {
            hints: asLines([pulse.noPatients, pulse.wordsMayTell]),
            label: pulse.textLabel,
            typed,
            maxLength: maximumTextLength,
          },
        ],
        saveSets: [{ save: pulse.save, skips: asLines([pulse.skip]) }],
      };
  }
}
