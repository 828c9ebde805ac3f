import { gateDecisionCard } from '../../src/cards/gate-decision.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const readSample = (name: string) => read(gateDecisionCard, sampleOf(gateDecisionCard, name));
const idsIn = (name: string) =>
  elementsIn(gateDecisionCard.render(sampleOf(gateDecisionCard, name), frame)).map(({ id }) => id);

test('says the verdict in words, with both denominators of training and what would change each criterion', () => {
  const words = readSample('not met, six days before');
  expect(words).toContain('Verdict: not met');
  expect(words).toContain('3 not met · 1 not heard yet · 1 not sure yet · 1 too small to show · 1 met.');
  expect(words).toContain('49 in 100 of all users are trained (1,372 of 2,800); 80 are asked.');
  expect(words).toContain('47 in 100 of all users are trained (1,081 of 2,300); 80 are asked.');
  expect(words).toContain('72 in 100 of those who work in the first fortnight (1,120 of 1,547).');
  expect(words).toContain('Met with 306 of 410 favourable (291 now).');
  expect(words).toContain('Head of clinical data: was due Friday 8 January 2027, nothing stated yet.');
  expect(words).toContain('Industrial action: Resident doctors');
});

test('offers the five decisions, and asks for a way back only where the verdict is not met', () => {
  const card = gateDecisionCard.render(sampleOf(gateDecisionCard, 'not met, six days before'), frame);
  const decide = actionsOf(card, 'gate-decide').map(({ data }) => (data as { kind?: string }).kind);
  expect(decide).toEqual(['go', 'goWithConditions', 'delay', 'stop', 'refer']);
  expect(idsIn('not met, six days before')).toEqual(
    expect.arrayContaining(['goMitigation', 'goRollbackTrigger', 'goAdvisedBy', 'conditionsMitigation']),
  );
  expect(idsIn('met')).not.toContain('goMitigation');
  expect(readSample('met')).toContain('Every criterion is met.');
  expect(readSample('met')).toContain('Met by assurance, too small to show');
});

test('gives back what was typed, and says what is missing', () => {
  const words = readSample('mitigation missing');
  expect(words).toContain('Nothing was decided yet.');
  expect(words).toContain('The contract ends.');
});

test('shows both verdicts where the criteria were changed after the freeze, and who accepted it', () => {
  const words = readSample('referred to the board, two verdicts');
  expect(words).toContain('Under the criteria as they were frozen: not met.');
  expect(words).toContain('Under the criteria as changed since: met. Accepted by Amara Cole');
  expect(words).toContain('Decided: Referred to the board');
});
