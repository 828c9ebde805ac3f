/** Reads what the cards of raising bring along: inputs that were filled in, and what buttons carry of a draft. */

import { z } from 'zod';
import type { DraftView } from '../../cards/issue-draft';
import { issueCategories, issueEffects } from '../../domain/issue/issue';
import { harmAnswers } from '../../domain/issue/raise-issue';

const option = z.string().max(100).optional();

/** An input that is empty is left out by the client; a choice that is not on the card counts as none. */
export const draftFields = {
  draftId: option,
  text: z.string().max(20_000).optional(),
  category: option,
  site: option,
  effect: option,
  name: option,
  harm: option,
};
type DraftFields = z.infer<z.ZodObject<typeof draftFields>>;

/** As typed: to be masked before it is put on a card. `newId` where the draft begins here. */
export function draftOf(data: DraftFields, newId: () => string): DraftView {
  const category = issueCategories.find((one) => one === data.category);
  const effect = issueEffects.find((one) => one === data.effect);
  return {
    draftId: data.draftId || newId(),
    text: data.text ?? '',
    ...(category ? { category } : {}),
    ...(data.site ? { site: data.site } : {}),
    ...(effect ? { effect } : {}),
    isNamed: data.name === 'shown',
    harm: harmAnswers.find((one) => one === data.harm) ?? 'none',
  };
}
