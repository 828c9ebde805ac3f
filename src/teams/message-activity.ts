/** A message in the shape of Teams' connector. */

import type { Message } from '../app/ports/messenger';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

export function activityOf(message: Message): object {
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: adaptiveCardType, content: message.card }],
  };
}
