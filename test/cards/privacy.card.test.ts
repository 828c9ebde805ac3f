import { privacyCard } from '../../src/cards/privacy.card';
import { read, sampleOf } from './rendering';

const closed = sampleOf(privacyCard, 'no pulse open');

test('gives the dates of the open pulse, or the rule where none is open', () => {
  expect(read(privacyCard, sampleOf(privacyCard, 'a pulse is open'))).toContain(
    'Until Tuesday 8 December, and in backups until Tuesday 15 December',
  );
  expect(read(privacyCard, closed)).toContain('Until a pulse closes, and in backups for 7 days after that');
  expect(read(privacyCard, { ...closed, backupRetentionDays: 1 })).toContain('for 1 day after');
});

test('states the programme’s own minimum group and what never happens', () => {
  const words = read(privacyCard, { ...closed, minimumGroupSize: 7 });
  expect(words).toContain('at least 7 answers');
  expect(words).toContain('never shown by line manager');
  expect(words).toContain('No list or report says who answered.');
  expect(words).toContain('Taking part is voluntary.');
});

test('says who reads what is written, of which groups, and what is kept of it', () => {
  const words = read(privacyCard, { ...closed, minimumGroupSize: 7 });
  expect(words).toContain(
    'only if your group has at least 7 answers, the programme’s lead or office can read',
  );
  expect(words).toContain('never beside a score');
  expect(words).toContain('Only counts for groups, and the words people wrote, are kept.');
});

test('says of what is raised who reads it, and for how long it is known whose it is', () => {
  const words = read(privacyCard, closed);
  expect(words).toContain('An issue that you raise or join');
  expect(words).toMatch(/14 days after it is closed/);
  expect(words).toContain('stay in Microsoft 365');
});

test('never claims what cannot be kept', () => {
  expect(read(privacyCard, closed)).not.toMatch(/anonym/i);
});
