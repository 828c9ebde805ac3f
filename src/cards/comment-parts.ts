/** What the two cards of comments share: what a page of them is, and the buttons that turn it. */

import { z } from 'zod';
import type { CommentVerdict } from '../domain/comment/comment-review';
import type { WaveId } from '../domain/ids';
import type { Day } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { fitPage } from './fit-page';
import { plainText } from './plain-text';
import { line, type ProgrammeSubject, sampleProgramme, sampleWave, type WaveSubject } from './subject';

type CommentWave = Pick<WaveSubject, 'waveId' | 'title'>;

export interface CommentView {
  readonly commentId: string;
  readonly groupName: string;
  readonly text: string;
  /** How often it was decided; 0 while it waits. */
  readonly revision: number;
  /** For those who decide. */
  readonly review?: { readonly verdict: CommentVerdict; readonly on: Day; readonly byName?: string };
}

export interface CommentsView {
  readonly programme: ProgrammeSubject;
  readonly wave: CommentWave & Pick<WaveSubject, 'minimumGroupSize'>;
  /** At most five; as many are shown as fit. */
  readonly comments: readonly CommentView[];
  /** What is shown comes after it; empty on the first page. */
  readonly afterId: string;
  readonly hasMore: boolean;
  /** The wave released before this one. */
  readonly earlier?: CommentWave;
}

/** What a page is called on buttons; a page further on by the comment before it. */
export const firstPage = 'first';

export function pageNameOf(afterId: string): string {
  return afterId === '' ? firstPage : afterId;
}

export function afterIdOf(page: string): string {
  return page === firstPage ? '' : page;
}

export const pageTurns = z.array(
  z.strictObject({ turns: z.array(z.strictObject({ title: line, waveId: line, page: line })) }),
);

/** The comments that fit on this page, their words plain. */
export function commentsThatFit(
  { comments }: CommentsView,
  { comments: words }: Catalogue,
): readonly CommentView[] {
  const plain = comments.map((comment) => ({
    ...comment,
    groupName: plainText(comment.groupName),
    text: plainText(comment.text) || words.unprintable,
  }));
  return fitPage(plain, ({ groupName, text }) => groupName + text);
}

/** The buttons below the page; none where there is nowhere to go. */
export function turnsFrom(
  view: CommentsView,
  shown: readonly CommentView[],
  { comments: text }: Catalogue,
): z.input<typeof pageTurns> {
  const { wave, comments, afterId, hasMore, earlier } = view;
  const { waveId } = wave;
  const last = shown.at(-1);
  const turns = [
    ...(last && (hasMore || shown.length < comments.length)
      ? [{ title: text.next, waveId, page: last.commentId }]
      : []),
    ...(afterId === '' ? [] : [{ title: text.fromTheStart, waveId, page: firstPage }]),
    ...(earlier ? [{ title: text.earlier, waveId: earlier.waveId, page: firstPage }] : []),
  ];
  return turns.length === 0 ? [] : [{ turns }];
}

const sampleTexts = [
  'There is one laptop for the whole bay. On nights it is locked in the office.',
  'I was trained in June on another version. I would like an hour with the real one before we start.',
  'Floorwalkers were brilliant last week: please keep them for the first month.',
  'Blood results open in a second window and I have closed the wrong patient twice [date removed].',
  'Who do we ring at 3 am?',
];
const sampleGroups = [
  'Larkfield General · Nurses and midwives',
  'North community · Allied health professionals',
  'St Bride’s Hospital · Doctors',
];

export const sampleComments: CommentsView = {
  programme: sampleProgramme,
  wave: sampleWave,
  comments: sampleTexts.map((text, index) => ({
    commentId: `unlinked:sample${index}`,
    groupName: sampleGroups[index % sampleGroups.length] ?? '',
    text,
    revision: 0,
  })),
  afterId: '',
  hasMore: true,
  earlier: { waveId: `${sampleWave.waveId}x` as WaveId, title: 'Ready for go-live 3' },
};

/** As long as a comment can be, five times over. */
export const longSampleComments: CommentsView = {
  ...sampleComments,
  comments: sampleComments.comments.map((comment) => ({
    ...comment,
    text: `${comment.text}\n“Quoted”, with a <tag> `.repeat(20).slice(0, 2000),
  })),
  hasMore: false,
};
