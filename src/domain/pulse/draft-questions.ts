/** The questions of a pulse that is set up in chat: picked from the bank and from the programme's other pulses, or in the
 * lead's own words. A question that is worded as a known one is that one, so that figures join up over waves. */

import { questionBank } from '../bank/question-bank';
import { asId, type QuestionId } from '../ids';
import type { Programme } from '../programme/programme';
import type { Question } from './question';

export const mostOwnQuestions = 2;
export const ownQuestionKinds = ['confidence', 'agreement', 'scale', 'text'] as const;
export type OwnQuestionKind = (typeof ownQuestionKinds)[number];

export interface OwnQuestion {
  readonly kind: OwnQuestionKind;
  /** Masked. */
  readonly text: string;
}

type Pulses = Pick<Programme, 'pulses'>;

/** What the programme's file asks, then the bank; by id, the file's first. */
export function knownQuestions({ pulses }: Pulses): ReadonlyMap<string, Question> {
  const known = new Map<string, Question>();
  for (const question of [...declaredQuestions({ pulses }), ...questionBank.map((item) => item.question)]) {
    if (!known.has(question.id)) known.set(question.id, question);
  }
  return known;
}

/** Each question of the pulses that the programme's file declares, once. */
export function declaredQuestions({ pulses }: Pulses): readonly Question[] {
  const all = pulses.flatMap(({ questions }) => questions);
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

/** Those that are neither in the bank nor in the programme's file. */
export function ownQuestionsIn(questions: readonly Question[], programme: Pulses): readonly Question[] {
  const known = knownQuestions(programme);
  return questions.filter(({ id }) => !known.has(id));
}

/** The first question, then what else is ticked: what was there keeps its place, what is new follows, and the lead's own
 * questions come last. Ids that nobody knows are left out. */
export function withPicked(
  before: readonly Question[],
  picked: { readonly first: string; readonly more: readonly string[] },
  programme: Pulses,
): readonly Question[] {
  const known = knownQuestions(programme);
  const first = known.get(picked.first);
  const kept = before.map(({ id }) => id as string).filter((id) => picked.more.includes(id));
  const more = [...new Set([...kept, ...picked.more])].filter((id) => id !== first?.id);
  return [
    ...(first ? [first] : []),
    ...more.flatMap((id) => known.get(id) ?? []),
    ...ownQuestionsIn(before, programme),
  ];
}

/** The lead's own questions in the place of those that were there, each once. One worded as before keeps its id.
 * @param random letters and digits, drawn anew for each change: two questions never share an id by chance. */
export function withOwn(
  before: readonly Question[],
  own: readonly OwnQuestion[],
  programme: Pulses,
  random: string,
): readonly Question[] {
  const known = [...knownQuestions(programme).values()];
  const previous = ownQuestionsIn(before, programme);
  const distinct = own.filter(
    ({ text }, index) => own.findIndex((one) => plainWords(one.text) === plainWords(text)) === index,
  );
  const written = distinct.map(
    ({ kind, text }, index) =>
      known.find((question) => isWordedAs(question, text)) ??
      previous.find((question) => question.kind === kind && question.text === text) ??
      ownQuestion(kind, text, `${random}${index + 1}`),
  );
  const others = before.filter((question) => !previous.includes(question));
  const added = written.filter(({ id }, index) => written.findIndex((one) => one.id === id) === index);
  const adopted = added.filter((one) => known.includes(one) && others.every(({ id }) => id !== one.id));
  return [...others, ...adopted, ...added.filter((one) => !known.includes(one))];
}

/** A scale of one's own runs from 0 to 10. */
function ownQuestion(kind: OwnQuestionKind, text: string, random: string): Question {
  const id = asId<QuestionId>([slugOf(text), random].filter(Boolean).join('-'));
  return kind === 'scale' ? { id, kind, text, minimum: 0, maximum: 10 } : { id, kind, text };
}

/** Whatever its capitals, spaces and punctuation. */
function isWordedAs({ text }: Question, typed: string): boolean {
  return plainWords(text) === plainWords(typed);
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Lower-case letters and digits with single hyphens. */
function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}
