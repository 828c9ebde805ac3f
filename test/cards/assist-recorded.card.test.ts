import { assistRecordedCard } from '../../src/cards/assist-recorded.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const recorded = sampleOf(assistRecordedCard, 'recorded');

test('says that it is recorded, to hand the phone back, and who can see what until when', () => {
  const words = read(assistRecordedCard, recorded);
  expect(words).toContain('Hand the phone back when you have finished.');
  expect(words).toContain('Your code is used up for this pulse.');
  expect(words).toContain('could link an answer to you. After that nobody can.');
  expect(words).toContain('may see the screen');
});

test('offers to finish, to change, to comment and to stop; to somebody who stopped, the way back', () => {
  const card = assistRecordedCard.render(recorded, frame);
  for (const verb of ['assist-finish', 'assist-change', 'assist-comment']) {
    expect(actionsOf(card, verb)).toHaveLength(1);
  }
  expect(actionsOf(card, 'assist-asking')).toEqual([
    expect.objectContaining({ title: 'Stop asking me', data: expect.objectContaining({ asking: 'stop' }) }),
  ]);
  const stopped = assistRecordedCard.render(sampleOf(assistRecordedCard, 'asking stopped'), frame);
  expect(actionsOf(stopped, 'assist-asking')).toEqual([expect.objectContaining({ title: 'Ask me again' })]);
});
