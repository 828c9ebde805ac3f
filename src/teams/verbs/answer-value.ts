/** Reads what a pulse card brings: the answer of the button that was pressed, or of the input that was filled. */

import { z } from 'zod';
import { type AnswerValue, outsideAnswers, points } from '../../domain/pulse/question';

const buttons = new Map<string, AnswerValue>([
  ...points.map((point) => [`point:${point}`, { kind: 'point', point }] as const),
  ...outsideAnswers.map((outside) => [`outside:${outside}`, { kind: 'outside', outside }] as const),
]);

/** What the inputs of a pulse card are called; an empty input is left out by the client. */
export const answerInputs = {
  answer: z.string().max(40).optional(),
  number: z.string().max(20).optional(),
  choice: z.string().max(100).optional(),
  text: z.string().max(20_000).optional(),
};

/** The answer, or undefined when nothing was chosen or typed. */
export function answerValueOf(data: {
  readonly answer?: string;
  readonly number?: string;
  readonly choice?: string;
  readonly text?: string;
}): AnswerValue | undefined {
  if (data.answer) return buttons.get(data.answer);
  if (data.number) return { kind: 'number', number: Number(data.number) };
  if (data.choice) return { kind: 'choice', choice: data.choice };
  // Skip brings an empty text; a client leaves an empty input out.
  if (data.text !== undefined) return { kind: 'text', text: data.text.trim() };
  return undefined;
}
