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

/** What took longer to make is made again, and may then take twice as long: a slow store must not silence everybody. */
const freshForMs = 500;
/** Refusals for the app's limit after which it may be this person's alone: others go first then, and what becomes of them
 * tells. */
const mostThrottled = 2;
const othersFirstMs = 500;

export interface AttemptParts {
  readonly clock: Clock;
  readonly gate: SendGate;
  readonly messenger: Messenger;
  /** Asked directly before each request. */
  readonly mayBegin: () => boolean;
  /** True where cards refresh on a person's devices: their Teams id is then asked for once. */
  readonly identifiesPeople?: boolean;
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
  /** Gives up where this person's conversation alone would keep it waiting for longer; without it it waits. */
  readonly mostWaitMs?: number;
  readonly rest: Rest;
  readonly signal: AbortSignal;
}

export interface AttemptCounts {
  readonly attempts: number;
  readonly possibleDuplicate?: true;
}

export type Final = Extract<AttemptDecision, { decision: 'final' }>;
type Again = Extract<AttemptDecision, { decision: 'again' }>;
type Refusal = Exclude<SendOutcome<unknown>, { outcome: 'accepted' }>;
export type Reply<T> = { readonly accepted: T } | { readonly final: Final } | 'nothing' | 'reopen';

const givenUp: Final = { decision: 'final', status: 'failed', reason: 'givenUp' };

export class Attempts {
  private made = 0;
  private history = noAttempts;
  /** How many requests Teams had accepted when it last refused this one for a limit. */
  private acceptedBefore = 0;
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
      const made = await this.makeOnce(kind, call);
      if (made === 'nothing' || 'accepted' in made) return made;
      if (made.decision === 'reopen') {
        this.history = made.history;
        return 'reopen';
      }
      if (made.decision === 'final') {
        this.isPossibleDuplicate ||= made.possibleDuplicate ?? false;
        return { final: made };
      }
      await this.waitFor(kind, made);
    }
  }

  counts(): AttemptCounts {
    return { attempts: this.made, ...(this.isPossibleDuplicate ? { possibleDuplicate: true } : {}) };
  }

  private async makeOnce<T>(
    kind: RequestKind,
    call: (message: Message) => Promise<SendOutcome<T>>,
  ): Promise<'nothing' | { readonly accepted: T } | AttemptDecision> {
    const { gate, mayBegin } = this.parts;
    const { turn, signal, mostWaitMs } = this.request;
    if (mostWaitMs !== undefined && gate.conversationWaitMs(turn.personId) > mostWaitMs) return givenUp;
    const end = await gate.admit({ ...turn, isBegun: this.made > 0 }, signal);
    try {
      const message = await this.freshMessage();
      if (message === 'nothing') return message;
      signal.throwIfAborted();
      if (!mayBegin()) throw new SendingStopped();
      this.made += 1;
      const reply = await call(message);
      gate.hear(turn.lane, reply.outcome);
      if (reply.outcome === 'accepted') return { accepted: reply };
      return this.decide(kind, this.scoped(reply));
    } finally {
      end();
    }
  }

  /** What it says was true half a second ago, or as recently as the store allows: nobody is asked what has been decided. */
  private async freshMessage(): Promise<Message | 'nothing'> {
    const { clock } = this.parts;
    for (let allowedMs = freshForMs; ; allowedMs *= 2) {
      const lookedAtMs = clock.monotonicMs();
      const message = await this.request.message();
      if (message === 'nothing' || clock.monotonicMs() - lookedAtMs <= allowedMs) return message;
    }
  }

  /** Teams does not always say whose limit it was. Where this person alone was refused time and again while others were not, it
   * is their conversation's: nobody else is to wait for it. */
  private scoped(reply: Refusal): Refusal {
    if (reply.outcome !== 'throttled') return reply;
    const { accepted } = this.parts.gate;
    const isTheirs = this.history.throttled >= mostThrottled && accepted > this.acceptedBefore;
    this.acceptedBefore = accepted;
    return isTheirs ? { ...reply, scope: 'conversation' } : reply;
  }

  private pauseScope({ pauses, afterMs }: Again): void {
    const { lane, personId } = this.request.turn;
    if (pauses === 'app') this.parts.gate.pauseLane(lane, afterMs);
    if (pauses === 'conversation') this.parts.gate.pauseConversation(personId, afterMs);
  }

  private decide(kind: RequestKind, reply: Refusal): AttemptDecision {
    const jitter = spreadOf(`${this.request.turn.personId} ${this.made}`);
    const decided = decideAttempt(kind, reply, this.history, jitter);
    if (decided.decision !== 'again') return decided;
    // Before the turn ends, because its end lets the next request begin.
    this.pauseScope(decided);
    const { mostRequests = Number.POSITIVE_INFINITY, mostWaitMs = Number.POSITIVE_INFINITY } = this.request;
    const isWorthIt = this.made < mostRequests && decided.afterMs <= mostWaitMs;
    return decided.pauses === 'app' || isWorthIt ? decided : givenUp;
  }

  private async waitFor(kind: RequestKind, again: Again): Promise<void> {
    const { clock } = this.parts;
    const { rest, signal, onPossibleDuplicate } = this.request;
    const isNewDuplicate = kind === 'post' && again.history.ambiguous > this.history.ambiguous;
    this.history = again.history;
    if (isNewDuplicate) {
      this.isPossibleDuplicate = true;
      await onPossibleDuplicate?.();
    }
    // A lane that is paused keeps everybody at the gate.
    if (again.pauses === 'app' && again.history.throttled < mostThrottled) return;
    const afterOthersMs = again.pauses === 'app' ? othersFirstMs : 0;
    await rest(() => clock.sleep(again.afterMs + afterOthersMs, signal));
  }
}
