/** What a person would see now if they opened a wave's card on any device. Reads only; changes nothing. */

import { deliveryIdOf, type PersonId, type ProgrammeId, type WaveId } from '../../domain/ids';
import { currentStep, firstStep, type Step } from '../../domain/pulse/next-step';
import type { AppContext } from '../context';
import { readRecord } from '../records';
import type { AskedWave } from './wave-reader';

export type CurrentStepOutcome =
  | { readonly outcome: 'noSuchWave' | 'notInvited' }
  | { readonly outcome: 'closed'; readonly asked: AskedWave }
  | { readonly outcome: 'open'; readonly asked: AskedWave; readonly revision: number; readonly step: Step };

/** `fromTheStart` is for a person who wants to change what they said. */
export async function readCurrentStep(
  context: AppContext,
  ids: { readonly programmeId: ProgrammeId; readonly waveId: WaveId; readonly personId: PersonId },
  fromTheStart = false,
): Promise<CurrentStepOutcome> {
  const asked = await context.waves.read(ids.programmeId, ids.waveId);
  if (!asked) return { outcome: 'noSuchWave' };
  if (!asked.key) return { outcome: 'closed', asked };
  const { campaignId, questions, waveId } = asked.wave;
  const [invited, sheet] = await Promise.all([
    readRecord(context.store, 'delivery', campaignId, deliveryIdOf(campaignId, ids.personId)),
    readRecord(context.store, 'answerSheet', waveId, asked.key.answerKeyOf(ids.personId)),
  ]);
  if (!invited) return { outcome: 'notInvited' };
  return {
    outcome: 'open',
    asked,
    revision: sheet?.document.revision ?? 0,
    step: fromTheStart ? firstStep(questions) : currentStep(questions, sheet?.document),
  };
}
