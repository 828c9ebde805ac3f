import fc from 'fast-check';
import {
  type AttemptDecision,
  type AttemptHistory,
  type AttemptOutcome,
  decideAttempt,
  mostRetries,
  noAttempts,
  type RequestKind,
  retryAfter,
} from '../../../src/domain/campaign/decide-attempt';

const again = (decided: AttemptDecision) => {
  if (decided.decision !== 'again') throw new Error(`not again: ${decided.decision}`);
  return decided;
};
const decide = (reply: AttemptOutcome, history: AttemptHistory = noAttempts, kind: RequestKind = 'post') =>
  decideAttempt(kind, reply, history, 0);

describe('429', () => {
  it('waits as long as Teams says, in its own scope', () => {
    const told = { outcome: 'throttled', scope: 'conversation', retryAfterMs: 7_000 } as const;
    expect(decide(told)).toMatchObject({ decision: 'again', afterMs: 7_000, pauses: 'conversation' });
    expect(decide({ ...told, scope: 'app' })).toMatchObject({ afterMs: 7_000, pauses: 'app' });
  });

  it('told to come back at once, again and again, backs off all the same', () => {
    for (const scope of ['app', 'conversation'] as const) {
      const told = { outcome: 'throttled', scope, retryAfterMs: 0 } as const;
      expect(again(decide(told, { ...noAttempts, throttled: 6 })).afterMs).toBeGreaterThanOrEqual(30_000);
    }
    const told = { outcome: 'throttled', scope: 'conversation', retryAfterMs: 1_000 } as const;
    let [waitedMs, history] = [0, noAttempts];
    for (let times = 0; times < mostRetries; times += 1) {
      const decided = again(decide(told, history));
      waitedMs += decided.afterMs;
      history = decided.history;
    }
    expect(waitedMs).toBeGreaterThan(15 * 60_000);
  });

  it('without a hint backs off, and the app’s own limit never makes anybody fail', () => {
    let history = noAttempts;
    for (let times = 0; times < 200; times += 1) {
      const decided = again(decide({ outcome: 'throttled', scope: 'app' }, history));
      expect(decided.afterMs).toBeLessThanOrEqual(60_000);
      history = decided.history;
    }
    expect(decide({ outcome: 'throttled', scope: 'conversation' }, history)).toMatchObject({
      decision: 'final',
      status: 'failed',
      reason: 'throttled',
    });
  });
});

describe('a request that certainly was not carried out', () => {
  it('is repeated for about half an hour before the delivery has failed', () => {
    let history = noAttempts;
    let waitedMs = 0;
    for (let times = 0; times < mostRetries; times += 1) {
      const decided = again(decide({ outcome: 'retry', reason: 'preconditionFailed' }, history));
      expect(decided.pauses).toBeUndefined();
      waitedMs += decided.afterMs;
      history = decided.history;
    }
    expect(waitedMs).toBeGreaterThan(15 * 60_000);
    expect(decide({ outcome: 'retry', reason: 'preconditionFailed' }, history).decision).toBe('final');
  });
});

describe('an ambiguous reply', () => {
  it('to a post is tried once more and marked; a second one fails as unconfirmed', () => {
    const first = again(decide({ outcome: 'ambiguous', reason: '502' }));
    expect(first.history.ambiguous).toBe(1);
    expect(decide({ outcome: 'ambiguous', reason: '504' }, first.history)).toEqual({
      decision: 'final',
      status: 'failed',
      reason: 'unconfirmed',
      possibleDuplicate: true,
    });
  });

  it('to opening a conversation or updating a message duplicates nothing and is just repeated', () => {
    for (const kind of ['open', 'update'] as const) {
      expect(again(decide({ outcome: 'ambiguous', reason: '502' }, noAttempts, kind)).history.ambiguous).toBe(
        0,
      );
    }
  });
});

describe('a refusal', () => {
  it('by the person’s side is unreachable, with Teams’ reason', () => {
    expect(decide({ outcome: 'unreachable', reason: 'MessageWritesBlocked' })).toEqual({
      decision: 'final',
      status: 'unreachable',
      reason: 'MessageWritesBlocked',
    });
  });

  it('of any other kind is final', () => {
    expect(decide({ outcome: 'refused', status: 400 })).toMatchObject({
      status: 'failed',
      reason: 'status400',
    });
  });

  it('because the conversation is gone opens it anew, once', () => {
    const gone = { outcome: 'unreachable', reason: 'conversationNotFound' } as const;
    const first = decide(gone);
    expect(first.decision).toBe('reopen');
    expect(first.decision === 'reopen' && decide(gone, first.history).decision).toBe('final');
    expect(decide(gone, noAttempts, 'update').decision).toBe('final');
  });
});

it('every series of replies without a throttled app ends, with at most one repeat of an ambiguous post', () => {
  const reply: fc.Arbitrary<AttemptOutcome> = fc.oneof(
    fc.constant({ outcome: 'throttled', scope: 'conversation' } as const),
    fc.constant({ outcome: 'retry', reason: 'x' } as const),
    fc.constant({ outcome: 'ambiguous', reason: 'x' } as const),
    fc.constant({ outcome: 'unreachable', reason: 'conversationNotFound' } as const),
  );
  fc.assert(
    fc.property(fc.infiniteStream(reply), (replies) => {
      let history = noAttempts;
      for (let requests = 1; ; requests += 1) {
        const decided = decide(replies.next().value, history);
        if (decided.decision === 'final') return requests <= 2 * mostRetries + 3 && history.ambiguous <= 1;
        history = decided.history;
      }
    }),
  );
});

it('backs off between half and all of a doubling delay', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), (earlier, jitter) => {
      const full = Math.min(60_000, 1_000 * 2 ** Math.min(earlier, 10));
      const ms = retryAfter(earlier, jitter);
      expect(ms).toBeGreaterThanOrEqual(full / 2);
      expect(ms).toBeLessThanOrEqual(full);
    }),
  );
});
