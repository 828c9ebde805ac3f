import { assistQuestionCard } from '../../src/cards/assist-question.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const sample = sampleOf(assistQuestionCard, 'confidence');

test('tells the colleague that it is for them, and what the owner of the phone can see', () => {
  const words = read(assistQuestionCard, sample);
  expect(words).toContain('Take the phone: this is for you, not for its owner.');
  expect(words).toContain('knows that you take part, and may see the screen');
  expect(words).toContain('groups with at least 11 answers');
  expect(words).toContain('Taking part is your choice.');
});

test('every button carries the sealed turn, and one of them ends it', () => {
  const card = assistQuestionCard.render(sample, frame);
  const answers = actionsOf(card, 'assist-answer');
  expect(answers).toHaveLength(7);
  for (const { data } of [...answers, ...actionsOf(card, 'assist-finish')]) {
    expect(data).toMatchObject({ sitting: sample.sitting, waveId: sample.wave.waveId });
  }
  expect(actionsOf(card, 'pulse-answer')).toEqual([]);
});
