/** Takes a wave from open to closing, once, and says what has to follow. */

import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Wave } from './wave';

export type CloseOutcome = 'closing' | 'alreadyClosing' | 'alreadyClosed';

/** Closing stops reminders and the clock of the planned close; the release follows at once. */
export function closeWave(
  wave: Wave,
  now: Instant,
): { readonly outcome: CloseOutcome; readonly next?: Wave } {
  if (wave.status === 'closed') return { outcome: 'alreadyClosed' };
  if (wave.status === 'closing') return { outcome: 'alreadyClosing' };
  const obsolete = wave.intents
    .filter(({ kind }) => kind === 'remind' || kind === 'close-wave')
    .map(({ id }) => id);
  return {
    outcome: 'closing',
    next: planIntents(
      { ...wave, status: 'closing' as const },
      ['cancel-invitations', 'release-wave'].map((kind) => ({ id: kind, kind, lane: 'urgent', dueAt: now })),
      obsolete,
    ),
  };
}
