/** Renders a card as the tests look at it: British time, real data, no refresh. */

import type { CardFrame, CardType } from '../../src/cards/template';
import { wordsIn } from './card-tree';

export const frame: CardFrame = { isSynthetic: false, timeZone: 'Europe/London' };

/** The named sample. */
export function sampleOf<View>(card: CardType<View>, name: string): View {
  const view = card.samples[name];
  if (view === undefined) throw new Error(`${card.name} has no sample “${name}”`);
  return view;
}

/** All that people read in the card, a line each. */
export function read<View>(card: CardType<View>, view: View): string {
  return wordsIn(card.render(view, frame)).join('\n');
}
