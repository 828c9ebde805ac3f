/** Cards in a dialog of Teams, which knows no Execute: each becomes a Submit that carries its verb. */

import type { Card, Message } from '../app/ports/messenger';
import { objectIn } from './json';
import { adaptiveCardType } from './message-activity';

/** The body of the reply that shows this card in the dialog that is open. */
export function dialogBody({ card, summary }: Message): object {
  const { refresh: _refresh, ...shown } = card;
  const content = withSubmits(shown) as Card;
  return {
    task: {
      type: 'continue',
      value: {
        title: summary,
        width: 'medium',
        height: 'large',
        card: { contentType: adaptiveCardType, content },
      },
    },
  };
}

/** The body of the reply that shows words alone; the dialog then has nothing to press. */
export function dialogWords(words: string): object {
  return { task: { type: 'message', value: words } };
}

/** What a Submit brings, as the verb and the data that the Execute would have brought. */
export function pressedIn(value: unknown): { readonly verb: unknown; readonly data: unknown } {
  const { verb, ...data } = objectIn(objectIn(value)?.data) ?? {};
  return { verb, data };
}

function withSubmits(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withSubmits);
  const object = objectIn(node);
  if (!object) return node;
  const copied = Object.fromEntries(Object.entries(object).map(([key, value]) => [key, withSubmits(value)]));
  if (copied.type !== 'Action.Execute') return copied;
  const { verb, data, ...action } = copied;
  return { ...action, type: 'Action.Submit', data: { ...objectIn(data), verb } };
}
