/** "Say it is done": a form for each action of a design review that nobody has answered for. */

import { z } from 'zod';
import type { Review, ReviewAction } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { line } from './subject';

export interface TypedReply {
  readonly number: number;
  readonly words: string;
}

/** As much as the card that tells everybody shows. */
const longestReply = 600;
const mostForms = 3;

export const doneForms = z.array(
  z.strictObject({
    title: line,
    what: line,
    /** One in each place, so that no two inputs of the card share their id. */
    replyId: line,
    slot: z.number(),
    number: z.number(),
    label: line,
    required: line,
    reply: z.string(),
    maxLength: z.number(),
    send: line,
  }),
);

/** Those due first; the others follow as these are done. */
export function actionsToSay({ actions }: Pick<Review, 'actions'>): readonly ReviewAction[] {
  return actions
    .filter(({ doneOn }) => !doneOn)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number))
    .slice(0, mostForms);
}

export function doneFormsOf(
  review: Pick<Review, 'actions'>,
  typed: TypedReply | undefined,
  { reviews, ballots }: Catalogue,
): z.input<typeof doneForms> {
  return actionsToSay(review).map(({ number, author, authorName, what }, index) => {
    const reply = typed?.number === number ? typed.words : '';
    return {
      title: reviews.actionDone(authorName || ballots.authors[author]),
      what: plainText(what),
      replyId: `reply${index + 1}`,
      slot: index + 1,
      number,
      label: reviews.actionReply,
      required: reviews.actionReplyRequired,
      reply,
      maxLength: Math.max(longestReply, reply.length),
      send: reviews.actionSend,
    };
  });
}
