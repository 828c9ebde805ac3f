/** Where a pulse stands: what its schedule did, what it is about to do, and its latest wave. */

import type { PulseId } from '../ids';
import type { Pulse, PulseStatus } from './pulse';
import type { Wave } from './wave';

export interface PulseStanding extends Pick<Pulse, 'schedule' | 'nextRun' | 'lastRun' | 'revision'> {
  readonly pulseId: PulseId;
  /** Absent of a draft that has no title yet. */
  readonly title?: string;
  /** Who holds its questions: the programme file, or its own document. */
  readonly from: 'file' | 'chat';
  readonly status: PulseStatus;
  /** Its latest wave, opened by whomever. */
  readonly lastWave?: Pick<Wave, 'waveId' | 'title' | 'status' | 'opensAt' | 'closesAt'>;
}
