/** Tells an outage of Teams from one person's trouble: many replies in a row that leave it open whether a message arrived. */

import type { SendOutcome } from '../app/ports/messenger';
import { retryAfter } from '../domain/campaign/decide-attempt';

/** So many in a row are no accident. */
const mostInARow = 10;

export class OutageWatch {
  private inARow = 0;
  private pauses = 0;

  /** While it lasts, one request at a time finds out whether it is over: each could use up somebody's only second try. */
  get isOutage(): boolean {
    return this.inARow >= mostInARow;
  }

  /** What was certainly not sent says nothing about what Teams does with what is. */
  hear(outcome: SendOutcome<unknown>['outcome']): void {
    if (outcome === 'retry') return;
    this.inARow = outcome === 'ambiguous' ? this.inARow + 1 : 0;
    if (this.inARow === 0) this.pauses = 0;
  }

  /** How long to wait before the next request, ever longer up to half a minute. */
  nextPauseMs(): number {
    this.pauses += 1;
    return retryAfter(Math.min(this.pauses - 1, 5), 1);
  }
}
