/** Finds what is due and has it carried out, urgent work apart from normal, only while this instance may send. */

import { setMaxListeners } from 'node:events';
import type { AppContext } from '../app/context';
import type { IntentHandler } from '../app/intent-handler';
import { lanes } from '../domain/intent/intent';
import { IntentLane } from './intent-lane';
import { Waker } from './waker';

export interface IntentLoopOptions {
  readonly context: AppContext;
  readonly handlers: readonly IntentHandler[];
  readonly mayBegin: () => boolean;
  /** How long something due can go unseen when nobody pokes. */
  readonly pollEveryMs?: number;
}

export class IntentLoop {
  private readonly handlers: ReadonlyMap<string, IntentHandler>;
  private readonly wakers: Waker[] = [];
  private readonly termEnds = new Set<() => void>();

  /** @throws Error when two handlers share a kind. */
  constructor(private readonly options: IntentLoopOptions) {
    const { handlers } = options;
    this.handlers = new Map(handlers.map((handler) => [handler.kind, handler]));
    if (this.handlers.size < handlers.length)
      throw new Error('two handlers carry out the same kind of intent');
  }

  /** Looks now: something may have become due. */
  poke(): void {
    for (const waker of this.wakers) waker.wake();
  }

  /** Call when this instance becomes the one that sends: what it began before, another may have carried out since. */
  beginAnew(): void {
    for (const endTerm of this.termEnds) endTerm();
    this.poke();
  }

  /** Works until the signal is aborted and what was begun has ended; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(lanes.map((lane) => this.runLane(lane, signal)));
  }

  private async runLane(lane: (typeof lanes)[number], signal: AbortSignal): Promise<void> {
    const { context, mayBegin, pollEveryMs = 1_000 } = this.options;
    const waker = new Waker(context.clock);
    this.wakers.push(waker);
    const work = new IntentLane(context, lane, this.handlers, mayBegin, () => waker.wake());
    // A term lasts as long as this instance may begin requests without a break, and no other did meanwhile.
    let term = newTerm();
    const endTerm = () => term.abort(new Error('this instance may not send any more'));
    signal.addEventListener('abort', endTerm);
    this.termEnds.add(endTerm);
    while (!signal.aborted) {
      if (!mayBegin()) endTerm();
      else {
        if (term.signal.aborted) term = newTerm();
        await work.startDue(term.signal).catch((error: unknown) => {
          context.log.error('due intents not read', error, { lane });
        });
      }
      await waker.wait(pollEveryMs, signal);
    }
    endTerm();
    await work.finished();
    signal.removeEventListener('abort', endTerm);
    this.termEnds.delete(endTerm);
    this.wakers.splice(this.wakers.indexOf(waker), 1);
  }
}

/** Everything that runs in a lane listens to it. */
function newTerm(): AbortController {
  const term = new AbortController();
  setMaxListeners(0, term.signal);
  return term;
}
