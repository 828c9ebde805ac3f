/** Sends one card to one person: conversation, turn, request, reply, and again as the rules say. */

import type { FoundAddress } from '../app/audience/find-address';
import type { PersonAddress } from '../app/ports/address';
import type { Clock } from '../app/ports/clock';
import type { Message, Messenger, SendOutcome } from '../app/ports/messenger';
import {
  type AttemptDecision,
  decideAttempt,
  noAttempts,
  type RequestKind,
} from '../domain/campaign/decide-attempt';
import { spreadOf } from '../domain/campaign/spread';
import type { Rest } from './delivery-pool';
import type { SendGate, SendTurn } from './send-gate';
import { SendingStopped } from './sending-stopped';

export interface CardSenderOptions {
  readonly clock: Clock;
  readonly gate: SendGate;
  readonly messenger: Messenger;
  /** Asked directly before each request. */
  readonly mayBegin: () => boolean;
}

export interface SendRequest {
  readonly turn: SendTurn;
  readonly found: FoundAddress;
  /** The card as it is now; asked directly before each request, which is not made when there is nothing to send. */
  readonly message: () => Promise<Message | 'nothing'>;
  /** Called once a conversation was opened. */
  readonly onOpened?: (found: FoundAddress) => Promise<void>;
  /** Called before a message is posted a second time that may be there already. */
  readonly onPossibleDuplicate?: () => Promise<void>;
  /** True when an earlier process did so. */
  readonly isPossibleDuplicate?: boolean;
  /** Gives up after so many requests that failed by themselves; without it the rules alone decide. */
  readonly mostRequests?: number;
  readonly rest: Rest;
  readonly signal: AbortSignal;
}

export type SendResult = { readonly attempts: number; readonly possibleDuplicate?: true } & (
  | { readonly status: 'delivered'; readonly activityId: string }
  | { readonly status: 'unreachable' | 'failed'; readonly reason: string }
  | { readonly status: 'nothing' }
);

type Final = Extract<AttemptDecision, { decision: 'final' }>;
type Reply<T> = { readonly accepted: T } | { readonly final: Final } | 'nothing' | 'reopen';

export class CardSender {
  constructor(private readonly options: CardSenderOptions) {}

  /** @throws SendingStopped or the signal's reason when it must not go on; no request is then on its way. */
  async send(request: SendRequest): Promise<SendResult> {
    const attempts = new Attempts(this.options, request);
    let { found } = request;
    for (;;) {
      if (found.address.conversationId === undefined) {
        const opened = await attempts.make('open', () =>
          this.options.messenger.openConversation(found.address),
        );
        if (opened === 'nothing' || opened === 'reopen') return attempts.nothing();
        if ('final' in opened) return attempts.notDelivered(opened.final);
        const { conversationId, serviceUrl } = opened.accepted;
        found = { ...found, address: { ...found.address, conversationId, serviceUrl } };
        await request.onOpened?.(found);
      }
      const address = withConversation(found.address);
      const posted = await attempts.make('post', (message) => this.options.messenger.post(address, message));
      if (posted === 'nothing') return attempts.nothing();
      if (posted !== 'reopen') {
        if ('final' in posted) return attempts.notDelivered(posted.final);
        return { status: 'delivered', activityId: posted.accepted.activityId, ...attempts.counts() };
      }
      const { conversationId: _gone, ...rest } = found.address;
      found = { ...found, address: rest };
    }
  }

  /** Replaces a message where it was sent. */
  async update(request: SendRequest, activityId: string): Promise<SendResult> {
    const attempts = new Attempts(this.options, request);
    const address = withConversation(request.found.address);
    const updated = await attempts.make('update', (message) =>
      this.options.messenger.update(address, activityId, message),
    );
    if (updated === 'nothing' || updated === 'reopen') return attempts.nothing();
    if ('final' in updated) return attempts.notDelivered(updated.final);
    return { status: 'delivered', activityId, ...attempts.counts() };
  }
}

function withConversation(address: PersonAddress): PersonAddress & { readonly conversationId: string } {
  const { conversationId } = address;
  if (conversationId === undefined) throw new Error('a message needs a conversation');
  return { ...address, conversationId };
}

/** The requests made for one card, one after the other. */
class Attempts {
  private made = 0;
  private history = noAttempts;
  private isPossibleDuplicate: boolean;

  constructor(
    private readonly options: CardSenderOptions,
    private readonly request: SendRequest,
  ) {
    this.isPossibleDuplicate = request.isPossibleDuplicate ?? false;
    if (this.isPossibleDuplicate) this.history = { ...noAttempts, ambiguous: 1 };
  }

  async make<T>(kind: RequestKind, call: (message: Message) => Promise<SendOutcome<T>>): Promise<Reply<T>> {
    for (;;) {
      const reply = await this.makeOnce(call);
      if (reply === 'nothing') return 'nothing';
      if (reply.outcome === 'accepted') return { accepted: reply };
      const decided = this.decide(kind, reply);
      if (decided.decision === 'reopen') return 'reopen';
      if (decided.decision === 'final') return { final: decided };
      if (decided.decision === 'again') await this.waitFor(kind, decided);
    }
  }

  counts(): { readonly attempts: number; readonly possibleDuplicate?: true } {
    return { attempts: this.made, ...(this.isPossibleDuplicate ? { possibleDuplicate: true } : {}) };
  }

  nothing(): SendResult {
    return { status: 'nothing', ...this.counts() };
  }

  notDelivered({ status, reason, possibleDuplicate }: Final): SendResult {
    if (possibleDuplicate) this.isPossibleDuplicate = true;
    return { status, reason, ...this.counts() };
  }

  private async makeOnce<T>(call: (message: Message) => Promise<SendOutcome<T>>) {
    const { gate, mayBegin } = this.options;
    const { turn, signal, message: messageNow } = this.request;
    const end = await gate.admit({ ...turn, isBegun: this.made > 0 }, signal);
    try {
      const message = await messageNow();
      if (message === 'nothing') return message;
      signal.throwIfAborted();
      if (!mayBegin()) throw new SendingStopped();
      this.made += 1;
      return await call(message);
    } finally {
      end();
    }
  }

  private decide(
    kind: RequestKind,
    reply: Exclude<SendOutcome<unknown>, { outcome: 'accepted' }>,
  ): AttemptDecision {
    const jitter = spreadOf(`${this.request.turn.personId} ${this.made}`);
    const decided = decideAttempt(kind, reply, this.history, jitter);
    const isOwn = decided.decision === 'again' && decided.pauses !== 'app';
    const { mostRequests = Number.POSITIVE_INFINITY } = this.request;
    if (!isOwn || this.made < mostRequests) return decided;
    return { decision: 'final', status: 'failed', reason: 'givenUp' };
  }

  private async waitFor(
    kind: RequestKind,
    again: Extract<AttemptDecision, { decision: 'again' }>,
  ): Promise<void> {
    const { gate, clock } = this.options;
    const { turn, rest, signal, onPossibleDuplicate } = this.request;
    const isNewDuplicate = kind === 'post' && again.history.ambiguous > this.history.ambiguous;
    this.history = again.history;
    if (isNewDuplicate) {
      this.isPossibleDuplicate = true;
      await onPossibleDuplicate?.();
    }
    if (again.pauses === 'app') {
      gate.pauseLane(turn.lane, again.afterMs);
      return;
    }
    if (again.pauses === 'conversation') gate.pauseConversation(turn.personId, again.afterMs);
    await rest(() => clock.sleep(again.afterMs, signal));
  }
}
