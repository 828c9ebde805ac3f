import fc from 'fast-check';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { correctWave, longestWording, wordingOf } from '../../../src/domain/pulse/correct-wave';
import type { Question } from '../../../src/domain/pulse/question';
import type { Wave } from '../../../src/domain/pulse/wave';
import type { NewWording } from '../../../src/domain/pulse/wave-correction';
import { isSmallChange } from '../../../src/domain/text/is-small-change';
import { aPulse } from '../../support/samples';

const now = '2026-11-24T10:00:00.000Z' as Instant;
const by = { correctedBy: asId<PersonId>('lead'), now };
const choice: Question = {
  id: asId('device'),
  kind: 'choice',
  text: 'Which devise do you use most?',
  choices: [
    { id: 'laptop', text: 'A labtop' },
    { id: 'phone', text: 'A phone' },
  ],
};
const wave: Wave = {
  waveId: asId('larkfield.readiness.w1'),
  programmeId: asId('larkfield'),
  pulseId: asId('readiness'),
  title: 'Redy for go-live 1',
  status: 'open',
  questions: [...aPulse().questions, choice],
  audience: { kind: 'everyone' },
  minimumGroupSize: 5,
  confidenceFloor: 0.6,
  frame: { atoms: [] },
  campaignId: asId('invite.larkfield.readiness.w1'),
  opensAt: now,
  closesAt: '2026-12-08T10:00:00.000Z' as Instant,
  openedBy: 'command',
  intents: [],
};
const device: NewWording = {
  part: 'question',
  questionId: 'device',
  text: ' Which device  do you use most? ',
};
const laptop: NewWording = { part: 'choice', questionId: 'device', choiceId: 'laptop', text: 'A laptop' };
const title: NewWording = { part: 'title', text: 'Ready for go-live 1' };

function corrected(words: readonly NewWording[], from: Wave = wave): Wave {
  const decided = correctWave(from, words, by);
  if (decided.outcome !== 'corrected') throw new Error(decided.outcome);
  return decided.next;
}
const outcomeOf = (words: readonly NewWording[], from: Partial<Wave> = {}) =>
  correctWave({ ...wave, ...from }, words, by).outcome;

it('changes the words and nothing else, and keeps what they were, by whom and when', () => {
  const next = corrected([device, laptop, title]);
  expect(next.title).toBe('Ready for go-live 1');
  expect(wordingOf(next, device)).toBe('Which device do you use most?');
  expect(wordingOf(next, laptop)).toBe('A laptop');
  expect(next.corrections).toEqual([
    expect.objectContaining({
      part: 'question',
      before: choice.text,
      after: 'Which device do you use most?',
      correctedBy: 'lead',
      correctedAt: now,
    }),
    expect.objectContaining({ part: 'choice', choiceId: 'laptop', before: 'A labtop', after: 'A laptop' }),
    expect.objectContaining({ part: 'title', before: 'Redy for go-live 1' }),
  ]);
  expect(next.intents).toMatchObject([{ kind: 'correct-cards', lane: 'normal', data: { corrections: 3 } }]);
});

it('is the same question whatever is corrected: ids, kinds, order and the number of choices stay', () => {
  const skeleton = ({ questions }: Wave) =>
    questions.map((one) => [one.id, one.kind, one.kind === 'choice' ? one.choices.map(({ id }) => id) : []]);
  const words = fc.record({
    part: fc.constantFrom('question' as const, 'choice' as const),
    questionId: fc.constantFrom('device', 'confidence', 'words', 'nothing'),
    choiceId: fc.constantFrom('laptop', 'phone', 'nothing'),
    text: fc.oneof(fc.string(), fc.constantFrom('A laptop', 'A phone', 'Which device do you use most?')),
  });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), (several) => {
      const decided = correctWave(wave, several, by);
      if (decided.outcome !== 'corrected') return;
      expect(skeleton(decided.next)).toEqual(skeleton(wave));
      expect(decided.next.status).toBe('open');
    }),
  );
});

it('corrects again what was corrected, and brings every card up to date anew', () => {
  const once = corrected([title]);
  const twice = corrected([{ part: 'title', text: 'Ready for go-live: 1' }], once);
  expect(twice.corrections).toHaveLength(2);
  expect(twice.intents).toMatchObject([{ data: { corrections: 2 } }]);
});

it.each<[string, readonly NewWording[], Partial<Wave>]>([
  ['unchanged', [{ part: 'title', text: 'Redy for go-live 1 ' }], {}],
  ['notOpen', [title], { status: 'closed' }],
  ['notOpen', [title], { status: 'closing' }],
  ['ofReview', [title], { reviewId: asId('r1') }],
  ['noSuchPart', [{ ...device, questionId: 'other' } as NewWording], {}],
  ['noSuchPart', [{ ...laptop, choiceId: 'desk' } as NewWording], {}],
  ['blank', [{ ...device, text: '  ' }], {}],
  ['tooLong', [{ ...laptop, text: 'A laptop'.padEnd(longestWording.choice + 1, '.') }], {}],
  ['tooDifferent', [{ ...device, text: 'Do you trust the hospital’s managers?' }], {}],
  ['alike', [{ ...laptop, text: 'A phone' }], {}],
])('refuses as %s', (outcome, words, from) => {
  expect(outcomeOf(words, from)).toBe(outcome);
});

it('is out of date for somebody who saw another wording, but not where it would change nothing', () => {
  const once = corrected([title]);
  expect(correctWave(once, [device], { ...by, seen: 0 }).outcome).toBe('outOfDate');
  expect(correctWave(once, [title], { ...by, seen: 0 }).outcome).toBe('unchanged');
  expect(correctWave(once, [device], { ...by, seen: 1 }).outcome).toBe('corrected');
});

it.each([
  ['I have had the training I need.', 'I have had teh training I need.', true],
  ['How confident are you?', 'Hwo confidnet are yuo?', true],
  ['How ready is the EPR on your ward?', 'How ready is the new patient record on your ward?', true],
  ['Yes', 'Yse', true],
  ['I have had the training I need.', 'I know whom to ask for help.', false],
  ['What gets in your way?', 'Do you feel safe at work tonight?', false],
])('takes “%s” and “%s” for one text: %s', (one, other, isSmall) => {
  expect(isSmallChange(one, other)).toBe(isSmall);
  expect(isSmallChange(other, one)).toBe(isSmall);
});
