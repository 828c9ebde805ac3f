/** What staff wrote, for the programme team: each comment to be read, then released or kept back. */

import { z } from 'zod';
import type { Day } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import {
  type CommentsView,
  type CommentView,
  commentsThatFit,
  longSampleComments,
  pageNameOf,
  pageTurns,
  sampleComments,
  turnsFrom,
} from './comment-parts';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

export interface CommentsReviewView extends CommentsView {
  readonly notice?: keyof Catalogue['comments']['reviewNotices'];
}

const buttons = z.array(z.strictObject({ title: line, commentId: line, revision: z.number().int().min(0) }));

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  page: line,
  heading: line,
  notices: box,
  title: line,
  guide: lines,
  empty: lines,
  comments: z.array(
    z.strictObject({ group: line, words: line, standing: line, releases: buttons, keepBacks: buttons }),
  ),
  pageTurns,
  smallPrint: lines,
});

/** A decided comment offers the other way alone. */
function commentParts(
  { commentId, groupName, text, revision, review }: CommentView,
  words: Catalogue['comments'],
) {
  const button = (title: string) => [{ title, commentId, revision }];
  const by = review?.byName;
  return {
    group: groupName,
    words: text,
    standing: review
      ? words.decided(review.verdict, review.on, by === undefined ? by : plainText(by))
      : words.waiting,
    releases: review?.verdict === 'released' ? [] : button(words.release),
    keepBacks: review?.verdict === 'keptBack' ? [] : button(words.keepBack),
  };
}

const [first, second, ...others] = sampleComments.comments;
const on = '2026-12-09' as Day;

export const commentsReviewCard = defineCard<CommentsReviewView, typeof schema>({
  name: 'comments-review',
  schema,
  summarise: ({ programme }, text) => text.comments.reviewSummary(programme.name),
  bind: (view, text) => {
    const { programme, wave, afterId, notice } = view;
    const { comments, pulse } = text;
    const shown = commentsThatFit(view, text);
    return {
      programmeId: programme.id,
      waveId: wave.waveId,
      page: pageNameOf(afterId),
      heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
      notices: asBox([notice && comments.reviewNotices[notice]]),
      title: comments.reviewTitle,
      guide: asLines(shown.length > 0 ? comments.reviewGuide : []),
      empty: asLines(shown.length > 0 ? [] : [comments.reviewEmpty]),
      comments: shown.map((comment) => commentParts(comment, comments)),
      pageTurns: turnsFrom(view, shown, text),
      smallPrint: asLines([
        comments.onlyGroups(wave.minimumGroupSize),
        ...(shown.length > 0 ? [comments.reviewSmallPrint] : []),
      ]),
    };
  },
  samples: {
    'waiting to be read': sampleComments,
    'some decided, further on': {
      ...sampleComments,
      afterId: 'unlinked:before',
      comments: [
        ...(first
          ? [{ ...first, revision: 1, review: { verdict: 'released' as const, on, byName: 'Lena Lead' } }]
          : []),
        ...(second ? [{ ...second, revision: 2, review: { verdict: 'keptBack' as const, on } }] : []),
        ...others,
      ],
      notice: 'outOfDate',
    },
    'long comments': longSampleComments,
    'no comment': {
      programme: sampleComments.programme,
      wave: sampleComments.wave,
      comments: [],
      afterId: '',
      hasMore: false,
    },
  },
});
