import { askingStoppedCard } from '../../src/cards/asking-stopped.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = sampleOf(askingStoppedCard, 'stopped');

test('says what ends, what goes on and how it is counted', () => {
  const words = read(askingStoppedCard, view);
  expect(words).toContain('no more pulses');
  expect(words).toContain('still hear what was decided');
  expect(words).toContain('chose not to be asked');
});

test('offers the way back', () => {
  expect(actionsOf(askingStoppedCard.render(view, frame), 'asking-resume')).toEqual([
    expect.objectContaining({ data: { cardVersion: 1, programmeId: 'larkfield-epr' } }),
  ]);
});
