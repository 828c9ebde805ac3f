/** Counts champions' wrong codes in this process's memory alone: nothing is kept of a code that was right. */

import { afterWrongCode, mayTryCode, type WrongCodes } from '../../domain/assist/wrong-codes';
import type { PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';

const mostKept = 10_000;

export class CodeAttempts {
  private readonly known = new Map<PersonId, WrongCodes>();

  /** Counts as wrong until it is given back, so that many tries at once are counted like one after another. */
  take(champion: PersonId, now: Instant): boolean {
    const known = this.known.get(champion);
    if (!mayTryCode(known, hourOf(now))) return false;
    if (this.known.size >= mostKept) this.forgetEarlier(hourOf(now));
    this.known.set(champion, afterWrongCode(known, hourOf(now)));
    return true;
  }

  /** The code was right. */
  giveBack(champion: PersonId): void {
    const known = this.known.get(champion);
    if (known) this.known.set(champion, { ...known, wrong: Math.max(0, known.wrong - 1) });
  }

  private forgetEarlier(hour: string): void {
    for (const [champion, known] of this.known) if (known.hour !== hour) this.known.delete(champion);
  }
}

const hourOf = (now: Instant) => now.slice(0, 13);
