/** Ends a pulse that was set up in chat for good: no wave of it opens any more. One that is open goes on to its close. */

import type { ProgrammeId, PulseId } from '../../domain/ids';
import { planRun } from '../../domain/pulse/plan-run';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { changeRecord } from '../records';

export type RetirePulseOutcome =
  | 'retired'
  | 'alreadyRetired'
  /** The file alone says what it declares. */
  | 'inTheFile'
  | 'noSuchPulse'
  | 'noSuchProgramme';

export async function retirePulse(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  { programmeId, pulseId }: { readonly programmeId: ProgrammeId; readonly pulseId: PulseId },
): Promise<RetirePulseOutcome> {
  const programme = await findProgramme(store, programmeId);
  if (!programme) return 'noSuchProgramme';
  if (programme.pulses.some(({ id }) => id === pulseId)) return 'inTheFile';
  const outcome = await changeRecord<'pulse', RetirePulseOutcome>(
    store,
    'pulse',
    programmeId,
    pulseDocumentId(pulseId),
    (pulse) => {
      if (!pulse.definition) return { outcome: 'noSuchPulse' };
      if (pulse.status === 'retired') return { outcome: 'alreadyRetired' };
      const retired = { ...pulse, status: 'retired' as const, revision: pulse.revision + 1 };
      return { outcome: 'retired', next: planRun(retired, undefined, programme, clock.now()) };
    },
  );
  return outcome ?? 'noSuchPulse';
}
