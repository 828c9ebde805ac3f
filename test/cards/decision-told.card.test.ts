import { decisionToldCard } from '../../src/cards/decision-told.card';
import { read, sampleOf } from './rendering';

const staff = sampleOf(decisionToldCard, 'staff, approved');

test('tells staff what was decided, by whom, why and what it means', () => {
  const words = read(decisionToldCard, staff);
  expect(words).toContain('You said, we did:');
  expect(words).toContain('Approved: Delay St Bride’s by four weeks');
  expect(words).toContain('Amara Cole, Senior Responsible Owner');
  expect(words).toContain('I will not start a ward');
  expect(words).toContain('Two records side by side until 15 February.');
});

test('answers also when it is no, and when it is later', () => {
  const { decision } = staff;
  const no = read(decisionToldCard, { ...staff, decision: { ...decision, kind: 'reject' } });
  expect(no).toMatch(/You said, we can’t, because:\nI will not start a ward/);
  expect(no).toContain('None of the options was taken up.');
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
  const evidence = told.escalation.evidence.map((item) => ({ ...item, kind: 'deterioratingTrend' as const }));
  expect(read(decisionToldCard, { ...told, escalation: { evidence } })).toContain(
    'Confidence was falling in: ',
  );
});

test('says what it replaces, and when it is looked at again', () => {
  expect(read(decisionToldCard, sampleOf(decisionToldCard, 'staff, decided again'))).toContain(
    'This replaces the decision of Monday 14 December 2026: Rejected: none of the options.',
  );
  const issue = read(decisionToldCard, sampleOf(decisionToldCard, 'lead, of an issue, with a review date'));
  expect(issue).toContain('It is looked at again on Monday 1 March 2027.');
  expect(issue).toContain('Those who raised it hear the answer as well.');
  expect(issue).not.toContain('in 100 were confident');
});
