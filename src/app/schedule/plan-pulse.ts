/** Makes or renews the run that a pulse's schedule plans next. */

import { canonicalJson } from '../../domain/canonical-json';
import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { planRun } from '../../domain/pulse/plan-run';
import type { Pulse } from '../../domain/pulse/pulse';
import type { Schedule } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { changeRecord, ensureRecord } from '../records';

/** `none`: there is nothing to plan, or nothing was planned before. */
export type PlanPulseOutcome = { readonly outcome: 'planned' | 'unchanged' | 'none'; readonly pulse?: Pulse };

/** By the schedule in the programme's file, or of a pulse that was set up in chat by its own. Asked again it changes nothing;
 * without a schedule, or retired, it ends the run that was planned. */
export async function planPulse(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  { programme, pulseId }: { readonly programme: Programme; readonly pulseId: PulseId },
): Promise<PlanPulseOutcome> {
  const now = clock.now();
  const declared = programme.pulses.find(({ id }) => id === pulseId);
  if (declared?.schedule) {
    const first: Pulse = {
      programmeId: programme.id,
      pulseId,
      status: 'confirmed',
      revision: 0,
      intents: [],
    };
    const planned = planRun(first, declared.schedule, programme, now);
    if ((await ensureRecord(store, 'pulse', planned)) === 'created') {
      return { outcome: 'planned', pulse: planned };
    }
  }
  const changed = await changeRecord<'pulse', PlanPulseOutcome>(
    store,
    'pulse',
    programme.id,
    pulseDocumentId(pulseId),
    (current) => {
      const next = planRun(
        declared ? { ...current, status: 'confirmed' } : current,
        scheduleOf(programme, current),
        programme,
        now,
      );
      return canonicalJson(next) === canonicalJson(current)
        ? { outcome: { outcome: 'unchanged', pulse: current } }
        : { outcome: { outcome: 'planned', pulse: next }, next };
    },
  );
  return changed ?? { outcome: 'none' };
}

/** Where a pulse stands in the file, the file's schedule is the one, also when it has none. */
export function scheduleOf(programme: Programme, { pulseId, definition }: Pulse): Schedule | undefined {
  const declared = programme.pulses.find(({ id }) => id === pulseId);
  return declared ? declared.schedule : definition?.schedule;
}
