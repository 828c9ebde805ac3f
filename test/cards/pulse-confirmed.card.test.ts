import { pulseConfirmedCard } from '../../src/cards/pulse-confirmed.card';
import { read, sampleOf } from './rendering';

test('says how many are asked from now on, how to see progress and how to stop', () => {
  const said = read(pulseConfirmedCard, sampleOf(pulseConfirmedCard, 'open now'));
  expect(said).toContain('655 people are asked from now on.');
  expect(said).toContain('campaign status');
  expect(said).toContain('close wave');
});

test('names the next run of one that is planned', () => {
  const said = read(pulseConfirmedCard, sampleOf(pulseConfirmedCard, 'planned'));
  expect(said).toContain('Next run: Tuesday 24 November 2026, 10:00.');
  expect(said).toContain('“pulses”');
});
