/** What would come of a draft if it were confirmed now: when it runs, whom it asks, and what stands in the way. */

import { type Instant, plusDays } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import type { ChatPulse } from '../../domain/pulse/chat-pulse';
import { type MissingInDraft, missingInDraft } from '../../domain/pulse/missing-in-draft';
import type { PulsePreview } from '../../domain/pulse/pulse-preview';
import { nextRun } from '../../domain/schedule/next-run';
import type { PlannedRun } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { previewPulse } from '../preview-pulse.use-case';

export interface PulseOutlook {
  readonly preview: PulsePreview;
  /** Absent where it opens when it is confirmed. */
  readonly nextRun?: PlannedRun;
  /** Empty when it may be confirmed. */
  readonly missing: readonly MissingInDraft[];
}

interface Kept {
  readonly at: Instant;
  readonly outlook: Promise<PulseOutlook>;
}

/** A large programme takes longer to count than a card may be waited for: who looks again finds it counted. */
const keptForDays = 1 / 1_440;
const mostKept = 50;
const kept = new WeakMap<AppContext['store'], Map<string, Kept>>();

/** At most a minute old; worked out once for all who ask at the same time. Reads three documents for each person asked. */
export function readOutlook(
  context: AppContext,
  programme: Programme,
  pulse: ChatPulse,
): Promise<PulseOutlook> {
  const known = kept.get(context.store) ?? new Map<string, Kept>();
  kept.set(context.store, known);
  const key = `${pulse.programmeId}:${pulse.pulseId}:${pulse.revision}`;
  const at = context.clock.now();
  const found = known.get(key);
  if (found && at < plusDays(found.at, keptForDays)) return found.outlook;
  const outlook = workOut(context, programme, pulse, at);
  known.delete(key);
  known.set(key, { at, outlook });
  outlook.catch(() => known.delete(key));
  const oldest = known.keys().next().value;
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return outlook;
}

async function workOut(
  context: AppContext,
  programme: Programme,
  { definition }: ChatPulse,
  now: Instant,
): Promise<PulseOutlook> {
  const run = definition.schedule && nextRun(definition.schedule, programme, now);
  const preview = await previewPulse(context, { programme, pulse: definition, at: run?.at ?? now });
  const { invited: asked, writtenTo, withoutTeams = 0, inTheWay } = preview;
  // Whoever has no Teams answers beside a champion.
  const reached = writtenTo + withoutTeams;
  const facts = { programme, asked, writtenTo: reached, now, ...(inTheWay ? { inTheWay } : {}) };
  return { preview, missing: missingInDraft(definition, facts), ...(run ? { nextRun: run } : {}) };
}
