/** A card with the line that announces it, ready to be sent or to be the reply to a tap. */

import type { Card, CardFrame, CardType } from '../template';

export interface CardMessage {
  readonly card: Card;
  readonly summary: string;
}

export function messageOf<View>(type: CardType<View>, view: View, frame: CardFrame): CardMessage {
  return { card: type.render(view, frame), summary: type.summary(view, frame) };
}
