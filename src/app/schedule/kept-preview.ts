/** The preview of a pulse as cards show it: a large programme takes longer to count than a card may be waited for. */

import { canonicalJson } from '../../domain/canonical-json';
import type { Programme } from '../../domain/programme/programme';
import type { PulsePreview } from '../../domain/pulse/pulse-preview';
import type { PulseDefinition } from '../../domain/pulse/question';
import { nextRun } from '../../domain/schedule/next-run';
import type { PlannedRun } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { KeptForAMinute } from '../kept-for-a-minute';
import { previewPulse } from './preview-pulse.use-case';

export interface KeptPreview {
  readonly preview: PulsePreview;
  /** Absent where it opens by hand. */
  readonly nextRun?: PlannedRun;
}

const kept = new KeptForAMinute<KeptPreview>();

/** For its next run or, without one, for now. @param opensNow true: for now, whatever its schedule says. */
export function keptPreview(
  context: Pick<AppContext, 'store' | 'clock' | 'settings'>,
  programme: Programme,
  pulse: PulseDefinition,
  opensNow = false,
): Promise<KeptPreview> {
  return kept.get(context, canonicalJson([programme.id, pulse, opensNow]), async () => {
    const at = context.clock.now();
    const run = pulse.schedule && nextRun(pulse.schedule, programme, at);
    const opensAt = opensNow || !run ? at : run.at;
    const preview = await previewPulse(context, { programme, pulse, at: opensAt });
    return { preview, ...(run ? { nextRun: run } : {}) };
  });
}
