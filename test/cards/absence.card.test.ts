import { absenceCard } from '../../src/cards/absence.card';
import { read, sampleOf } from './rendering';

test('says until when, and with whom what waits is now', () => {
  const words = read(absenceCard, sampleOf(absenceCard, 'away, two handed over'));
  expect(words).toContain('You are away until the end of Thursday 24 December 2026');
  expect(words).toContain('Now also with Ruth Abara and Neil Okafor: Go-live at both sites');
  expect(words).toContain('Send “back” when you are back earlier.');
});

test('names first what nobody else can decide, and counts what it does not name', () => {
  const words = read(absenceCard, sampleOf(absenceCard, 'away, many, one stays'));
  expect(words.indexOf('Nobody else can decide this')).toBeLessThan(words.indexOf('Now also with'));
  expect(words).toContain('And 3 more');
});

test('says what to send instead of a day that cannot be noted', () => {
  for (const name of ['unreadable', 'past', 'too far']) {
    const words = read(absenceCard, sampleOf(absenceCard, name));
    expect(words).toContain('Nothing was noted.');
    expect(words).toContain('“away until Friday”');
  }
});
