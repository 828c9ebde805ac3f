import { estimateEnd, requestsFor } from '../../../src/domain/campaign/estimate-end';
import { foldChoices } from '../../../src/domain/campaign/fold-choices';
import type { Instant } from '../../../src/domain/instant';

const now = '2026-11-24T14:00:00.000Z' as Instant;
const tonight = '2026-11-24T21:00:00.000Z' as Instant;

describe('the end of a campaign', () => {
  it('is when all its requests are made at the whole rate', () => {
    expect(estimateEnd([{ from: now, requests: 3_000 }], [], 50, now)).toBe('2026-11-24T14:01:00.000Z');
  });

  it('is later where others take turns with it, by no more than its own turns', () => {
    expect(estimateEnd([{ from: now, requests: 3_000 }], [1_500], 50, now)).toBe('2026-11-24T14:01:30.000Z');
    expect(estimateEnd([{ from: now, requests: 3_000 }], [90_000], 50, now)).toBe('2026-11-24T14:02:00.000Z');
  });

  it('waits for those whose hour comes later', () => {
    const work = [
      { from: tonight, requests: 50 },
      { from: now, requests: 500 },
    ];
    expect(estimateEnd(work, [], 50, now)).toBe('2026-11-24T21:00:01.000Z');
  });

  it('is now without a limit, and nothing where nobody is pending', () => {
    expect(estimateEnd([{ from: now, requests: 5_000 }], [], 0, now)).toBe(now);
    expect(estimateEnd([], [10], 50, now)).toBeUndefined();
  });

  it('counts a conversation that is to be opened, and an id that is to be asked for', () => {
    expect(requestsFor({ conversationId: 'c', teamsUserId: 't' })).toBe(1);
    expect(requestsFor({ conversationId: 'c' })).toBe(2);
    expect(requestsFor({})).toBe(3);
  });
});

describe('who asked not to be asked', () => {
  const because = (reason: string, people: number) => ({ status: 'cancelled' as const, reason, people });

  it('is told with those who had enough where they are few, and the sum stays', () => {
    const reasons = [
      because('allowance', 30),
      because('choseNotToBeAsked', 3),
      because('campaignCancelled', 40),
    ];
    expect(foldChoices(reasons, 11)).toEqual([because('campaignCancelled', 40), because('notThisTime', 33)]);
    expect(foldChoices([because('choseNotToBeAsked', 1)], 11)).toEqual([because('notThisTime', 1)]);
  });

  it('is told apart where they are many', () => {
    const reasons = [because('allowance', 30), because('choseNotToBeAsked', 11)];
    expect(foldChoices(reasons, 11)).toEqual(reasons);
  });
});
