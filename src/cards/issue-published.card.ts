/** Issues that others have raised and the lead has given a title: a person can join one instead of raising it again. */

import { z } from 'zod';
import type { IssueId } from '../domain/ids';
import type { IssueStatus, SupportLevel } from '../domain/issue/issue';
import type { Catalogue } from '../text/catalogue';
import { type DraftFrom, keptWords, keptWordsOf } from './issue-draft';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssuePublishedView {
  readonly programme: ProgrammeSubject;
  /** At most eight. */
  readonly issues: readonly {
    readonly issueId: IssueId;
    readonly title: string;
    readonly status: IssueStatus;
    readonly support: SupportLevel;
    readonly isOwn: boolean;
  }[];
  /** Words that were brought along, masked; empty when there are none. */
  readonly text: string;
  readonly from: DraftFrom;
  readonly notice?: keyof Catalogue['raising']['notices'];
}

const schema = z.strictObject({
  programmeId: line,
  from: line,
  notices: box,
  heading: line,
  title: line,
  intro: lines,
  issues: z.array(
    z.strictObject({
      title: line,
      support: line,
      standing: line,
      own: lines,
      joins: z.array(z.strictObject({ title: line, issueId: line })),
    }),
  ),
  kept: keptWords,
  noneOfThese: line,
});

const sample: IssuePublishedView = {
  programme: sampleProgramme,
  issues: [
    {
      issueId: 'issue1' as IssueId,
      title: 'Too few laptops on nights',
      status: 'fixing',
      support: 'moreThanTen',
      isOwn: false,
    },
    {
      issueId: 'issue2' as IssueId,
      title: 'Logging in takes minutes on shared computers',
      status: 'escalated',
      support: 'aFewOthers',
      isOwn: true,
    },
  ],
  text: '',
  from: 'card',
};
const [firstSample] = sample.issues;

export const issuePublishedCard = defineCard<IssuePublishedView, typeof schema>({
  name: 'issue-published',
  schema,
  summarise: (_view, text) => text.raising.publishedSummary,
  bind: ({ programme, issues, text, from, notice }, catalogue) => {
    const { raising, concerned } = catalogue;
    return {
      programmeId: programme.id,
      from,
      notices: asBox([notice && raising.notices[notice]]),
      heading: plainText(programme.name),
      title: raising.publishedTitle,
      intro: asLines([raising.publishedIntro]),
      issues: issues.map(({ issueId, title, status, support, isOwn }) => ({
        title: plainText(title) || raising.unprintable,
        support: raising.support[support],
        standing: concerned.standings[status],
        own: asLines([isOwn ? raising.isYours : undefined]),
        joins: isOwn ? [] : [{ title: raising.addVoice, issueId }],
      })),
      kept: keptWordsOf(text, catalogue),
      noneOfThese: raising.noneOfThese,
    };
  },
  samples: {
    two: sample,
    'voice added': { ...sample, notice: 'supported' },
    'eight, with words brought along': {
      ...sample,
      issues: firstSample
        ? Array.from({ length: 8 }, () => ({
            ...firstSample,
            title: 'A title of some length '.repeat(6).trim(),
          }))
        : [],
      text: 'The “label printer” prints the label before. '.repeat(60).slice(0, 2_500),
      from: 'message',
    },
  },
});
