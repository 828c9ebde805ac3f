import { pulseRecordedCard } from '../../src/cards/pulse-recorded.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const recorded = sampleOf(pulseRecordedCard, 'recorded');

test('tells the horizon with its two dates, who is shown what, and that taking part is voluntary', () => {
  const words = read(pulseRecordedCard, recorded);
  expect(words).toContain('You can change your answers until Tuesday 8 December.');
  expect(words).toContain(
    'Until Tuesday 8 December, and in backups until Tuesday 15 December, an administrator with access to the database ' +
      'and to the service key or Microsoft’s own records could link an answer to you. After that nobody can.',
  );
  expect(words).toContain('groups with at least 11 answers');
  expect(words).toContain('never shown by line manager');
  expect(words).toContain('Taking part is voluntary.');
});

test('speaks of no backups where none are kept', () => {
  expect(read(pulseRecordedCard, { ...recorded, backupRetentionDays: 0 })).not.toContain('backup');
});

test('offers to change, to comment with a warning, to raise an issue, and to stop', () => {
  const card = pulseRecordedCard.render(recorded, frame);
  expect(actionsOf(card, 'pulse-change')).toHaveLength(1);
  expect(actionsOf(card, 'asking-stop')).toHaveLength(1);
  expect(actionsOf(card, 'issue-raise')).toHaveLength(1);
  expect(actionsOf(card, 'pulse-comment')).toEqual([
    expect.objectContaining({ data: expect.objectContaining({ waveId: recorded.wave.waveId }) }),
  ]);
  expect(elementsIn(card)).toContainEqual(expect.objectContaining({ id: 'comment', maxLength: 2000 }));
  expect(read(pulseRecordedCard, recorded)).toContain('may still let someone guess');
  expect(read(pulseRecordedCard, recorded)).toContain(
    'the programme’s lead or office can read what you wrote',
  );
});

test('says that a comment is saved and what was taken out of it', () => {
  const words = read(pulseRecordedCard, sampleOf(pulseRecordedCard, 'comment saved'));
  expect(words).toContain('Your comment is saved.');
  expect(words).toContain('Before saving we took out an NHS number and a phone number.');
});

test('gives a comment back that may not have been saved, to its writer alone', () => {
  const view = sampleOf(pulseRecordedCard, 'comment not confirmed');
  const card = pulseRecordedCard.render(view, frame);
  expect(elementsIn(card)).toContainEqual(
    expect.objectContaining({ id: 'comment', value: 'There is one laptop for the whole bay.' }),
  );
  expect(pulseRecordedCard.render(view, frame)).not.toBe(card);
});
