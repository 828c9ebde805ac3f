import { commentsReadCard } from '../../src/cards/comments-read.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const released = sampleOf(commentsReadCard, 'released');

test('shows each comment under its group, without a score and without a way to decide', () => {
  const words = read(commentsReadCard, released);
  for (const { text, groupName } of released.comments) {
    expect(words).toContain(text);
    expect(words).toContain(groupName);
  }
  expect(words).not.toMatch(/in 100|%/);
  const card = commentsReadCard.render(released, frame);
  expect(actionsOf(card, 'comment-release')).toHaveLength(0);
  expect(actionsOf(card, 'comment-keep-back')).toHaveLength(0);
  expect(actionsOf(card, 'comments-show').map(({ title }) => title)).toEqual([
    'Next comments',
    'The wave before',
  ]);
});

test('says what the words are not, and whose are not shown', () => {
  const words = read(commentsReadCard, released);
  expect(words).toContain('not a measure of all');
  expect(words).toContain('The order is random.');
  expect(words).toContain('fewer than 11 answers');
});

test('says when nothing is released', () => {
  expect(read(commentsReadCard, sampleOf(commentsReadCard, 'none released'))).toContain(
    'No comment has been released here.',
  );
});
