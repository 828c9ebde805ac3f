import { pulseStartCard } from '../../src/cards/pulse-start.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('goes on with a draft as it was shown, throws it away, or starts a new one', () => {
  const view = sampleOf(pulseStartCard, 'one programme, with drafts');
  const card = pulseStartCard.render(view, frame);
  expect(actionsOf(card, 'pulse-start')[0]?.data).toMatchObject({ pulseId: 'pulse-7d1f02ac' });
  expect(actionsOf(card, 'pulse-discard')[0]?.data).toMatchObject({ revision: 4 });
  expect(actionsOf(card, 'pulse-start').at(-1)?.data).not.toHaveProperty('pulseId');
  expect(read(pulseStartCard, view)).toContain('And 2 more.');
});

test('asks a lead of several programmes for which one it is', () => {
  const view = sampleOf(pulseStartCard, 'two programmes');
  expect(read(pulseStartCard, view)).toContain('You lead more than one programme. For which one?');
  expect(read(pulseStartCard, view)).toContain('Northshire EPR');
});
