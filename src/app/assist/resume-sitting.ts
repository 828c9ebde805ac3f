/** Finds the sitting that a champion's card carries, or that it is over. */

import { isRunning, type Sitting } from '../../domain/assist/sitting';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import type { AppContext } from '../context';
import type { WaveKey } from '../ports/keys';
import type { AskedWave } from '../wave/wave-reader';
import { championIn, type Lender } from './championed-by';
import { readUsedCode } from './used-code';

/** What the buttons of a card carry. */
export interface SittingOnCard {
  readonly programmeId: ProgrammeId;
  readonly waveId: WaveId;
  readonly sitting: string;
}

export interface RunningSitting {
  readonly outcome: 'running';
  readonly asked: AskedWave & { readonly key: WaveKey };
  readonly sitting: Sitting;
}

/** Over: ended, too long ago, of a wave that has closed, or none of this champion's. Which of them is not told. */
export type ResumedSitting = RunningSitting | { readonly outcome: 'over' };

/** @throws UnavailableError, ThrottledError */
export async function resumeSitting(
  context: AppContext,
  lender: Lender,
  card: SittingOnCard,
): Promise<ResumedSitting> {
  const asked = await context.waves.read(card.programmeId, card.waveId);
  const key = asked?.key;
  if (!key || !championIn(asked.programme, lender)) return { outcome: 'over' };
  const sitting = key.openSitting(lender.personId, card.sitting);
  if (!sitting || !isRunning(sitting, context.clock.now())) return { outcome: 'over' };
  const used = await readUsedCode(context, card.waveId, key, sitting.codeKey);
  if (used?.isOver) return { outcome: 'over' };
  return { outcome: 'running', asked: { ...asked, key }, sitting };
}
