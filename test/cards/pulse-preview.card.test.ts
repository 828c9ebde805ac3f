import { pulsePreviewCard } from '../../src/cards/pulse-preview.card';
import { samplePreview } from '../../src/cards/sample-pulse-draft';
import type { Instant } from '../../src/domain/instant';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const ready = sampleOf(pulsePreviewCard, 'ready, again and again');

test('says what is asked, of whom, who is left out and why, and when', () => {
  const said = read(pulsePreviewCard, ready);
  for (const words of [
    '3. There is cover for my training at night.',
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

test('counts those who get no message only as far as the preview tells it', () => {
  const { outlook } = ready;
  if (!outlook) throw new Error('the sample is counted');
  const { notWrittenTo: _told, ...untold } = samplePreview;
  const few = { ...ready, outlook: { ...outlook, preview: { ...untold, writtenTo: 655 } } };
  expect(read(pulsePreviewCard, ready)).toContain('Of those asked, 45 get no message');
  expect(read(pulsePreviewCard, ready)).toContain(
    'to the nearest 5: 10 chose not to be asked and 35 are asked by another pulse within 14 days.',
  );
  expect(read(pulsePreviewCard, few)).not.toContain('nearest 5');
  expect(read(pulsePreviewCard, few)).toContain('Whoever chose not to be asked');
});

test('where nobody would get a message it counts no more than are asked, and names no hour of sending', () => {
  const { outlook } = ready;
  if (!outlook) throw new Error('the sample is counted');
  const notWrittenTo = { choseNotToBeAsked: 0, overBudget: 660, atAllowance: 0, noSuitableTime: 0 };
  const nobody = {
    ...ready,
    outlook: { ...outlook, preview: { ...samplePreview, invited: 658, writtenTo: 0, notWrittenTo } },
  };
  expect(read(pulsePreviewCard, nobody)).toContain('to the nearest 5: 658 are asked by another pulse');
  expect(read(pulsePreviewCard, nobody)).not.toContain('Messages go out');
});

test('says by when the last message is out no earlier than it is', () => {
  const { outlook } = ready;
  if (!outlook) throw new Error('the sample is counted');
  const sending = {
    firstAt: '2026-11-24T10:00:00.000Z' as Instant,
    lastAt: '2026-11-24T10:01:37.000Z' as Instant,
  };
  const quick = { ...ready, outlook: { ...outlook, preview: { ...samplePreview, sending } } };
  expect(read(pulsePreviewCard, quick)).toContain('from Tuesday 24 November, 10:00; the last by 10:02.');
});

test('warns in colour of a gate that would go unheard, and says that a list feeds none', () => {
  const { outlook } = ready;
  if (!outlook) throw new Error('the sample is counted');
  const warned = JSON.stringify(pulsePreviewCard.render(ready, frame)).split('"style":"warning"');
  expect(warned.some((part) => part.slice(0, 400).includes('would not hear Medical and dental'))).toBe(true);
  const preview = { ...samplePreview, chosenBecause: 'Those who tried it out.', unheard: [] };
  const said = read(pulsePreviewCard, { ...ready, outlook: { ...outlook, preview } });
  expect(said).toContain('Chosen by the lead: Those who tried it out.');
  expect(said).toContain('no gate is judged on it, and no trend is made of it.');
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
