import { askingTimeCard } from '../../src/cards/asking-time.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const words = (sample: string) => read(askingTimeCard, sampleOf(askingTimeCard, sample));

test('offers each time with its hours, as far as a button on a phone shows them, and none in particular', () => {
  const actions = actionsOf(
    askingTimeCard.render(sampleOf(askingTimeCard, 'not chosen'), frame),
    'asking-suits',
  );
  expect(actions.map(({ title }) => title)).toEqual([
    'Morning: 08:30 to 12:00',
    'Afternoon: 12:00 to 17:00',
    'Evening: from 17:00',
    'Night: 21:00 to 05:00',
    'Whenever',
  ]);
  expect(words('not chosen')).toContain('Evening is 17:00 to 19:00 and 20:30 to 21:30.');
  expect(actions[2]).toMatchObject({ data: { suits: 'evening', revision: 'first' } });
});

test('says what holds for whoever does not choose, and what no choice delays', () => {
  const said = words('not chosen');
  expect(said).toContain('08:30 to 19:00 and 20:30 to 21:30, or 21:00 to 05:00 if you are on our list');
  expect(said).toContain('word of a decision, come when they are ready');
  expect(words('without quiet hours')).toContain('keeps no quiet hours');
});

test('confirms literally what will happen, and what may be missed', () => {
  const said = words('night');
  expect(said).toContain('We will write to you from 21:00 to 05:00');
  expect(said).toContain('If a pulse closes before such an hour comes, you are not sent it.');
  expect(words('whenever')).toContain('We will write to you at the usual hours');
});

test('tells a choice that was not saved, and that “stop asking me” stays', () => {
  expect(words('not confirmed')).toContain('Please tap again');
  expect(words('out of date, after stop')).toContain('Nothing was changed');
  expect(words('out of date, after stop')).toContain('That stays');
});
