import { pulseSetupCard } from '../../src/cards/pulse-setup.card';
import { changeableSteps, pulseStepAfter, pulseStepBefore } from '../../src/cards/pulse-steps';
import { sampleDraft, sampleEmptyDraft } from '../../src/cards/sample-pulse-draft';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const first = sampleOf(pulseSetupCard, 'the first step');
const inputOf = (view: typeof first, id: string) =>
  elementsIn(pulseSetupCard.render(view, frame)).find((element) => element.id === id);
const actsOf = (view: typeof first) =>
  actionsOf(pulseSetupCard.render(view, frame), 'pulse-setup').map(
    ({ data }) => (data as { act: string }).act,
  );

test('begins with a title and the question of confidence that fit the stage, filled in', () => {
  expect(inputOf(first, 'title')).toMatchObject({ value: 'Ready for go-live' });
  expect(inputOf(first, 'first')).toMatchObject({ value: 'safe-first-day' });
  expect(inputOf(first, 'more')).toMatchObject({ isMultiSelect: true, value: '' });
  expect(actsOf(first)).toEqual(['next', 'stay', 'own', 'overview']);
});

test('offers the questions of another theme beside those that are picked, and says what was taken out', () => {
  const view = sampleOf(pulseSetupCard, 'another theme, after something was masked');
  const more = inputOf(view, 'more') as { value: string; choices: { value: string }[] };
  expect(more.value).toBe('more-confident');
  expect(more.choices.map(({ value }) => value)).toContain('more-confident');
  expect(more.choices.length).toBeGreaterThan(3);
  expect(read(pulseSetupCard, view)).toContain('Before saving we took out');
  expect(read(pulseSetupCard, view)).toContain('“There is cover for my training at night.”');
});

test('keeps ticks that could not be saved', () => {
  const view = { ...first, typed: { more: 'trained,login-works' }, theme: 'safety' as const };
  expect(inputOf({ ...view, typed: { more: 'more-confident' } }, 'more')).toMatchObject({
    value: 'more-confident',
    choices: expect.arrayContaining([expect.objectContaining({ value: 'more-confident' })]),
  });
});

test('shows how many people each group has, how many are asked, and the seed of a share', () => {
  const view = sampleOf(pulseSetupCard, 'the audience, with its headcount');
  expect(inputOf(view, 'siteGroups')).toMatchObject({
    value: 'acute',
    choices: [{ title: 'Larkfield General (1,840)' }, { title: 'Community (412)' }],
  });
  expect(read(pulseSetupCard, view)).toContain('655 people of 2,252 are asked.');
  expect(read(pulseSetupCard, view)).toContain('the seed 7d1f02ac');
  expect(read(pulseSetupCard, view)).toContain('Left out: Medical and dental. They rotate in that week.');
});

test('gives back what was typed, with the revision it would be saved over', () => {
  const view = sampleOf(pulseSetupCard, 'left out without a reason');
  expect(inputOf(view, 'outSiteGroup')).toMatchObject({ value: 'community' });
  expect(inputOf(view, 'kept')).toMatchObject({ value: '|medical|' });
  const [next] = actionsOf(pulseSetupCard.render(view, frame), 'pulse-setup');
  expect(next?.data).toMatchObject({ step: 'leaveOut', revision: 4 });
});

test('leads through few steps; what few need lies beside them', () => {
  expect(pulseStepAfter(sampleEmptyDraft.definition, 'questions')).toBe('audience');
  expect(pulseStepAfter(sampleEmptyDraft.definition, 'own')).toBe('audience');
  expect(pulseStepAfter(sampleEmptyDraft.definition, 'when')).toBe('overview');
  expect(pulseStepAfter(sampleDraft.definition, 'when')).toBe('repeat');
  expect(pulseStepBefore(sampleDraft.definition, 'leaveOut')).toBe('audience');
  expect(pulseStepBefore(sampleDraft.definition, 'questions')).toBeUndefined();
  expect(changeableSteps(sampleDraft.definition)).toHaveLength(6);
});
