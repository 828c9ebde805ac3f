/** Waves that begin at the same moment: each is announced before it is written, so that the other sees it. */

import type { WaveId } from '../ids';
import { epochMsOf, type Instant } from '../instant';
import type { Wave } from './wave';

export interface AnnouncedWave extends Pick<Wave, 'waveId' | 'title' | 'questions'> {
  readonly at: Instant;
}

/** By then its wave is there for everybody to see, or whoever announced it is gone. */
const holdsForMs = 120_000;

/** The announcements with one more, without those that hold no longer. */
export function announceWave(
  announced: readonly AnnouncedWave[],
  { waveId, title, questions }: Pick<Wave, 'waveId' | 'title' | 'questions'>,
  now: Instant,
): readonly AnnouncedWave[] {
  const others = announced.filter((other) => other.waveId !== waveId && holds(other, now));
  return [...others, { waveId, title, questions, at: now }];
}

/** Announced waves that are about to be written by somebody else. @param waves those that are there. @param own the wave to be
 * opened: what it announced before its opening broke off is not in its way. */
export function aboutToOpen(
  announced: readonly AnnouncedWave[],
  waves: readonly Pick<Wave, 'waveId'>[],
  own: WaveId,
  now: Instant,
): readonly AnnouncedWave[] {
  const there = new Set([own, ...waves.map(({ waveId }) => waveId)]);
  return announced.filter((one) => holds(one, now) && !there.has(one.waveId));
}

function holds({ at }: AnnouncedWave, now: Instant): boolean {
  return epochMsOf(now) - epochMsOf(at) < holdsForMs;
}
