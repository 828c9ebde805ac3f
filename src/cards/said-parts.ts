/** What sponsors advised and what was asked of the lead, as the cards of an escalation show it. */

import { z } from 'zod';
import type { Advice, Escalation, MoreAsked } from '../domain/escalation/escalation';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines, line, lines } from './subject';

/** For the schema of a card that shows them. */
export const saidShape = { said: z.array(z.strictObject({ title: line, paragraphs: lines })) };

/** As typed; what is longer is refused by the input. */
export const adviceMaxLength = 1_000;
export const moreMaxLength = 500;
export const moreAnswerMaxLength = 1_000;

/** The newest in full; earlier ones begin, so that a card with many of them can still be sent. */
const inFull = 2;
const mostShown = 6;
const beginningLength = 120;

export function saidParts(
  { advice = [], moreAsked = [] }: Pick<Escalation, 'advice' | 'moreAsked'>,
  text: Catalogue,
): z.input<z.ZodObject<typeof saidShape>>['said'] {
  const { decisions } = text;
  const sections = [
    {
      title: decisions.adviceTitle,
      paragraphs: asLines([...adviceLines(advice, text), ...shortened(advice.length, text)]),
    },
    { title: decisions.moreTitle, paragraphs: asLines(moreLines(moreAsked, text)) },
  ];
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

function adviceLines(advice: readonly Advice[], { decisions, roles }: Catalogue): readonly string[] {
  return newestFirst(advice).map(
    ({ byName, role, givenAt, words }, index) =>
      `${decisions.adviceBy(plainText(byName), roles[role], givenAt)} ${plainText(begun(words, index))}`,
  );
}

function shortened(pieces: number, { decisions }: Catalogue): readonly string[] {
  return pieces > inFull ? [decisions.earlierAdvice(pieces - inFull)] : [];
}

function moreLines(moreAsked: readonly MoreAsked[], { decisions }: Catalogue): readonly string[] {
  return newestFirst(moreAsked).flatMap(({ words, askedByName, askedAt, answer }, index) => [
    `${decisions.moreBy(plainText(askedByName), askedAt)} ${plainText(begun(words, index))}`,
    answer
      ? `${decisions.moreAnsweredBy(plainText(answer.byName), answer.answeredAt)} ${plainText(begun(answer.words, index))}`
      : decisions.moreWaits,
  ]);
}

function newestFirst<T>(items: readonly T[]): readonly T[] {
  return items.slice(-mostShown).reverse();
}

function begun(words: string, index: number): string {
  return index < inFull ? words : beginningOf(words, beginningLength);
}

function beginningOf(words: string, length: number): string {
  const letters = [...words];
  return letters.length <= length + 1 ? words : `${letters.slice(0, length).join('').trim()}…`;
}

type Said = z.input<z.ZodObject<typeof saidShape>>;

/** For a card that is too large: only the beginning of what was said, then less of it, and last without the list of the
 * groups that are not shown in full. Undefined when nothing is left to be left out. */
export function shortenSaid<B extends Said & { readonly moreEvidence: readonly unknown[] }>(
  bindings: B,
): B | undefined {
  for (const length of [300, 100]) {
    const said = bindings.said.map(({ title, paragraphs }) => ({
      title,
      paragraphs: paragraphs.map(({ text }) => ({ text: beginningOf(text, length) })),
    }));
    if (JSON.stringify(said) !== JSON.stringify(bindings.said)) return { ...bindings, said };
  }
  return bindings.moreEvidence.length > 0 ? { ...bindings, moreEvidence: [] } : undefined;
}
