/** A pulse that was set up in chat becomes one that may ask people, or a draft again. */

import type { PersonId } from '../ids';
import { type Instant, plusMs } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { ChatPulse } from './chat-pulse';
import { planRun } from './plan-run';

export const openConfirmed = 'open-confirmed';

/** Whoever confirms it opens the wave at once; were that to break off, it is opened after so long. */
const openingTakesMs = 60_000;

/** Its schedule plans the first run; without one its wave is owed from here on, whatever becomes of the tap. */
export function confirmDraft(
  draft: ChatPulse,
  programme: Parameters<typeof planRun>[2],
  { confirmedBy, now }: { readonly confirmedBy: PersonId; readonly now: Instant },
): ChatPulse {
  const { definition, revision } = draft;
  const confirmed = { ...draft, status: 'confirmed' as const, revision: revision + 1 };
  if (definition.schedule) {
    return { ...planRun(confirmed, definition.schedule, programme, now), definition };
  }
  const dueAt = plusMs(now, openingTakesMs);
  const data = { confirmedBy, confirmedAt: now };
  return planIntents(confirmed, [{ id: openConfirmed, kind: openConfirmed, lane: 'normal', dueAt, data }]);
}

/** What came in the way is mended in the draft. */
export function backToDraft(confirmed: ChatPulse): ChatPulse {
  const draft = { ...confirmed, status: 'draft' as const, revision: confirmed.revision + 1 };
  return planIntents(draft, [], [openConfirmed]);
}
