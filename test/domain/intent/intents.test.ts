import fc from 'fast-check';
import { type Instant, instantOf, plusMs } from '../../../src/domain/instant';
import { type Intending, type Intent, lanes, maximumIntents } from '../../../src/domain/intent/intent';
import { nextIntent } from '../../../src/domain/intent/next-intent';
import { planIntents } from '../../../src/domain/intent/plan-intents';
import { retryDelayMs } from '../../../src/domain/intent/retry-delay';
import { clearIntent, putOffIntent } from '../../../src/domain/intent/settle-intent';

const now = '2026-03-02T10:00:00.000Z' as Instant;
const later = plusMs(now, 60_000);
const intent = (id: string, more: Partial<Intent> = {}): Intent => ({
  id,
  kind: 'do',
  lane: 'normal',
  dueAt: now,
  ...more,
});
const documentWith = (...intents: Intent[]): Intending => planIntents({ intents: [] }, intents);

const anIntent: fc.Arbitrary<Intent> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  kind: fc.constantFrom('one', 'two'),
  lane: fc.constantFrom(...lanes),
  dueAt: fc.integer({ min: 0, max: 1e9 }).map((ms) => instantOf(ms)),
});

describe('the intents of a document', () => {
  it('always agree with its due time in each lane, whatever is added and cleared', () => {
    const steps = fc.array(
      fc.tuple(fc.array(anIntent, { maxLength: 3 }), fc.array(fc.constantFrom('a', 'b', 'c'))),
    );
    fc.assert(
      fc.property(steps, (changes) => {
        let document: Intending = { intents: [] };
        for (const [added, cleared] of changes) document = planIntents(document, added, cleared);
        for (const lane of lanes) {
          const times = document.intents.filter((one) => one.lane === lane).map(({ dueAt }) => dueAt);
          expect(document.dueAt?.[lane]).toBe(times.sort()[0]);
        }
        expect(new Set(document.intents.map(({ id }) => id)).size).toBe(document.intents.length);
        expect('dueAt' in document).toBe(document.intents.length > 0);
      }),
    );
  });

  it('are at most 32', () => {
    const many = Array.from({ length: maximumIntents }, (_, index) => intent(`${index}`));
    expect(() => planIntents(documentWith(...many), [intent('one more')])).toThrow(RangeError);
  });
});

describe('an intent that was carried out', () => {
  it('is cleared once, and a second clearing finds nothing to do', () => {
    const done = intent('a');
    const cleared = clearIntent(documentWith(done, intent('b')), done);
    expect(cleared?.intents.map(({ id }) => id)).toEqual(['b']);
    expect(cleared && clearIntent(cleared, done)).toBeUndefined();
  });

  it('stays when its own handler planned it anew, for another time or with other data', () => {
    expect(clearIntent(documentWith(intent('a', { dueAt: later })), intent('a'))).toBeUndefined();
    expect(clearIntent(documentWith(intent('a', { data: { round: 1 } })), intent('a'))).toBeUndefined();
  });
});

describe('an intent that failed', () => {
  it('is due again after 1, 2, 4 … seconds, five minutes at most', () => {
    const waits: number[] = [];
    let document = documentWith(intent('a'));
    for (let failure = 0; failure < 12; failure += 1) {
      const [failed] = document.intents;
      if (!failed) throw new Error('it is gone');
      document = putOffIntent(document, failed, { now }) ?? document;
      waits.push((Date.parse(document.dueAt?.normal ?? '') - Date.parse(now)) / 1_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect(document.intents[0]?.failures).toBe(12);
    expect(() => retryDelayMs(0)).toThrow(RangeError);
  });

  it('waits at least as long as the store asked for', () => {
    const [failed] =
      putOffIntent(documentWith(intent('a')), intent('a'), { now, leastMs: 7_000 })?.intents ?? [];
    expect(failed?.dueAt).toBe(plusMs(now, 7_000));
  });

  it('counts from one again after it had got somewhere', () => {
    const document = documentWith(intent('a', { failures: 9 }));
    const [failed] = putOffIntent(document, intent('a'), { now, hasProgressed: true })?.intents ?? [];
    expect(failed).toMatchObject({ failures: 1, dueAt: plusMs(now, 1_000) });
  });

  it('is not put back once somebody cleared it', () => {
    expect(putOffIntent(documentWith(intent('b')), intent('a'), { now })).toBeUndefined();
  });
});

describe('the next intent', () => {
  it('is the one due first in its lane, and of those due together the one planned first', () => {
    const document = documentWith(
      intent('second'),
      intent('third'),
      intent('first', { dueAt: plusMs(now, -1) }),
      intent('urgent', { lane: 'urgent' }),
      intent('not yet', { dueAt: later }),
    );
    expect(nextIntent(document, 'normal', now)?.id).toBe('first');
    expect(nextIntent(documentWith(intent('second'), intent('third')), 'normal', now)?.id).toBe('second');
    expect(nextIntent(document, 'urgent', now)?.id).toBe('urgent');
    expect(nextIntent(documentWith(intent('not yet', { dueAt: later })), 'normal', now)).toBeUndefined();
  });

  it('waits for one before it that failed, but not for ever', () => {
    const retried = (failures: number) =>
      documentWith(intent('before', { failures, dueAt: later }), intent('after'));
    expect(nextIntent(retried(1), 'normal', now)).toBeUndefined();
    expect(nextIntent(retried(4), 'normal', now)).toBeUndefined();
    expect(nextIntent(retried(5), 'normal', now)?.id).toBe('after');
  });

  it('does not wait for a later one, nor for one in the other lane, that failed', () => {
    const document = documentWith(
      intent('urgent', { lane: 'urgent', failures: 1, dueAt: later }),
      intent('now'),
      intent('planned after', { failures: 1, dueAt: later }),
    );
    expect(nextIntent(document, 'normal', now)?.id).toBe('now');
  });
});
