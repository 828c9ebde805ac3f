/** The one door to Teams: every request of every campaign waits here for its turn under all limits at once. */

import { setMaxListeners } from 'node:events';
import type { Clock } from '../app/ports/clock';
import type { SendOutcome } from '../app/ports/messenger';
import { AppWindow } from '../domain/campaign/app-window';
import { ConversationWindows } from '../domain/campaign/conversation-windows';
import { type Lane, lanes } from '../domain/intent/intent';
import { FairQueue } from './fair-queue';
import { OutageWatch } from './outage';

export interface SendGateOptions {
  readonly clock: Clock;
  /** Requests a second that Teams allows this app; 0 for no limit. */
  readonly requestsPerSecond: number;
  readonly inFlight?: Readonly<Record<Lane, number>>;
}

/** What one request is for. */
export interface SendTurn {
  readonly lane: Lane;
  readonly campaignId: string;
  /** One person is one conversation, also before it is opened. */
  readonly personId: string;
  /** True once something was done for this person: what was begun goes before what was not. */
  readonly isBegun?: boolean;
}

interface Waiting {
  readonly turn: SendTurn;
  readonly admit: () => void;
  readonly signal: AbortSignal;
}

/** Together at most 100 requests are on their way. */
const defaultInFlight: Readonly<Record<Lane, number>> = { urgent: 20, normal: 80 };

/** Urgent requests go first; campaigns of one lane take turns; a request whose conversation is full lets the others
 * pass. A pause stops its own scope alone: one lane, or one conversation. */
export class SendGate {
  private readonly app: AppWindow;
  private readonly conversations = new ConversationWindows();
  private readonly queues: Readonly<Record<Lane, FairQueue<Waiting>>> = {
    urgent: new FairQueue(),
    normal: new FairQueue(),
  };
  private readonly inFlight: Record<Lane, number> = { urgent: 0, normal: 0 };
  private readonly limits: Readonly<Record<Lane, number>>;
  private readonly pausedUntilMs: Record<Lane, number> = {
    urgent: Number.NEGATIVE_INFINITY,
    normal: Number.NEGATIVE_INFINITY,
  };
  private readonly conversationPauses = new Map<string, number>();
  private readonly outages: Readonly<Record<Lane, OutageWatch>> = {
    urgent: new OutageWatch(),
    normal: new OutageWatch(),
  };
  private acceptedCount = 0;
  private wakesAtMs = Number.POSITIVE_INFINITY;
  private readonly closed = new AbortController();

  constructor(private readonly options: SendGateOptions) {
    this.app = new AppWindow(options.requestsPerSecond);
    this.limits = options.inFlight ?? defaultInFlight;
    // Each wait for a turn listens to it until its time is over.
    setMaxListeners(0, this.closed.signal);
  }

