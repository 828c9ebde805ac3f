/** Releases for a card that goes to thousands: a release never changes, so it is read once and not for each of them. */

import type { AppContext } from '../app/context';
import { readRelease } from '../app/wave/read-release';
import type { Release } from '../domain/disclosure/release';
import type { ProgrammeId, WaveId } from '../domain/ids';

const mostKept = 8;

export class ReleaseReader {
  private readonly kept = new Map<WaveId, Promise<Release | undefined>>();

  constructor(private readonly context: Pick<AppContext, 'store'>) {}

  /** Undefined while the wave has none; that is not remembered. @throws whatever the store throws. */
  read(programmeId: ProgrammeId, waveId: WaveId): Promise<Release | undefined> {
    const known = this.kept.get(waveId);
    if (known !== undefined) return known;
    const reading = readRelease(this.context.store, programmeId, waveId);
    // Kept while it is being read: the cards of a page ask at once.
    this.keep(waveId, reading);
    const forget = () => this.kept.delete(waveId);
    reading.then((release) => release ?? forget(), forget);
    return reading;
  }

  private keep(waveId: WaveId, reading: Promise<Release | undefined>): void {
    this.kept.set(waveId, reading);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }
}
