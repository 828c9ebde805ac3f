import { askingResumedCard } from '../../src/cards/asking-resumed.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = sampleOf(askingResumedCard, 'resumed');

test('says from when on and how often', () => {
  expect(read(askingResumedCard, view)).toContain('from the next pulse on');
  expect(read(askingResumedCard, view)).toContain('at most two messages a week');
});

test('offers the way out', () => {
  expect(actionsOf(askingResumedCard.render(view, frame), 'asking-stop')).toEqual([
    expect.objectContaining({ data: { cardVersion: 1, programmeId: 'larkfield-epr' } }),
  ]);
});
