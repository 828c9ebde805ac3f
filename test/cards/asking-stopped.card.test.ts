import { askingStoppedCard } from '../../src/cards/asking-stopped.card';

test('says that replies still come, and offers the way back', () => {
  const [sample] = Object.values(askingStoppedCard.samples);
  if (!sample) throw new Error('no sample');
  const card = JSON.stringify(
    askingStoppedCard.render(sample, { isSynthetic: false, timeZone: 'Europe/London' }),
  );
  expect(card).toContain('you still get the answer');
  expect(card).toContain('"verb":"asking-resume"');
});
