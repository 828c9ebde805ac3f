import { gateChangeCard } from '../../src/cards/gate-change.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('says what would change and both verdicts, and takes one of two decisions with a reason', () => {
  const words = read(gateChangeCard, sampleOf(gateChangeCard, 'floors lowered'));
  expect(words).toContain('Under the criteria as they were frozen: not met.');
  expect(words).toContain('Under the change proposed: met.');
  expect(words).toContain('Training: St Bride’s Hospital: at least 80 in 100 → at least 45 in 100');
  expect(words).toContain('Removed: Confidence');
  expect(words).toContain('Go-live: Monday 18 January 2027 → Wednesday 20 January 2027');
  const card = gateChangeCard.render(sampleOf(gateChangeCard, 'floors lowered'), frame);
  const decisions = actionsOf(card, 'gate-decide-change').map(
    ({ data }) => (data as { decision?: string }).decision,
  );
  expect(decisions).toEqual(['accept', 'keep']);
});

test('asks for the reason that is missing', () => {
  expect(read(gateChangeCard, sampleOf(gateChangeCard, 'no reason given yet'))).toContain('Please say why.');
});
