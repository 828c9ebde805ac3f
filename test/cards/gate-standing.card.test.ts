import { gateStandingCard } from '../../src/cards/gate-standing.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const readSample = (name: string) => read(gateStandingCard, sampleOf(gateStandingCard, name));
const verbsIn = (name: string) =>
  elementsIn(gateStandingCard.render(sampleOf(gateStandingCard, name), frame))
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ verb }) => verb);

test('keeps a decision against the evidence in sight, with its way back and who advised', () => {
  const words = readSample('decided against the evidence');
  expect(words).toContain('Decided against the evidence: Go');
  expect(words).toContain('Amara Cole, Senior Responsible Owner, on Tuesday 12 January 2027.');
  expect(words).toContain('Verdict at the time: not met.');
  expect(words).toContain('Mitigation: Sixty floorwalkers');
  expect(words).toContain('Rollback trigger: Two delayed');
  expect(words).toContain('Advised by Nasrin Ahmadi.');
  expect(words).toMatch(/Decision log, entry 14, head of the chain: [0-9a-f]{64}/);
  expect(words).toContain('as they were when it was decided');
});

test('has the forms of the reader’s role and no other', () => {
  expect(verbsIn('decided against the evidence')).toEqual([]);
  expect(verbsIn('for the lead, to be decided')).toEqual(['gate-state-evidence', 'gate-assure']);
  expect(verbsIn('for the safety officer, planned')).toEqual(['gate-state-safety']);
  const card = gateStandingCard.render(sampleOf(gateStandingCard, 'for the lead, to be decided'), frame);
  expect(actionsOf(card, 'gate-decide')).toEqual([]);
});

test('says what it rests on: a statement with its author, an assurance with who went and looked', () => {
  const words = readSample('met, with an assurance; late tap');
  expect(words).toContain('This was decided before your tap, which changed nothing.');
  expect(words).toContain('Stated by Nasrin Ahmadi, clinical safety officer, on 6 January 2027:');
  expect(words).toContain('Ruth Abara, community matron went and looked on Thursday 7 January 2027:');
});

test('says until when the criteria can be changed, and that nothing is in the calendar', () => {
  const words = readSample('for the safety officer, planned');
  expect(words).toContain('Criteria can be changed until 15 December 2026.');
  expect(words).toContain('The change calendar is empty.');
});
