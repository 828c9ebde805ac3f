/** A Teams in memory, behind the messenger port: it keeps what it is sent, holds the limits, and fails when told to. */

import type { PersonAddress } from '../../src/app/ports/address';
import type { Clock } from '../../src/app/ports/clock';
import type { Message, Messenger, SendOutcome } from '../../src/app/ports/messenger';
import { SlidingWindows } from './loopback-teams/sliding-windows';

export interface MessengerCall {
  readonly kind: 'open' | 'identify' | 'post' | 'update';
  readonly aadObjectId: string;
  /** Requests of this kind before this one. */
  readonly index: number;
}

/** A reply that takes the place of the true one; `isCarriedOut`: the request took effect all the same. */
export interface FalseReply {
  readonly reply: Exclude<SendOutcome<unknown>, { outcome: 'accepted' }>;
  readonly isCarriedOut?: boolean;
}

export interface Received {
  readonly activityId: string;
  readonly aadObjectId: string;
  readonly card: Message['card'];
  readonly atMs: number;
}

export interface RecordingMessengerOptions {
  readonly clock: Clock;
  /** 0 for none. */
  readonly appRequestsPerSecond?: number;
  readonly latencyMs?: number;
  readonly replyTo?: (call: MessengerCall) => FalseReply | undefined;
}

const conversationLimits = [
  { requests: 7, windowMs: 1_000 },
  { requests: 8, windowMs: 2_000 },
  { requests: 60, windowMs: 30_000 },
  { requests: 1_800, windowMs: 3_600_000 },
];

export class RecordingMessenger implements Messenger {
  readonly received: Received[] = [];
  /** By activity id, the card that stands there now. */
  readonly shown = new Map<string, Message['card']>();
  readonly requestsAtMs: number[] = [];
  readonly throttled = { app: 0, conversation: 0 };
  readonly calls = { open: 0, identify: 0, post: 0, update: 0 };
  inFlight = 0;
  mostInFlight = 0;
  private readonly app: SlidingWindows;
  private readonly conversations = new Map<string, SlidingWindows>();

  constructor(private readonly options: RecordingMessengerOptions) {
    const { appRequestsPerSecond = 0 } = options;
    this.app = new SlidingWindows(
      appRequestsPerSecond > 0 ? [{ requests: appRequestsPerSecond, windowMs: 1_000 }] : [],
    );
  }

  openConversation(
    address: PersonAddress,
  ): Promise<SendOutcome<{ readonly conversationId: string; readonly serviceUrl: string }>> {
    return this.request('open', address, () => ({
      outcome: 'accepted',
      conversationId: `c-${address.aadObjectId}`,
      serviceUrl: 'https://teams.invalid/',
    }));
  }

  identify(
    address: PersonAddress & { readonly conversationId: string },
  ): Promise<SendOutcome<{ readonly teamsUserId: string }>> {
    return this.request('identify', address, () => ({
      outcome: 'accepted',
      teamsUserId: `29:${address.aadObjectId}`,
    }));
  }

  post(
    address: PersonAddress & { readonly conversationId: string },
    { card }: Message,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    return this.request('post', address, () => {
      const activityId = `m${this.received.length + 1}`;
      const atMs = this.options.clock.monotonicMs();
      this.received.push({ activityId, aadObjectId: address.aadObjectId, card, atMs });
      this.shown.set(activityId, card);
      return { outcome: 'accepted', activityId };
    });
  }

  postTo(
    { conversationId }: { readonly conversationId: string },
    { card }: Message,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    return this.post({ aadObjectId: conversationId, conversationId } as never, { card, summary: '' });
  }

  update(
    address: PersonAddress & { readonly conversationId: string },
    activityId: string,
    { card }: Message,
  ): Promise<SendOutcome<object>> {
    return this.request('update', address, () => {
      this.shown.set(activityId, card);
      return { outcome: 'accepted' };
    });
  }

  /** How many messages each person has. */
  messagesPerPerson(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { aadObjectId } of this.received) counts.set(aadObjectId, (counts.get(aadObjectId) ?? 0) + 1);
    return counts;
  }

  private async request<T>(
    kind: MessengerCall['kind'],
    { aadObjectId }: PersonAddress,
    carryOut: () => SendOutcome<T>,
  ): Promise<SendOutcome<T>> {
    const { clock, replyTo, latencyMs = 0 } = this.options;
    const index = this.calls[kind];
    this.calls[kind] += 1;
    this.requestsAtMs.push(clock.monotonicMs());
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      const refusal = this.refuse(aadObjectId);
      if (refusal) return refusal;
      const injected = replyTo?.({ kind, aadObjectId, index });
      const outcome = !injected || injected.isCarriedOut ? carryOut() : undefined;
      if (latencyMs > 0) await clock.sleep(latencyMs);
      return injected ? (injected.reply as SendOutcome<T>) : (outcome as SendOutcome<T>);
    } finally {
      this.inFlight -= 1;
    }
  }

  private refuse(aadObjectId: string): SendOutcome<never> | undefined {
    const nowMs = this.options.clock.monotonicMs();
    const conversation = this.conversations.get(aadObjectId) ?? new SlidingWindows(conversationLimits);
    this.conversations.set(aadObjectId, conversation);
    for (const [scope, windows] of [
      ['app', this.app],
      ['conversation', conversation],
    ] as const) {
      const waitMs = windows.waitMs(nowMs);
      if (waitMs <= 0) continue;
      this.throttled[scope] += 1;
      return { outcome: 'throttled', scope, retryAfterMs: Math.ceil(waitMs / 1_000) * 1_000 };
    }
    this.app.record(nowMs);
    conversation.record(nowMs);
    return undefined;
  }
}
