import { waveListCard } from '../../src/cards/wave-list.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const two = sampleOf(waveListCard, 'two waves');

test('closes each wave by a second tap, after saying what closing means', () => {
  const card = waveListCard.render(two, frame);
  expect(elementsIn(card).filter(({ type }) => type === 'Action.ShowCard')).toHaveLength(2);
  expect(actionsOf(card, 'wave-close').map(({ data }) => data)).toEqual(
    two.waves.map(({ waveId }) => ({ cardVersion: 1, programmeId: 'larkfield-epr', waveId })),
  );
  expect(read(waveListCard, two)).toContain('This cannot be undone.');
});

test('shows the response where there is one to show, and says so where there is not', () => {
  const words = read(waveListCard, two);
  expect(words).toContain('About 40% have answered.');
  expect(words).toContain('The response is not shown');
});

test('says when no wave is open', () => {
  expect(read(waveListCard, sampleOf(waveListCard, 'no wave'))).toContain('No wave is open.');
});
