import { pulseMissedCard } from '../../src/cards/pulse-missed.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('says what was due, why it did not happen, what helps and what comes next', () => {
  const words = read(pulseMissedCard, sampleOf(pulseMissedCard, 'a wave in the way'));
  expect(words).toContain('“Ready for go-live” did not open');
  expect(words).toContain('It was due Tuesday 24 November 2026, 10:00.');
  expect(words).toContain('“Training check 2” was still open and asks one of its questions.');
  expect(words).toContain('Close that wave first');
  expect(words).toContain('Next run: Tuesday 8 December 2026, 10:00.');
});

test('opens it in the place of the run that was missed', () => {
  const card = pulseMissedCard.render(sampleOf(pulseMissedCard, 'nothing was running'), frame);
  expect(actionsOf(card, 'pulse-open').map(({ data }) => data)).toEqual([
    {
      cardVersion: 1,
      programmeId: 'larkfield-epr',
      pulseId: 'readiness',
      inPlaceOf: '2026-11-24T10:00:00.000Z',
    },
  ]);
});

test('says that it was opened since, and then has no button', () => {
  const since = sampleOf(pulseMissedCard, 'opened since');
  expect(read(pulseMissedCard, since)).toContain(
    'Opened since: “Ready for go-live 5”, Wednesday 25 November',
  );
  expect(actionsOf(pulseMissedCard.render(since, frame), 'pulse-open')).toEqual([]);
});
