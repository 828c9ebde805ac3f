import { issuePublishedCard } from '../../src/cards/issue-published.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const two = sampleOf(issuePublishedCard, 'two');

test('offers to join what others raised, but for what is one’s own, and to raise something new', () => {
  const card = issuePublishedCard.render(two, frame);
  expect(actionsOf(card, 'issue-support').map(({ data }) => data)).toEqual([
    expect.objectContaining({ issueId: 'issue1' }),
  ]);
  expect(actionsOf(card, 'issue-raise')).toEqual([
    expect.objectContaining({ data: expect.objectContaining({ isNew: 'yes' }) }),
  ]);
});

test('never counts who stands behind an issue', () => {
  const words = read(issuePublishedCard, two);
  expect(words).toContain('More than 10 others have added their voice.');
  expect(words).toContain('A few others have added their voice.');
  expect(words.replaceAll('10', '')).not.toMatch(/\d/);
});

test('keeps words that were brought along', () => {
  const view = sampleOf(issuePublishedCard, 'eight, with words brought along');
  const input = elementsIn(issuePublishedCard.render(view, frame)).find(({ id }) => id === 'text');
  expect(input).toMatchObject({ value: view.text });
  expect(elementsIn(issuePublishedCard.render(two, frame)).some(({ id }) => id === 'text')).toBe(false);
});
