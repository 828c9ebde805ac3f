import { reviewPreviewCard } from '../../src/cards/review-preview.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('names everything that is missing, with a button to each', () => {
  const view = sampleOf(reviewPreviewCard, 'nothing filled in yet');
  const words = read(reviewPreviewCard, view);
  expect(words).toContain('It cannot open yet. What is missing is named below.');
  expect(words).toContain('Somebody from the frontline who worked on it');
  const gaps = actionsOf(reviewPreviewCard.render(view, frame), 'review-setup').filter(
    ({ title }) => title === 'Add it',
  );
  expect(gaps.map(({ data }) => (data as { act: string }).act)).toEqual([
    'about',
    'people',
    'option-1',
    'decision',
  ]);
});

test('shows what was decided before about the same workflow, and whether it stands', () => {
  const view = sampleOf(reviewPreviewCard, 'ready to open');
  const words = read(reviewPreviewCard, view);
  expect(words).toContain('Nothing is missing: it can open.');
  expect(words).toContain('The drug round on paper. Decided: Paper until go-live, 2 Mar 2026. It stands.');
  expect(words).toContain('Northshire EPR: Second checks.');
  expect(words).toContain('It is to be confirmed.');
  expect(words).toContain('Second check: On paper → On the screen');
  expect(actionsOf(reviewPreviewCard.render(view, frame), 'review-open')).toMatchObject([
    { data: { revision: 7 } },
  ]);
});
