import { reviewSetupCard } from '../../src/cards/review-setup.card';
import { stepOfMissing, stepsOf } from '../../src/cards/review-steps';
import { sampleReview } from '../../src/cards/sample-review';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const first = sampleOf(reviewSetupCard, 'the first step');
const inputOf = (view: typeof first, id: string) =>
  elementsIn(reviewSetupCard.render(view, frame)).find((element) => element.id === id);
const actsOf = (view: typeof first) =>
  actionsOf(reviewSetupCard.render(view, frame), 'review-setup').map(
    ({ data }) => (data as { act: string }).act,
  );

test('begins with the workflow, the question and the kind, and goes on from there', () => {
  expect(inputOf(first, 'workflow')?.choices).toMatchObject([
    { title: 'The drug round', value: 'drug-round' },
    { title: 'Discharge' },
  ]);
  expect(inputOf(first, 'question')).toMatchObject({ isMultiline: true, value: '' });
  expect(inputOf(first, 'kind')).toMatchObject({ value: 'full' });
  expect(actsOf(first)).toEqual(['next', 'overview']);
});

test('gives back what was typed and could not be saved, and carries the revision it would be saved over', () => {
  const view = sampleOf(reviewSetupCard, 'an option, changed meanwhile');
  expect(inputOf(view, 'consequence')).toMatchObject({ value: view.typed?.consequence });
  expect(inputOf(view, 'authorName')).toMatchObject({ value: 'Ida Novak' });
  expect(inputOf(view, 'affects')).toMatchObject({ isMultiSelect: true, value: 'nursing,medical' });
  expect(read(reviewSetupCard, view)).toContain('what you typed is still here');
  const [next] = actionsOf(reviewSetupCard.render(view, frame), 'review-setup');
  expect(next?.data).toMatchObject({ step: 'option-2', revision: 7 });
  expect(actsOf(view)).toEqual(['next', 'add', 'remove', 'back', 'overview']);
});

test('names whom it could not find, with the names still in their place', () => {
  const view = sampleOf(reviewSetupCard, 'a name that nobody has');
  expect(read(reviewSetupCard, view)).toContain('Not found, or more than one of that name: Nobody At All.');
  expect(inputOf(view, 'panel')).toMatchObject({ value: 'Nobody At All' });
});

test('asks for days, and for who decides', () => {
  const view = sampleOf(reviewSetupCard, 'the last step');
  expect(inputOf(view, 'closesOn')).toMatchObject({ type: 'Input.Date', value: '2026-12-08' });
  expect(inputOf(view, 'decider')).toMatchObject({ value: 'sro' });
});

test('says that the programme names no workflow', () => {
  const view = { ...first, programme: { ...first.programme, workflows: [] } };
  expect(read(reviewSetupCard, view)).toContain('names no workflow yet');
});

test('has a step for each option, and for whatever may be missing', () => {
  expect(stepsOf(sampleReview)).toEqual([
    ...['about', 'proposal', 'pictures', 'option-1', 'option-2', 'people', 'byName', 'decision'],
  ]);
  expect(stepsOf({ kind: 'full', options: [] })).toContain('option-2');
  expect(stepOfMissing({ part: 'consequence', option: 3, title: '' })).toBe('option-3');
  expect(stepOfMissing({ part: 'optionCount', count: 1 })).toBe('option-2');
  expect(stepOfMissing({ part: 'panel' })).toBe('byName');
});
