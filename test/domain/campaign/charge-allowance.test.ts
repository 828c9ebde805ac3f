import fc from 'fast-check';
import { type Charge, chargeAllowance, messagesAWeek } from '../../../src/domain/campaign/charge-allowance';
import { dayOf, instantOf } from '../../../src/domain/instant';

const day = (number: number) => instantOf(Date.parse('2026-03-02T10:00:00.000Z') + number * 86_400_000);
const after = (charges: readonly Charge[], id: string, onDay: number): readonly Charge[] => {
  const result = chargeAllowance(charges, id, day(onDay));
  return result.outcome === 'charged' ? result.charges : charges;
};

it('lets two messages a week through and not the third', () => {
  const charges = after(after([], 'a', 0), 'b', 3);
  expect(chargeAllowance(charges, 'c', day(3)).outcome).toBe('over');
  expect(chargeAllowance(charges, 'c', day(6)).outcome).toBe('over');
  expect(chargeAllowance(charges, 'c', day(7)).outcome).toBe('charged');
});

it('charges a message once, however often it is sent again', () => {
  const charges = after(after([], 'a', 0), 'b', 0);
  expect(chargeAllowance(charges, 'a', day(0)).outcome).toBe('chargedBefore');
  expect(after(charges, 'a', 30)).toEqual([{ chargeId: 'a', chargedOn: dayOf(day(30)) }]);
});

it('counts a message on the day on which it goes out, when that is later than its first charge', () => {
  const charges = after(after(after([], 'a', 0), 'b', 2), 'a', 5);
  expect(chargeAllowance(charges, 'c', day(8)).outcome).toBe('over');
  expect(chargeAllowance(charges, 'c', day(9)).outcome).toBe('charged');
});

it('never lets more than two different messages through in any seven days, and keeps its record short', () => {
  const asks = fc.array(fc.tuple(fc.nat(40), fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(asks, (unordered) => {
      let charges: readonly Charge[] = [];
      let sent: readonly { id: string; onDay: number }[] = [];
      const weeks: number[] = [];
      for (const [onDay, id] of [...unordered].sort(([a], [b]) => a - b)) {
        const result = chargeAllowance(charges, id, day(onDay));
        if (result.outcome !== 'charged') continue;
        charges = result.charges;
        sent = [...sent.filter((one) => one.id !== id), { id, onDay }];
        weeks.push(sent.filter((one) => one.onDay > onDay - 7).length, charges.length);
        if (charges.at(-1)?.chargedOn !== dayOf(day(onDay))) throw new Error('charged on another day');
      }
      expect(Math.max(0, ...weeks)).toBeLessThanOrEqual(messagesAWeek);
    }),
  );
});
