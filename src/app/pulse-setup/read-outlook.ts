/** What would come of a draft if it were confirmed now: when it runs, whom it asks, and what stands in the way. */

import type { Programme } from '../../domain/programme/programme';
import type { ChatPulse } from '../../domain/pulse/chat-pulse';
import { type MissingInDraft, missingInDraft } from '../../domain/pulse/missing-in-draft';
import type { AppContext } from '../context';
import { type KeptPreview, keptPreview } from '../schedule/kept-preview';
import { waveInTheWay } from './wave-in-the-way';

export interface PulseOutlook extends KeptPreview {
  /** Empty when it may be confirmed. */
  readonly missing: readonly MissingInDraft[];
}

/** At most a minute old, but for a wave in the way. Reads three documents for each person asked. */
export async function readOutlook(
  context: AppContext,
  programme: Programme,
  { definition }: ChatPulse,
): Promise<PulseOutlook> {
  const outlook = await keptPreview(context, programme, definition);
  const { invited: asked, writtenTo, withoutTeams = 0 } = outlook.preview;
  const inTheWay = await waveInTheWay(context, programme, definition, outlook.nextRun?.at);
  // Whoever has no Teams answers beside a champion.
  const reached = writtenTo + withoutTeams;
  const now = context.clock.now();
  const facts = { programme, asked, writtenTo: reached, now, ...(inTheWay ? { inTheWay } : {}) };
  return { ...outlook, missing: missingInDraft(definition, facts) };
}
