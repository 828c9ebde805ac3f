/** The requests made for one card, one after the other: each waits its turn, and its reply says what follows. */

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

export interface AttemptParts {
  readonly clock: Clock;
  readonly gate: SendGate;
  readonly messenger: Messenger;
  /** Asked directly before each request. */
  readonly mayBegin: () => boolean;
}

export interface AttemptRequest {
  readonly turn: SendTurn;
  /** The card as it is now; asked directly before each request, which is not made when there is nothing to send. */
  readonly message: () => Promise<Message | 'nothing'>;
  /** Called before a message is posted a second time that may be there already. */
  readonly onPossibleDuplicate?: () => Promise<void>;
  /** True when an earlier process did so. */
  readonly isPossibleDuplicate?: boolean;
  /** Gives up after so many requests that failed by themselves; without it the rules alone decide. */
  readonly mostRequests?: number;
  readonly rest: Rest;
  readonly signal: AbortSignal;
}

export interface AttemptCounts {
  readonly attempts: number;
  readonly possibleDuplicate?: true;
}

export type Final = Extract<AttemptDecision, { decision: 'final' }>;
type Again = Extract<AttemptDecision, { decision: 'again' }>;
export type Reply<T> = { readonly accepted: T } | { readonly final: Final } | 'nothing' | 'reopen';

export class Attempts {
  private made = 0;
  private history = noAttempts;
  private isPossibleDuplicate: boolean;

  constructor(
    private readonly parts: AttemptParts,
    private readonly request: AttemptRequest,
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
      if (decided.decision === 'final') {
        this.isPossibleDuplicate ||= decided.possibleDuplicate ?? false;
        return { final: decided };
      }
      if (decided.decision === 'again') await this.waitFor(kind, decided);
    }
  }

  counts(): AttemptCounts {
    return { attempts: this.made, ...(this.isPossibleDuplicate ? { possibleDuplicate: true } : {}) };
  }

  private async makeOnce<T>(call: (message: Message) => Promise<SendOutcome<T>>) {
    const { gate, mayBegin } = this.parts;
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

  private async waitFor(kind: RequestKind, again: Again): Promise<void> {
    const { gate, clock } = this.parts;
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
