/** Reads figures off the words of cards: “31 of 80” next to a group's name; a mean of 66 of 100 is no number of people. */

import { type Bound, of } from './read-row';
import type { SurfaceRow, SurfaceTable } from './surfaces';

export interface CardFinding {
  readonly row: SurfaceRow;
  readonly bound: Bound;
}

/** What the cards say of the groups of `table`; words under another question's text are left out. */
export function readCards(
  cards: readonly unknown[],
  table: SurfaceTable & { readonly questionText?: string },
  others: readonly string[],
): readonly CardFinding[] {
  return cards.flatMap((card) => {
    let isOurs = true;
    const texts = textsOf(card);
    return texts.flatMap((text, index) => {
      if (text === table.questionText) isOurs = true;
      else if (others.includes(text)) isOurs = false;
      return isOurs ? findingsIn(text, texts.slice(Math.max(0, index - 2), index), table.rows) : [];
    });
  });
}

function findingsIn(
  text: string,
  before: readonly string[],
  rows: readonly SurfaceRow[],
): readonly CardFinding[] {
  return [...text.matchAll(/(?<!mean (?:score )?)(?<![\d,])([\d,]+) of ([\d,]+)/gi)].flatMap(
    ([, n = '', headcount = '']) => {
      const sized = rows.filter((row) => row.headcount === numberOf(headcount));
      const named = (where: readonly string[]) =>
        sized.filter(({ name, kind }) => kind !== 'total' && where.some((one) => one.includes(name)));
      const here = named([text]);
      const near = here.length > 0 ? here : named(before);
      const found = near.length > 0 ? near : sized.filter(({ kind }) => kind === 'total');
      const [row] = found;
      const value = numberOf(n);
      return row && found.length === 1 ? [{ row, bound: { factors: of.n, low: value, high: value } }] : [];
    },
  );
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Every string of a card in reading order; the two of a fact together. */
function textsOf(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (node === null || typeof node !== 'object') return [];
  const { title, value, ...rest } = node as Record<string, unknown>;
  if (typeof title === 'string' && typeof value === 'string') return [`${title} ${value}`];
  return [...textsOf(title), ...textsOf(value), ...Object.values(rest).flatMap(textsOf)];
}
