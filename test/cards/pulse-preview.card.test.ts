import { pulsePreviewCard } from '../../src/cards/pulse-preview.card';
import { samplePreview } from '../../src/cards/sample-pulse-draft';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const ready = sampleOf(pulsePreviewCard, 'ready, again and again');

test('says what is asked, of whom, who is left out and why, and when', () => {
  const said = read(pulsePreviewCard, ready);
  for (const words of [
    '3. There is cover for my training at night. (five points of agreement)',
    '655 people are asked.',
    'Left out: Medical and dental, 310 people. They rotate in that week.',
    '50% of each group, drawn at random by the seed 7d1f02ac.',
    'Go-live, decided on 8 Jan 2027, would not hear Medical and dental (120 people): not all of it is asked.',
    'Runs every second Tuesday at 10:00 from 24 November 2026 until go-live.',
    'Next run: Tuesday 24 November 2026, 10:00.',
    'Nothing is in the way.',
  ]) {
    expect(said).toContain(words);
  }
});

test('counts nobody who gets no message where they are few', () => {
  const { outlook } = ready;
  if (!outlook) throw new Error('the sample is counted');
  const few = { ...ready, outlook: { ...outlook, preview: { ...samplePreview, writtenTo: 650 } } };
  expect(read(pulsePreviewCard, ready)).toContain('43 people of them get no message');
  expect(read(pulsePreviewCard, few)).not.toMatch(/\b5 people/);
  expect(read(pulsePreviewCard, few)).toContain('Whoever chose not to be asked');
});

test('names everything that is in the way, each with the step that mends it', () => {
  const view = sampleOf(pulsePreviewCard, 'with much in the way');
  const card = pulsePreviewCard.render(view, frame);
  const steps = actionsOf(card, 'pulse-setup').map(({ data }) => (data as { act: string }).act);
  expect(steps.slice(0, 4)).toEqual(['questions', 'leaveOut', 'audience', 'questions']);
  expect(read(pulsePreviewCard, view)).toContain('“Ready for go-live 3” asks one of these questions');
});

test('can be looked at again while the people are being counted', () => {
  const view = sampleOf(pulsePreviewCard, 'while the people are counted');
  expect(read(pulsePreviewCard, view)).toContain('The people are still being counted.');
  expect(actionsOf(pulsePreviewCard.render(view, frame), 'pulse-setup')[0]).toMatchObject({
    title: 'Look again',
  });
});
