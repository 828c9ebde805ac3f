import { decisionToldCard } from '../../src/cards/decision-told.card';
import { read, sampleOf } from './rendering';

const staff = sampleOf(decisionToldCard, 'staff, approved');

test('tells staff what was decided, by whom, why and what it means', () => {
  const words = read(decisionToldCard, staff);
  expect(words).toContain('You told us. This was decided:');
  expect(words).toContain('Approved: Delay St Bride’s by four weeks');
  expect(words).toContain('Amara Cole, Senior Responsible Owner');
  expect(words).toContain('I will not start a ward');
  expect(words).toContain('Two records side by side until 15 February.');
});

test('answers also when it is no, and when it is later', () => {
  const { decision } = staff;
  expect(read(decisionToldCard, { ...staff, decision: { ...decision, kind: 'reject' } })).toContain(
    'None of the options was taken up.',
  );
  const deferredUntil = '2027-01-11T00:00:00.000Z' as typeof decision.decidedAt;
  expect(
    read(decisionToldCard, { ...staff, decision: { ...decision, kind: 'defer', deferredUntil } }),
  ).toContain('It is looked at again on Monday 11 January 2027.');
});

test('names three groups and counts the others', () => {
  expect(read(decisionToldCard, sampleOf(decisionToldCard, 'staff, rejected, thirty groups'))).toMatch(
    /Fewer than 60 in 100 were confident in: .*; .*; .*; 27 other groups\./,
  );
});

test('tells the lead that staff are told as well', () => {
  expect(read(decisionToldCard, sampleOf(decisionToldCard, 'lead'))).toContain(
    'Staff in these groups are told as well.',
  );
});

test('names groups that were falling as falling', () => {
  const told = sampleOf(decisionToldCard, 'staff, approved');
  const evidence = told.evidence.map((item) => ({ ...item, kind: 'deterioratingTrend' as const }));
  expect(read(decisionToldCard, { ...told, evidence })).toContain('Confidence was falling in: ');
});
