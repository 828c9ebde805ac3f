import { waveResultCard } from '../../src/cards/wave-result.card';
import type { GroupRow } from '../../src/domain/disclosure/release';
import { read, sampleOf } from './rendering';

const usual = sampleOf(waveResultCard, 'demo’s shape');
const words = read(waveResultCard, usual);

const withTotal = (figures: GroupRow['figures']) => {
  const [first, ...others] = usual.release.tables;
  if (!first) throw new Error('no table');
  const rows = first.rows.map((row) => (row.kind === 'total' ? { ...row, figures } : row));
  return { ...usual, release: { ...usual.release, tables: [{ ...first, rows }, ...others] } };
};

test('shows the whole with its range, n of N and what the range does not cover', () => {
  expect(words).toContain('58 in 100 are confident');
  expect(words).toContain('Likely between 56 and 60 in 100 · 2,356 of 5,077 gave a view');
  expect(words).toContain('Response about 45%');
  expect(words).toContain('covers chance, not those who chose not to answer');
});

test('sets the least confident group beside the mean', () => {
  expect(words).toContain(
    'Least confident group we can show\nLarkfield General · Nurses and midwives\n33 in 100',
  );
});

test('tells groups not heard yet from groups too small to show', () => {
  const quiet = read(waveResultCard, sampleOf(waveResultCard, 'few answers'));
  expect(quiet).toMatch(/Not heard yet \(fewer than 11 answers\):\n/);
  expect(quiet).toMatch(/Too small to show .*:\nNorth community · Administration and estates/);
  expect(quiet).toContain('not heard yet, 310 people');
  expect(quiet).toContain('too small to show, 145 people');
});

test('names who was heard from least', () => {
  expect(words).toContain('Lowest response:\nSouth community · Allied health professionals: about 15%');
});

test('lists the groups below the floor, or says that none clearly is', () => {
  expect(words).toMatch(/\d+ groups are below the floor of 60 in 100, even allowing for chance:/);
  expect(read(waveResultCard, sampleOf(waveResultCard, 'nobody below the floor'))).toContain(
    'No group that can be shown is clearly below the floor of 60 in 100.',
  );
});

test('lists every group once, least confident first', () => {
  const list = words.slice(words.indexOf('By group, least'), words.indexOf('Share who answered'));
  const shares = [...list.matchAll(/^(?:▼\s)?(\d+)%$/gm)];
  const numbers = shares.map(([, share]) => Number(share));
  expect(numbers).toHaveLength(29);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('shows a band, or that there is too little to show, in place of a share', () => {
  const band = read(waveResultCard, withTotal({ label: 'band', n: 40, band: 'atLeast80' }));
  expect(band).toContain('At least 80 in 100 are confident');
  expect(band).toContain('40 of 5,077 gave a view');
  expect(read(waveResultCard, withTotal({ label: 'notHeardYet' }))).toContain('Too few answers to show');
});

test('says where those who answered may not stand for everyone, and nothing where no reason is found', () => {
  expect(words).toContain(
    'Those who answered may not stand for everyone:\nWest community: none of 88 people on the list\nDoctors: 1,280 of 1,700 people on the list',
  );
  const { asked: _asked, ...unasked } = usual;
  expect(read(waveResultCard, unasked)).not.toContain('may not stand');
});

test('sets who answered beside who was asked and who there is', () => {
  expect(words).toContain('Response of everyone\n45%\n');
  expect(words).toContain('Everyone (5,077 of 5,340 people on the list)');
  expect(words).toContain('–\nWest community (none of 88 people on the list)');
});

test('names the range for a group of that size, and that no floor is judged by it', () => {
  expect(words).toMatch(
    /Of just these 5,077 people: likely between \d+ and \d+ in 100 .*No floor is judged by it/,
  );
});

test('says what is falling and who moves away, in words that name the group', () => {
  expect(words).toContain('Falling from wave to wave, by more than chance: Nurses and midwives.');
  expect(words).toContain(
    'Doctors: moving away from the others. Now 21 in 100 fewer are confident than of everyone; usually 9.',
  );
});

test('names choices by their words', () => {
  expect(words).toContain('More devices on the ward: 46% (830 of 1,800)');
  expect(words).toContain('Something else: 2% (40 of 1,800)');
});

it('says so where more than 30 % do not know yet', () => {
  const figures = {
    label: 'shown' as const,
    n: 60,
    favourable: 40,
    favourableShare: 0.667,
    interval: { lower: 0.54, upper: 0.773 },
  };
  const outside = { kind: 'each' as const, notMyArea: 0.02 };
  const withShare = (dontKnowYet: number) =>
    read(waveResultCard, withTotal({ ...figures, outside: { ...outside, dontKnowYet } }));
  expect(withShare(0.31)).toContain('do not know yet');
  expect(withShare(0.3)).not.toContain('do not know yet');
});

test('says once that whole sites are held back, and does not call each of them small', () => {
  const [first, ...others] = usual.release.tables;
  if (!first) throw new Error('no table');
  const held = { label: 'tooSmallToShow' } as const;
  const rows = first.rows.map((row) => (row.kind === 'siteGroup' ? { ...row, figures: held } : row));
  const release = { ...usual.release, tables: [{ ...first, rows }, ...others] };
  const shown = read(waveResultCard, { ...usual, release });
  expect(words).toContain('By site group');
  expect(shown).not.toContain('By site group');
  expect(shown).toContain('Site groups as a whole are not shown');
  expect(shown).toContain('By staff family');
});

test('says why figures are held back where no safe choice was found in time, and only there', () => {
  const late = { ...usual, release: { ...usual.release, fallbacks: 2 } };
  expect(read(waveResultCard, late)).toContain(
    'Of 2 questions the overall figure, site groups and staff families',
  );
  expect(words).not.toContain('no safe choice');
});

test('says beside N who was left out and why, and labels a list as chosen by the lead', () => {
  const drawn = read(waveResultCard, sampleOf(waveResultCard, 'few answers'));
  expect(drawn).toContain('25% of each group, drawn at random by the seed 7d1f02ac.');
  expect(drawn).toContain('Left out: Medical and dental, 310 people. They rotate in that week.');
  expect(drawn).toContain('3,570 people were not drawn for the share.');
  const list = read(waveResultCard, sampleOf(waveResultCard, 'nobody below the floor'));
  expect(list).toContain('Chosen by the lead: They tried it out in October.');
  expect(list).toContain('no gate is judged on it, and no trend is made of it.');
});

test('says when its wording was corrected, where it was', () => {
  const corrected = 'The wording was corrected on Thursday 26 November 2026, while it was open.';
  expect(words).toContain(corrected);
  expect(read(waveResultCard, sampleOf(waveResultCard, 'few answers'))).not.toContain(corrected);
});

test('says once, for the whole wave, how many answered beside a champion', () => {
  const words = read(waveResultCard, sampleOf(waveResultCard, 'few answers'));
  expect(words).toContain(
    'Assisted: 40 people of those who were asked could answer only beside a champion, without Teams of their own. Fewer than 11 did.',
  );
  expect(read(waveResultCard, sampleOf(waveResultCard, 'demo’s shape'))).not.toContain('Assisted');
});
