/** The words around comments: for those who release them or keep them back, and for those who read them. */

import type { CommentVerdict } from '../../domain/comment/comment-review';
import { type Day, instantOf } from '../../domain/instant';
import type { Format } from '../format';

const verdicts: Record<CommentVerdict, string> = { released: 'Released', keptBack: 'Kept back' };

export const commentsText = (format: Format) => ({
  reviewSummary: (programme: string) => `${programme}: comments to release or keep back`,
  reviewTitle: 'Comments: release, or keep back',
  reviewGuide: [
    'First look for names, and for anything about a patient. We take out some numbers and dates, never names.',
    'What you release can be read, with its group’s name, by the programme team, executives, sponsors and viewers.',
    'If one is about patients’ safety, tell your clinical safety officer: nothing does that for you here.',
  ],
  reviewEmpty: 'There are no comments here to read.',
  reviewSmallPrint: 'If you keep one back later, cards that show it may stay in people’s chats.',
  waiting: 'Waiting for you to read',
  /** “Released by Lena Lead on Tuesday 8 December”. */
  decided: (verdict: CommentVerdict, on: Day, byName: string | undefined) => {
    const by = byName === undefined ? '' : ` by ${byName}`;
    return `${verdicts[verdict]}${by} on ${format.day(instantOf(Date.parse(`${on}T12:00:00Z`)))}`;
  },
  unprintable: 'Nothing in it can be shown.',
  release: 'Release',
  keepBack: 'Keep back',
  reviewNotices: {
    outOfDate: 'This comment was decided on before your tap, which changed nothing.',
    notConfirmed: 'We could not confirm this: tap again.',
  },

  readSummary: (programme: string) => `${programme}: what staff wrote`,
  readTitle: 'What staff wrote',
  readEmpty: 'No comment has been released here.',
  readGuide: 'The programme team released these. They are the words of some, not a measure of all.',

  onlyGroups: (minimum: number) =>
    `No card shows comments of groups with fewer than ${minimum} answers, or of groups held back to protect a small one.`,
  noOrder: 'The order is random.',
  next: 'Next comments',
  fromTheStart: 'From the start',
  earlier: 'The wave before',
});
