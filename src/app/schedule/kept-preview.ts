/** A preview that is worked out once and then kept for a minute: a large programme takes longer than a card may be waited for. */

import { canonicalJson } from '../../domain/canonical-json';
import { type Instant, plusMs } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import type { PulsePreview } from '../../domain/pulse/pulse-preview';
import type { PulseDefinition } from '../../domain/pulse/question';
import { nextRun } from '../../domain/schedule/next-run';
import type { PlannedRun } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { previewPulse } from './preview-pulse.use-case';

export interface KeptPreview {
  readonly preview: PulsePreview;
  /** Absent where it opens by hand. */
  readonly nextRun?: PlannedRun;
}

interface Kept {
  /** Absent while it is worked out. */
  until?: Instant;
  readonly preview: Promise<KeptPreview>;
}

const keptMs = 60_000;
const mostKept = 50;
const kept = new WeakMap<AppContext['store'], Map<string, Kept>>();

/** At most a minute older than when it was ready, for its next run or, without one, for now. Those who ask meanwhile share one,
 * however long it takes; a failure is not kept. @param opensNow true: for now, whatever its schedule says. */
export function keptPreview(
  context: Pick<AppContext, 'store' | 'clock' | 'settings'>,
  programme: Programme,
  pulse: PulseDefinition,
  opensNow = false,
): Promise<KeptPreview> {
  const known = kept.get(context.store) ?? new Map<string, Kept>();
  kept.set(context.store, known);
  const key = canonicalJson([programme.id, pulse, opensNow]);
  const at = context.clock.now();
  const found = known.get(key);
  if (found && (found.until === undefined || at < found.until)) return found.preview;
  const run = pulse.schedule && nextRun(pulse.schedule, programme, at);
  const opensAt = opensNow || !run ? at : run.at;
  const preview = previewPulse(context, { programme, pulse, at: opensAt }).then((seen) => ({
    preview: seen,
    ...(run ? { nextRun: run } : {}),
  }));
  const made: Kept = { preview };
  known.delete(key);
  known.set(key, made);
  preview.then(
    () => {
      made.until = plusMs(context.clock.now(), keptMs);
    },
    () => known.delete(key),
  );
  const oldest = known.keys().next().value;
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return preview;
}
