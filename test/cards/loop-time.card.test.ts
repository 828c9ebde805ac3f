import { loopTimeCard } from '../../src/cards/loop-time.card';
import { read, sampleOf } from './rendering';

test('says what takes how long, and what is too few to show', () => {
  const words = read(loopTimeCard, sampleOf(loopTimeCard, 'too few'));
  expect(words).toContain('All issues');
  expect(words).toContain('Raised to acknowledged');
  expect(words).toContain('1 working day');
  expect(words).toContain('too few to show');
  expect(words).toContain('Shown for at least 11 issues');
});

test('names a category with its site group, and says what a full card leaves out', () => {
  const words = read(loopTimeCard, sampleOf(loopTimeCard, 'a large programme'));
  expect(words).toMatch(/, Hospitals and community services of place 0/);
  expect(words).toContain('Some groups are left out here');
});
