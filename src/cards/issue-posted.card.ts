/** What came of a published issue, for the programme's channel: the title and the answer, and nobody's name. */

import { z } from 'zod';
import type { IssueAnswer } from '../domain/issue/issue';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssuePostedView {
  readonly programme: ProgrammeSubject;
  /** As published. */
  readonly title: string;
  readonly answer: Pick<IssueAnswer, 'kind' | 'decision' | 'words' | 'until'>;
}

const schema = z.strictObject({
  heading: line,
  headline: line,
  title: line,
  answers: lines,
});

export const issuePostedCard = defineCard<IssuePostedView, typeof schema>({
  name: 'issue-posted',
  schema,
  summarise: ({ programme }, text) => text.triage.channelSummary(programme.name),
  bind: ({ programme, title, answer }, text) => {
    const { triage, concerned } = text;
    const option = answer.decision?.option;
    return {
      heading: plainText(programme.name),
      headline: concerned.headline(answer),
      title: triage.quoted(plainText(title) || triage.unprintable),
      answers: asLines([
        option ? plainText(option) || undefined : undefined,
        plainText(answer.words) || triage.unprintable,
      ]),
    };
  },
  samples: {
    fixed: {
      programme: sampleProgramme,
      title: 'Too few laptops on nights',
      answer: { kind: 'fixed', words: 'Six more laptops are in a cupboard with a code.' },
    },
    'no, because': {
      programme: sampleProgramme,
      title: 'Too few laptops on nights',
      answer: { kind: 'decided', words: 'There is no money before April.', decision: { kind: 'reject' } },
    },
  },
});
