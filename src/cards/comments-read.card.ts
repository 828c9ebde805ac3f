/** What staff wrote, as far as it was released, for those who see the programme's results. */

import { z } from 'zod';
import {
  type CommentsView,
  commentsThatFit,
  longSampleComments,
  pageTurns,
  sampleComments,
  turnsFrom,
} from './comment-parts';
import { plainText } from './plain-text';
import { asLines, line, lines } from './subject';
import { defineCard } from './template';

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  guide: lines,
  empty: lines,
  comments: z.array(z.strictObject({ group: line, words: line })),
  pageTurns,
  smallPrint: lines,
});

export const commentsReadCard = defineCard<CommentsView, typeof schema>({
  name: 'comments-read',
  schema,
  summarise: ({ programme }, text) => text.comments.readSummary(programme.name),
  bind: (view, text) => {
    const { programme, wave } = view;
    const { comments, pulse } = text;
    const shown = commentsThatFit(view, text);
    return {
      programmeId: programme.id,
      heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
      title: comments.readTitle,
      guide: asLines(shown.length > 0 ? [comments.readGuide] : []),
      empty: asLines(shown.length > 0 ? [] : [comments.readEmpty]),
      comments: shown.map(({ groupName, text: words }) => ({ group: groupName, words })),
      pageTurns: turnsFrom(view, shown, text),
      smallPrint: asLines([
        ...(shown.length > 0 ? [comments.noOrder] : []),
        comments.onlyGroups(wave.minimumGroupSize),
      ]),
    };
  },
  samples: {
    released: sampleComments,
    'long comments': longSampleComments,
    'none released': {
      programme: sampleComments.programme,
      wave: sampleComments.wave,
      comments: [],
      afterId: '',
      hasMore: false,
    },
  },
});
