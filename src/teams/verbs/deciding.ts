/** What the buttons of a decision card have in common: what comes with each, and what is given back with a refusal. */

import { z } from 'zod';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import type { EscalationId } from '../../domain/ids';
import { type Instant, instantOf } from '../../domain/instant';
import { idField, subject } from './subject';

const day = z.iso.date().or(z.literal('')).optional();

/** Every button brings all that was typed into the card, so that nothing is lost by pressing another one first. */
export const decisionFields = {
  ...subject,
  escalationId: idField<EscalationId>(),
  optionId: z.string().max(40).optional(),
  rationale: z.string().max(4_000).optional(),
  reviewOn: day,
  deferUntil: day,
  moreWords: z.string().max(1_000).optional(),
};

type Typed = NonNullable<NonNullable<EscalationSaid['decision']>['typed']>;
type Given = { readonly [K in keyof Typed]?: Typed[K] | undefined };

export function given({ rationale, optionId, reviewOn, deferUntil, moreWords }: Given): Typed {
  return {
    ...(rationale ? { rationale } : {}),
    ...(optionId ? { optionId } : {}),
    ...(reviewOn ? { reviewOn } : {}),
    ...(deferUntil ? { deferUntil } : {}),
    ...(moreWords ? { moreWords } : {}),
  };
}

/** A day picked on a card, as the beginning of that working day. */
export function startOfDay(picked: string): Instant {
  return instantOf(Date.parse(`${picked}T08:00:00Z`));
}
