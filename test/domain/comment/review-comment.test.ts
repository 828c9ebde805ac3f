/** Comments are read only of groups that may be shown, and a late tap never undoes a decision. */

import fc from 'fast-check';
import type { CommentReview, CommentVerdict } from '../../../src/domain/comment/comment-review';
import { readableGroups } from '../../../src/domain/comment/readable-groups';
import { type ReviewTap, reviewComment } from '../../../src/domain/comment/review-comment';
import type { Figures, GroupKind, GroupRow, Release } from '../../../src/domain/disclosure/release';
import { type AtomId, asId, type PersonId, type WaveId } from '../../../src/domain/ids';
import type { Day } from '../../../src/domain/instant';
import { wilsonInterval } from '../../../src/domain/score/wilson';

const waveId = asId<WaveId>('w');
const atomId = asId<AtomId>('a');
const shown = (n: number): Figures => ({
  label: 'shown',
  n,
  favourable: 2,
  favourableShare: 2 / n,
  interval: wilsonInterval(2, n),
});
const row = (kind: GroupKind, figures: Figures): GroupRow => ({
  groupId: asId(`${kind}:a`),
  kind,
  name: 'Nurses',
  atomIds: [atomId],
  headcount: 40,
  figures,
  isBelowFloor: false,
});
const release = (...rows: readonly GroupRow[]): Pick<Release, 'waveId' | 'minimumGroupSize' | 'tables'> => ({
  waveId,
  minimumGroupSize: 11,
  tables: [{ questionId: asId('q'), questionText: 'Q', questionKind: 'confidence', rows }],
});

describe('the groups whose comments may be read', () => {
  test.each<[string, 'closed' | 'closing' | 'open', Figures, boolean]>([
    ['shown, with enough answers', 'closed', shown(11), true],
    ['in a band, with enough answers', 'closed', { label: 'band', n: 11, band: 'atLeast80' }, true],
    ['of too few answers, whatever its label', 'closed', shown(10), false],
    ['not heard yet', 'closed', { label: 'notHeardYet' }, false],
    ['too small to show, or held back for another', 'closed', { label: 'tooSmallToShow' }, false],
    ['of a wave that is closing', 'closing', shown(40), false],
    ['of a wave that is open', 'open', shown(40), false],
  ])('a group that is %s', (_name, status, figures, isReadable) => {
    const groups = readableGroups({ waveId, status }, release(row('atom', figures)));
    expect([...groups]).toEqual(isReadable ? [[atomId, 'Nurses']] : []);
  });

  test('no group without a release, with another wave’s, or where the first question has no groups', () => {
    const wave = { waveId, status: 'closed' as const };
    const good = release(row('atom', shown(40)));
    expect(readableGroups(wave, undefined).size).toBe(0);
    expect(readableGroups(wave, { ...good, waveId: asId('other') }).size).toBe(0);
    expect(readableGroups(wave, { ...good, tables: [] }).size).toBe(0);
    const second = good.tables.concat(release().tables).reverse();
    expect(readableGroups(wave, { ...good, tables: second }).size).toBe(0);
  });

  test('a margin that may be shown opens none of the groups within it', () => {
    const groups = readableGroups(
      { waveId, status: 'closed' },
      release(row('total', shown(40)), row('siteGroup', shown(40)), row('atom', { label: 'notHeardYet' })),
    );
    expect(groups.size).toBe(0);
  });
});

const readable = new Map([[atomId, 'Nurses']]);
const tapOf = (verdict: CommentVerdict, revision: number, by = 'lead'): ReviewTap => ({
  verdict,
  revision,
  by: asId<PersonId>(by),
  on: '2026-12-09' as Day,
});

test('records the verdict with who gave it and the day', () => {
  expect(reviewComment({ atomId }, tapOf('released', 0), readable)).toEqual({
    outcome: 'reviewed',
    review: { verdict: 'released', revision: 1, reviewedBy: 'lead', reviewedOn: '2026-12-09' },
  });
});

test('a mind can be changed and changed back', () => {
  let review: CommentReview | undefined;
  for (const [revision, verdict] of (['released', 'keptBack', 'released'] as const).entries()) {
    review = reviewComment(
      { atomId, ...(review ? { review } : {}) },
      tapOf(verdict, revision),
      readable,
    ).review;
    expect(review).toMatchObject({ verdict, revision: revision + 1 });
  }
});

test('what a group may not show is not decided on', () => {
  expect(reviewComment({ atomId }, tapOf('released', 0), new Map())).toEqual({ outcome: 'notReadable' });
});

test('a colleague’s decision is not overturned by a card that does not show it', () => {
  const { review } = reviewComment({ atomId }, tapOf('keptBack', 0, 'office'), readable);
  if (!review) throw new Error('not reviewed');
  expect(reviewComment({ atomId, review }, tapOf('released', 0), readable)).toEqual({ outcome: 'outOfDate' });
  expect(reviewComment({ atomId, review }, tapOf('keptBack', 0), readable)).toEqual({ outcome: 'alreadySo' });
});

test('over any order of taps and of their late repeats, no tap counts twice and none undoes a later one', () => {
  const verdict = fc.constantFrom<CommentVerdict>('released', 'keptBack');
  const steps = fc.array(fc.oneof(fc.record({ press: verdict }), fc.record({ repeat: fc.nat() })));
  fc.assert(
    fc.property(steps, (all) => {
      let review: CommentReview | undefined;
      const delivered: ReviewTap[] = [];
      const wrong: ReviewTap[] = [];
      for (const step of all) {
        const seen = review?.revision ?? 0;
        const earlier = 'repeat' in step ? delivered[step.repeat % (delivered.length || 1)] : undefined;
        const tap = 'press' in step ? tapOf(step.press, seen) : earlier;
        if (!tap) continue;
        const result = reviewComment({ atomId, ...(review ? { review } : {}) }, tap, readable);
        const isReviewed = result.outcome === 'reviewed';
        const isRight = earlier
          ? !(isReviewed && earlier.revision < seen)
          : (result.review?.verdict ?? review?.verdict) === tap.verdict;
        const isNext = (result.review?.revision ?? seen) === (isReviewed ? seen + 1 : seen);
        if (!isRight || !isNext) wrong.push(tap);
        review = result.review ?? review;
        delivered.push(tap);
      }
      expect(wrong).toEqual([]);
    }),
  );
});
