/** Carries out what is due in one lane: different documents side by side, one document's intents in order. */

import type { AppContext } from '../app/context';
import type { IntendingDocument, IntentHandler } from '../app/intent-handler';
import { ThrottledError } from '../app/ports/errors';
import type { Versioned } from '../app/ports/store';
import { upcast } from '../app/upcast';
import type { Instant } from '../domain/instant';
import type { Intent, Lane } from '../domain/intent/intent';
import { nextIntent } from '../domain/intent/next-intent';
import { clearIntent, putOffIntent } from '../domain/intent/settle-intent';
import { SendingStopped } from './sending-stopped';
import { settleIntent } from './settle-intent';

/** Documents worked on at once in a lane; long work has places of its own. */
const shortAtOnce = 8;
const longAtOnce = 64;
const pageSize = 50;
const mostListed = 1_000;
/** How long a document is left alone that is not understood, or whose failure could not be recorded. */
const leaveAloneMs = 5_000;
/** Work that went on for this long before it failed was getting somewhere. */
const progressMs = 60_000;

export class IntentLane {
  /** By place of the document: whether its work is long. */
  private readonly running = new Map<string, { readonly isLong: boolean; readonly task: Promise<void> }>();
  private readonly leftAloneUntilMs = new Map<string, number>();

  constructor(
    private readonly context: AppContext,
    private readonly lane: Lane,
    private readonly handlers: ReadonlyMap<string, IntentHandler>,
    private readonly mayBegin: () => boolean,
    /** Called when a place becomes free, so that the next due intent need not wait for a poll. */
    private readonly onFinished: () => void,
  ) {}

  /** Starts what is due and has a place; returns without waiting for it. @throws whatever the store throws. */
  async startDue(signal: AbortSignal): Promise<void> {
    const { store, clock } = this.context;
    this.forgetLeftAlone();
    const now = clock.now();
    const busy = this.running.size + this.leftAloneUntilMs.size;
    // What is without a place, or held back, may stand before what could be started.
    for (let limit = pageSize + busy; ; limit *= 4) {
      const asked = Math.min(mostListed, limit);
      const found = await store.due<IntendingDocument>(this.lane, now, asked);
      const isAll = found.length < asked || asked === mostListed;
      if (this.startThose(found, now, signal) > 0 || isAll || !this.hasPlace(false)) return;
    }
  }

  /** @returns how many. */
  private startThose(
    due: readonly Versioned<IntendingDocument>[],
    now: Instant,
    signal: AbortSignal,
  ): number {
    let started = 0;
    for (const { document } of due) {
      const place = `${document.pk} ${document.id}`;
      if (this.running.has(place) || this.leftAloneUntilMs.has(place)) continue;
      if (!this.mayBegin()) break;
      try {
        if (this.startOne(place, document, now, signal)) started += 1;
      } catch (error) {
        // What another version wrote, perhaps. The others are not to wait for it.
        this.context.log.error('due document not understood', error, { lane: this.lane });
        this.leaveAlone(place);
      }
    }
    return started;
  }

  private startOne(place: string, stored: IntendingDocument, now: Instant, signal: AbortSignal): boolean {
    const intent = nextIntent(stored, this.lane, now);
    const isLong = (intent && this.handlers.get(intent.kind)?.isLong) ?? false;
    if (!intent || !this.hasPlace(isLong)) return false;
    const document = upcast(stored.type, stored) as IntendingDocument;
    const task = this.carryOut(place, document, intent, signal).finally(() => {
      this.running.delete(place);
      this.onFinished();
    });
    this.running.set(place, { isLong, task });
    return true;
  }

  /** Resolves when nothing runs any more. */
  async finished(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ task }) => task));
  }

  private async carryOut(
    place: string,
    document: IntendingDocument,
    intent: Intent,
    signal: AbortSignal,
  ): Promise<void> {
    const { context } = this;
    const startedAtMs = context.clock.monotonicMs();
    const fields = { kind: intent.kind, lane: intent.lane, failures: intent.failures ?? 0 };
    try {
      const handler = this.handlers.get(intent.kind);
      if (!handler) throw new Error(`nothing carries out ${intent.kind}`);
      await handler.carryOut(context, { document, intent, signal });
      await settleIntent(context.store, document, (current) => clearIntent(current, intent));
    } catch (error) {
      // Stopped, not failed: it is still due, for whoever sends next, this instance too once it may again.
      if (signal.aborted || error instanceof SendingStopped || !this.mayBegin()) return;
      context.log.error('intent failed', error, fields);
      const leastMs = error instanceof ThrottledError ? (error.retryAfterMs ?? 0) : 0;
      const hasProgressed = context.clock.monotonicMs() - startedAtMs >= progressMs;
      const putOff = { now: context.clock.now(), leastMs, hasProgressed };
      await settleIntent(context.store, document, (current) => putOffIntent(current, intent, putOff)).catch(
        () => this.leaveAlone(place),
      );
    }
  }

  private hasPlace(isLong: boolean): boolean {
    let taken = 0;
    for (const work of this.running.values()) if (work.isLong === isLong) taken += 1;
    return taken < (isLong ? longAtOnce : shortAtOnce);
  }

  private leaveAlone(place: string): void {
    this.leftAloneUntilMs.set(place, this.context.clock.monotonicMs() + leaveAloneMs);
  }

  private forgetLeftAlone(): void {
    const nowMs = this.context.clock.monotonicMs();
    for (const [place, untilMs] of this.leftAloneUntilMs) {
      if (untilMs <= nowMs) this.leftAloneUntilMs.delete(place);
    }
  }
}
