import { waveHeardCard } from '../../src/cards/wave-heard.card';
import { read, sampleOf } from './rendering';

const escalated = sampleOf(waveHeardCard, 'escalated');

test('says what was heard, never a mean alone', () => {
  const words = read(waveHeardCard, escalated);
  expect(words).toContain('About 45% of us answered.');
  expect(words).toContain('58 in 100 are confident');
  expect(words).toContain(
    'Least confident group we can show: Larkfield General · Nurses and midwives, 33 in 100',
  );
});

test('says what happens next, whether or not a group is below the floor', () => {
  expect(read(waveHeardCard, escalated)).toContain('In 4 groups, fewer than 60 in 100 are confident.');
  expect(read(waveHeardCard, { ...escalated, escalatedGroups: 1 })).toContain('In 1 group, ');
  const falling = read(waveHeardCard, { ...escalated, escalatedGroups: 0, fallingGroups: 2 });
  expect(falling).toContain('In 2 groups, confidence is falling from wave to wave.');
  expect(falling).not.toContain('fewer than 60');
  expect(read(waveHeardCard, { ...escalated, escalatedGroups: 0 })).toContain('clearly below 60 in 100');
});

test('does not pretend to a result where too few answered', () => {
  const view = { ...escalated, escalatedGroups: 0, release: { ...escalated.release, tables: [] } };
  expect(read(waveHeardCard, view)).toContain('Too few of us answered to show a result.');
});

test('tells staff who was left out, and why', () => {
  const said = read(waveHeardCard, sampleOf(waveHeardCard, 'escalated'));
  expect(said).toContain('Left out: Medical and dental, 310 people. They rotate in that week.');
  expect(said).not.toContain('7d1f02ac');
});
