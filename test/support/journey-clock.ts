/** Real time that a test can move on, and in which the wait at closing is short. */

import type { Settings } from '../../src/app/context';
import { type Instant, plusMs } from '../../src/domain/instant';
import { SystemClock } from '../../src/system-clock';

export class JourneyClock extends SystemClock {
  private aheadMs = 0;
  private sealWaitMs = Number.NaN;
  private shortenedMs = 0;

  /** Nobody waits at a seal for the deadline of answers: only where no answer is on its way when a wave closes. */
  passOverAnswers({ sealWaitMs, answerDeadlineMs }: Settings): void {
    this.sealWaitMs = sealWaitMs;
    this.shortenedMs = sealWaitMs - answerDeadlineMs;
  }

  moveOn(ms: number): void {
    this.aheadMs += ms;
  }

  override now(): Instant {
    return plusMs(super.now(), this.aheadMs);
  }

  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return super.sleep(ms === this.sealWaitMs ? this.shortenedMs : ms, signal);
  }
}
