/** Releases for a card that goes to thousands: a release never changes, so it is read once and not for each of them. */

import type { AppContext } from '../app/context';
import { readRelease } from '../app/wave/read-release';
import type { Release } from '../domain/disclosure/release';
import type { ProgrammeId, WaveId } from '../domain/ids';

const mostKept = 8;

export class ReleaseReader {
  private readonly kept = new Map<WaveId, Release>();

  constructor(private readonly context: Pick<AppContext, 'store'>) {}

  /** Undefined while the wave has none; that is not remembered. @throws whatever the store throws. */
  async read(programmeId: ProgrammeId, waveId: WaveId): Promise<Release | undefined> {
    const known = this.kept.get(waveId);
    if (known) return known;
    const release = await readRelease(this.context.store, programmeId, waveId);
    if (release) this.keep(release);
    return release;
  }

  private keep(release: Release): void {
    this.kept.set(release.waveId, release);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }
}
