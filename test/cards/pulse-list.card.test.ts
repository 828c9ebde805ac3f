import { pulseListCard } from '../../src/cards/pulse-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const each = sampleOf(pulseListCard, 'one of each');

test('says when each pulse runs, what its last run did and when the next one is', () => {
  const words = read(pulseListCard, each);
  expect(words).toContain('Runs every second Monday at 10:00 until go-live.');
  expect(words).toContain('Next run: Tuesday 26 May 2026, 10:00 (moved from Monday 25 May: bank holiday).');
  expect(words).toContain('Last run: Monday 11 May 2026, 10:00: opened.');
  expect(words).toContain('“Ready for go-live 6” is open until Sunday 24 May.');
  expect(words).toContain(
    'Last run: Tuesday 24 November 2026, 10:00: missed. Soundings was not running, or could not open it, when it was due and for too long afterwards. 3 further runs until Thursday 3 December 2026 did not happen either.',
  );
  expect(words).toContain('It is opened by hand.');
  expect(words).toContain('Retired: it opens no more waves.');
});

test('opens what is not open, and retires what was set up in chat, each by a second tap', () => {
  const card = pulseListCard.render(each, frame);
  expect(actionsOf(card, 'pulse-open').map(({ data }) => data)).toEqual([
    { cardVersion: 1, programmeId: 'larkfield-epr', pulseId: 'check' },
    { cardVersion: 1, programmeId: 'larkfield-epr', pulseId: 'by-hand' },
  ]);
  expect(actionsOf(card, 'pulse-retire').map(({ data }) => data)).toEqual([
    { cardVersion: 1, programmeId: 'larkfield-epr', pulseId: 'check' },
  ]);
});

test('leads on to what is being set up, and to a new one', () => {
  const starts = actionsOf(pulseListCard.render(each, frame), 'pulse-start').map(({ data }) => data);
  const common = { cardVersion: 1, programmeId: 'larkfield-epr' };
  expect(starts).toEqual([{ ...common, pulseId: 'draft' }, common]);
});

test('has no buttons for somebody who only reads', () => {
  const card = pulseListCard.render(sampleOf(pulseListCard, 'to read'), frame);
  const verbs = ['pulse-open', 'pulse-retire', 'pulse-start'] as const;
  expect(verbs.flatMap((verb) => actionsOf(card, verb))).toEqual([]);
});
