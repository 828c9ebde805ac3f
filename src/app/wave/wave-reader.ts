/** Waves and programmes as answers need them, remembered for a moment so that a tap costs no read of them. */

import type { ProgrammeId, WaveId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { Wave } from '../../domain/pulse/wave';
import type { Clock } from '../ports/clock';
import type { Keys, WaveKey } from '../ports/keys';
import type { Store } from '../ports/store';
import { readRecord } from '../records';

export interface AskedWave {
  readonly wave: Wave;
  readonly programme: Programme;
  /** Absent once the wave is no longer open. */
  readonly key?: WaveKey;
}

export class WaveReader {
  /** By programme and wave: what a card names wrongly must neither be found nor hide what is there. */
  private readonly remembered = new Map<string, { at: number; asked: Promise<AskedWave | undefined> }>();

  constructor(
    private readonly store: Store,
    private readonly keys: Keys,
    private readonly clock: Clock,
    /** How old what it returns can be. Closing waits this long, and an answer's deadline, before it counts. */
    private readonly maxAgeMs: number,
  ) {}

  /** The wave, at most that old, or undefined when there is none. @throws UnavailableError, ThrottledError */
  read(programmeId: ProgrammeId, waveId: WaveId): Promise<AskedWave | undefined> {
    const now = this.clock.monotonicMs();
    const place = JSON.stringify([programmeId, waveId]);
    const known = this.remembered.get(place);
    if (known && now - known.at < this.maxAgeMs) return known.asked;
    const asked = this.load(programmeId, waveId);
    this.remembered.set(place, { at: now, asked });
    // That there is none is not remembered: a wave may be made at any moment, and its ballots are sent at once.
    const forget = () => this.remembered.delete(place);
    asked.then((found) => found ?? forget(), forget);
    if (this.remembered.size > 1000) this.remembered.clear();
    return asked;
  }

  private async load(programmeId: ProgrammeId, waveId: WaveId): Promise<AskedWave | undefined> {
    const [wave, programme, wrapped] = await Promise.all([
      readRecord(this.store, 'wave', programmeId, waveId),
      readRecord(this.store, 'programme', programmeId, programmeId),
      readRecord(this.store, 'waveKey', 'waveKey', waveId),
    ]);
    if (!wave || !programme) return undefined;
    const isOpen = wave.document.status === 'open';
    return {
      wave: wave.document,
      programme: programme.document,
      ...(isOpen && wrapped ? { key: this.keys.unwrapWaveKey(waveId, wrapped.document) } : {}),
    };
  }
}
