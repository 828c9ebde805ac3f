import { pulseInvitationMessage } from '../../src/cards/messages/pulse-message';
import { pulseQuestionCard } from '../../src/cards/pulse-question.card';
import { sampleWave } from '../../src/cards/subject';
import type { Wave } from '../../src/domain/pulse/wave';
import { aProgramme, aPulse } from '../support/samples';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const render = (name: string) => pulseQuestionCard.render(sampleOf(pulseQuestionCard, name), frame);
const answersOf = (name: string) => actionsOf(render(name), 'pulse-answer').map(({ data }) => data);

test('offers five answers in one set and the two outside the scale in a second, each with its revision', () => {
  const card = render('confidence');
  const sets = elementsIn(card).filter(({ type }) => type === 'ActionSet');
  expect(sets.map((set) => actionsOf(set, 'pulse-answer').map(({ data }) => data))).toEqual([
    [1, 2, 3, 4, 5].map((point) => expect.objectContaining({ answer: `point:${point}` })),
    ['dontKnowYet', 'notMyArea'].map((outside) => expect.objectContaining({ answer: `outside:${outside}` })),
  ]);
  expect(answersOf('confidence')[0]).toEqual({
    cardVersion: 1,
    programmeId: 'larkfield-epr',
    waveId: 'larkfield-epr.readiness.w4',
    questionId: 'confidence',
    revision: 0,
    answer: 'point:1',
  });
});

test('runs from the least to the most confident, and from disagreement to agreement', () => {
  const titles = (name: string) => actionsOf(render(name), 'pulse-answer').map(({ title }) => title);
  expect(titles('confidence')[0]).toBe('Not at all confident');
  expect(titles('confidence')[4]).toBe('Very confident');
  expect(titles('agreement, after an old tap')[0]).toBe('Strongly disagree');
  expect(titles('agreement, after an old tap')[4]).toBe('Strongly agree');
});

test('asks a scale by its whole numbers and a choice by its words, each with one Save', () => {
  const choicesOf = (name: string) => {
    const input = elementsIn(render(name)).find(({ type }) => type === 'Input.ChoiceSet');
    return [input?.id, input?.choices] as const;
  };
  const [number, numbers] = choicesOf('scale');
  expect(number).toBe('number');
  expect(numbers).toEqual(Array.from({ length: 11 }, (_, n) => ({ title: `${n}`, value: `${n}` })));
  const [choice, choices] = choicesOf('choice, with nothing chosen');
  expect(choice).toBe('choice');
  expect(choices).toContainEqual({ title: 'Faster log-in', value: 'login' });
  for (const name of ['scale', 'choice, with nothing chosen']) {
    expect(answersOf(name)).toEqual([expect.not.objectContaining({ answer: expect.anything() })]);
  }
});

test('lets a question in words be skipped, and warns before words are given', () => {
  expect(answersOf('text')).toEqual([
    expect.not.objectContaining({ text: expect.anything() }),
    expect.objectContaining({ text: '' }),
  ]);
  expect(read(pulseQuestionCard, sampleOf(pulseQuestionCard, 'text'))).toContain(
    'may still let someone guess',
  );
});

test('says who is shown what and until when it is open', () => {
  const words = read(pulseQuestionCard, sampleOf(pulseQuestionCard, 'confidence'));
  expect(words).toContain('groups with at least 11 answers');
  expect(words).toContain('Open until Tuesday 8 December');
});

test('names the day before when a wave closes at midnight', () => {
  const view = sampleOf(pulseQuestionCard, 'confidence');
  const closesAt = '2026-12-08T00:00:00.000Z' as typeof view.wave.closesAt;
  expect(read(pulseQuestionCard, { ...view, wave: { ...view.wave, closesAt } })).toContain(
    'Monday 7 December',
  );
});

test('is one card for everybody who is asked the same, whoever it refreshes for', () => {
  const view = sampleOf(pulseQuestionCard, 'confidence');
  const forOne = pulseQuestionCard.render(view, { ...frame, refresh: { userId: 'one', data: {} } });
  const forAnother = pulseQuestionCard.render(view, { ...frame, refresh: { userId: 'two', data: {} } });
  expect(forOne.body).toBe(forAnother.body);
  expect(forOne.refresh).not.toEqual(forAnother.refresh);
});

describe('the invitation', () => {
  const programme = { ...aProgramme(), name: 'Larkfield EPR' };
  const wave = { ...sampleWave, questions: aPulse().questions } as unknown as Wave;
  const frame = (userId: string) => ({
    isSynthetic: false,
    timeZone: 'Europe/London',
    refresh: { userId, data: { card: 'pulse' } },
  });

  it('is the same for everybody but for whose client may ask for it again', () => {
    const [one, other] = ['29:one', '29:other'].map(
      (userId) => pulseInvitationMessage(programme, wave, frame(userId)).card,
    );
    const { refresh: ofOne, ...cardOfOne } = one ?? {};
    const { refresh: ofOther, ...cardOfOther } = other ?? {};
    expect(cardOfOther).toEqual(cardOfOne);
    expect([ofOne, ofOther]).toMatchObject([{ userIds: ['29:one'] }, { userIds: ['29:other'] }]);
  });

  it('follows the programme, and says where it is synthetic', () => {
    const before = pulseInvitationMessage(programme, wave, frame('29:one'));
    const renamed = pulseInvitationMessage({ ...programme, name: 'Mill Lane' }, wave, frame('29:one'));
    const synthetic = pulseInvitationMessage(programme, wave, { ...frame('29:one'), isSynthetic: true });
    expect(JSON.stringify(renamed)).toContain('Mill Lane');
    expect(JSON.stringify(before)).not.toContain('Mill Lane');
    expect(synthetic.card).not.toEqual(before.card);
  });
});