  /** Resolves when the request may begin; it counts from then. Call what it returns once the request has ended.
   * Rejects with the signal's reason when aborted while it waits. */
  admit(turn: SendTurn, signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      let isAdmitted = false;
      const giveUp = () => reject(signal.reason);
      const admit = () => {
        isAdmitted = true;
        signal.removeEventListener('abort', giveUp);
        resolve(this.begin(turn));
      };
      this.queues[turn.lane].add(turn.campaignId, { turn, admit, signal }, turn.isBegun ?? false);
      this.admitWaiting();
      if (!isAdmitted) signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Requests that Teams has said yes to. */
  get accepted(): number {
    return this.acceptedCount;
  }

  /** Call with each reply before its turn ends: in an outage the lane waits, instead of failing one person after the other. */
  hear(lane: Lane, outcome: SendOutcome<unknown>['outcome']): void {
    if (outcome === 'accepted') this.acceptedCount += 1;
    const outage = this.outages[lane];
    outage.hear(outcome);
    const isPaused = this.pausedUntilMs[lane] > this.options.clock.monotonicMs();
    if (outage.isOutage && !isPaused) this.pauseLane(lane, outage.nextPauseMs());
  }

  pauseLane(lane: Lane, ms: number): void {
    this.pausedUntilMs[lane] = Math.max(this.pausedUntilMs[lane], this.options.clock.monotonicMs() + ms);
  }

  pauseConversation(personId: string, ms: number): void {
    const nowMs = this.options.clock.monotonicMs();
    for (const [known, untilMs] of this.conversationPauses) {
      if (untilMs <= nowMs) this.conversationPauses.delete(known);
    }
    const earlier = this.conversationPauses.get(personId) ?? nowMs;
    this.conversationPauses.set(personId, Math.max(earlier, nowMs + ms));
  }

  /** For how long at least nothing may be sent to this person alone; 0 where that is allowed now. */
  conversationWaitMs(personId: string): number {
    const nowMs = this.options.clock.monotonicMs();
    return Math.max(0, this.conversationAtMs(personId, nowMs) - nowMs);
  }

  /** Ends the gate's own waits, so that nothing keeps the process alive; whoever still waits is left to their signal. */
  close(): void {
    this.closed.abort();
  }

  private begin(turn: SendTurn): () => void {
    const nowMs = this.options.clock.monotonicMs();
    const place = this.app.begin(nowMs);
    this.conversations.begin(turn.personId, nowMs);
    this.inFlight[turn.lane] += 1;
    let isEnded = false;
    return () => {
      if (isEnded) return;
      isEnded = true;
      this.app.end(place, nowMs, this.options.clock.monotonicMs());
      this.inFlight[turn.lane] -= 1;
      this.admitWaiting();
    };
  }

  private admitWaiting(): void {
    for (;;) {
      const nowMs = this.options.clock.monotonicMs();
      const appAtMs = this.app.earliestMs();
      if (appAtMs > nowMs) {
        if (lanes.some((lane) => !this.queues[lane].isEmpty)) this.wakeAt(appAtMs, nowMs);
        return;
      }
      const next = this.nextWaiting(nowMs);
      if (!next) return;
      next.admit();
    }
  }

  private nextWaiting(nowMs: number): Waiting | undefined {
    for (const lane of lanes) {
      const queue = this.queues[lane];
      if (queue.isEmpty) continue;
      if (this.pausedUntilMs[lane] > nowMs) this.wakeAt(this.pausedUntilMs[lane], nowMs);
      else if (this.inFlight[lane] < this.limitOf(lane)) {
        const next = this.takeFrom(queue, nowMs, this.outages[lane].isOutage ? 'last' : 'first');
        if (next) return next;
      }
    }
    return undefined;
  }

  private limitOf(lane: Lane): number {
    return this.outages[lane].isOutage ? 1 : this.limits[lane];
  }

  /** @param end in an outage the last: for whom nothing was tried before, a reply in doubt is not the end. */
  private takeFrom(queue: FairQueue<Waiting>, nowMs: number, end: 'first' | 'last'): Waiting | undefined {
    for (let next = queue.take(end); next; next = queue.take(end)) {
      if (next.signal.aborted) continue;
      const atMs = this.conversationAtMs(next.turn.personId, nowMs);
      if (atMs <= nowMs) return next;
      this.setAside(queue, next, atMs - nowMs);
    }
    return undefined;
  }

  private conversationAtMs(personId: string, nowMs: number): number {
    const pausedMs = this.conversationPauses.get(personId) ?? Number.NEGATIVE_INFINITY;
    return Math.max(pausedMs, this.conversations.earliestMs(personId, nowMs));
  }

  /** Comes back by itself when its conversation is free again. */
  private setAside(queue: FairQueue<Waiting>, waiting: Waiting, ms: number): void {
    this.options.clock.sleep(ms, waiting.signal).then(
      () => {
        queue.add(waiting.turn.campaignId, waiting, true);
        this.admitWaiting();
      },
      () => undefined,
    );
  }

  private wakeAt(atMs: number, nowMs: number): void {
    if (this.wakesAtMs <= atMs && this.wakesAtMs > nowMs) return;
    this.wakesAtMs = atMs;
    const wake = () => {
      if (this.wakesAtMs === atMs) this.wakesAtMs = Number.POSITIVE_INFINITY;
      this.admitWaiting();
    };
    this.options.clock.sleep(atMs - nowMs, this.closed.signal).then(wake, () => undefined);
  }
}
