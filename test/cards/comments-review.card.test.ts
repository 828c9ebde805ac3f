import fc from 'fast-check';
import { commentsReviewCard } from '../../src/cards/comments-review.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const waiting = sampleOf(commentsReviewCard, 'waiting to be read');
const decided = sampleOf(commentsReviewCard, 'some decided, further on');

test('reminds of names and patients before anything is released', () => {
  const words = read(commentsReviewCard, waiting);
  expect(words).toContain('look for names, and for anything about a patient');
  expect(words).toContain('tell your clinical safety officer');
  expect(words).toContain('fewer than 11 answers');
});

test('gives each comment with its group and both ways to decide', () => {
  const card = commentsReviewCard.render(waiting, frame);
  const data = waiting.comments.map(({ commentId }) => ({
    cardVersion: 1,
    programmeId: 'larkfield-epr',
    waveId: waiting.wave.waveId,
    page: 'first',
    commentId,
    revision: 0,
  }));
  expect(actionsOf(card, 'comment-release').map((action) => action.data)).toEqual(data);
  expect(actionsOf(card, 'comment-keep-back').map((action) => action.data)).toEqual(data);
  for (const { text, groupName } of waiting.comments) {
    expect(read(commentsReviewCard, waiting)).toContain(text);
    expect(read(commentsReviewCard, waiting)).toContain(groupName);
  }
});

test('says who decided what and when, and offers only the other way', () => {
  const words = read(commentsReviewCard, decided);
  expect(words).toContain('Released by Lena Lead on Wednesday 9 December');
  expect(words).toContain('Kept back on Wednesday 9 December');
  const card = commentsReviewCard.render(decided, frame);
  expect(actionsOf(card, 'comment-release')).toHaveLength(4);
  expect(actionsOf(card, 'comment-keep-back')).toHaveLength(4);
  expect(actionsOf(card, 'comment-keep-back')[0]?.data).toMatchObject({
    revision: 1,
    page: 'unlinked:before',
  });
});

test('turns to the next comments, to the first page and to the wave before', () => {
  const turns = actionsOf(commentsReviewCard.render(decided, frame), 'comments-show');
  expect(turns.map(({ title, data }) => [title, data])).toEqual([
    ['Next comments', expect.objectContaining({ page: 'unlinked:sample4', waveId: decided.wave.waveId })],
    ['From the start', expect.objectContaining({ page: 'first', waveId: decided.wave.waveId })],
    ['The wave before', expect.objectContaining({ waveId: decided.earlier?.waveId })],
  ]);
});

test('has neither buttons nor a guide where there is nothing to decide', () => {
  const none = sampleOf(commentsReviewCard, 'no comment');
  expect(actionsOf(commentsReviewCard.render(none, frame), 'comments-show')).toHaveLength(0);
  expect(read(commentsReviewCard, none)).toContain('There are no comments here to read.');
});

test('whatever was typed, the card stays within 28 KB, shows at least one comment and leaves none out', () => {
  const hard = fc.constantFrom(
    '\\',
    '"',
    '\n',
    '>',
    '-',
    '<',
    '1.',
    '*',
    '看',
    '😀',
    '\ud800',
    '\u200e',
    '{{',
    'a ',
  );
  const text = fc
    .array(hard, { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('').repeat(2000).slice(0, 2000));
  const texts = fc.array(text, { minLength: 1, maxLength: 5 });
  const refresh = { userId: `29:${'x'.repeat(90)}`, data: { card: 'comments', page: 'x'.repeat(60) } };
  fc.assert(
    fc.property(texts, (typed) => {
      const groupName = 'St Bride’s Hospital and North community · Allied health professionals and Doctors';
      const comments = typed.map((each, index) => ({
        commentId: `unlinked:${String(index).repeat(43)}`,
        groupName,
        text: each,
        revision: 0,
      }));
      const afterId = `unlinked:${'b'.repeat(43)}`;
      const card = commentsReviewCard.render(
        { ...waiting, comments, afterId, hasMore: false },
        { ...frame, isSynthetic: true, refresh },
      );
      const json = JSON.stringify(card);
      expect(Buffer.byteLength(json, 'utf8')).toBeLessThanOrEqual(28 * 1024);
      expect(Buffer.byteLength(json, 'utf16le')).toBeLessThanOrEqual(28 * 1024);
      const shown = actionsOf(card, 'comment-release').length;
      expect(shown).toBeGreaterThan(0);
      const next = actionsOf(card, 'comments-show').filter(({ title }) => title === 'Next comments');
      const last = { page: comments[shown - 1]?.commentId };
      expect(next.map(({ data }) => data)).toEqual(
        shown < comments.length ? [expect.objectContaining(last)] : [],
      );
    }),
    { numRuns: 20 },
  );
});
