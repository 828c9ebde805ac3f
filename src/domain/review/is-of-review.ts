/** Tells the waves and releases of design reviews from those of pulses: each is listed, and shown, in its own place. */

import type { PulseId } from '../ids';
import type { Wave } from '../pulse/wave';

/** By the pulse that a release is of. */
export function isOfReview({ pulseId }: { readonly pulseId: PulseId }): boolean {
  return pulseId.startsWith('review.');
}

/** Whether a wave carries ballots; one that asks about workarounds is answered as a pulse is. */
export function carriesBallots({ reviewId, questions }: Pick<Wave, 'reviewId' | 'questions'>): boolean {
  return reviewId !== undefined && questions.some(({ kind }) => kind === 'option');
}
