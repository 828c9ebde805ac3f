import { escalationDecidedCard } from '../../src/cards/escalation-decided.card';
import { elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const readSample = (name: string) => read(escalationDecidedCard, sampleOf(escalationDecidedCard, name));

test('says what was decided, by whom in which role, on which day and why', () => {
  const words = readSample('approved');
  expect(words).toContain('Approved: Delay St Bride’s by four weeks');
  expect(words).toContain('Amara Cole, Senior Responsible Owner, on Monday 14 December 2026.');
  expect(words).toContain('I will not start a ward');
});

test('keeps the evidence and the options at hand, and the head of the decision log in sight', () => {
  const words = readSample('approved');
  expect(words).toContain('Evidence at the time');
  expect(words).toContain('Start on 18 January with more floor support: Twelve more');
  expect(words).toContain('Decision log, entry 12');
  expect(words).toMatch(/^[0-9a-f]{64}$/m);
});

test('tells a second click that it changed nothing', () => {
  expect(readSample('rejected, late tap')).toContain(
    'This was decided at 10:00 on Monday 14 December, before your tap, which changed nothing.',
  );
  expect(readSample('rejected, late tap')).toContain('Rejected: none of the options');
  expect(readSample('approved')).not.toContain('your tap');
});

test('says until when it is deferred', () => {
  expect(readSample('deferred')).toContain('Deferred until Monday 11 January 2027');
});

test('says with whom it is now, how it came there and by when it is to be decided', () => {
  expect(readSample('passed on')).toContain('Now with Ruth Abara');
  expect(readSample('passed on')).toContain('Passed on by Amara Cole on Monday 14 December.');
  expect(readSample('sent on by the lead')).toContain('Sent by Tom Whitfield on Monday 14 December.');
  expect(readSample('went up by itself')).toContain('It went up by itself on Monday 14 December.');
  expect(readSample('went up by itself')).toContain('To be decided by Thursday 17 December.');
});

test('has nothing left to decide', () => {
  const card = escalationDecidedCard.render(sampleOf(escalationDecidedCard, 'passed on'), frame);
  expect(elementsIn(card).filter(({ type }) => type === 'Action.Execute')).toEqual([]);
});

test('says what it replaced and when it is looked at again, and lets those who may decide it again', () => {
  const again = sampleOf(escalationDecidedCard, 'an issue, decided again, with a review date');
  const words = read(escalationDecidedCard, again);
  expect(words).toContain(
    'This replaces the decision of Monday 14 December 2026: Rejected: none of the options.',
  );
  expect(words).toContain('It is looked at again on Monday 1 March 2027.');
  expect(words).toContain('This is the day to look at this decision again.');
  const buttons = (view: typeof again) =>
    elementsIn(escalationDecidedCard.render(view, frame)).filter(({ type }) => type === 'Action.Execute');
  expect(buttons(again)).toHaveLength(1);
  expect(buttons({ ...again, mayDecideAgain: false })).toEqual([]);
});
