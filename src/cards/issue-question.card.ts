/** The programme asks one of the people an issue concerns something, and gets the answer without a name. */

import { z } from 'zod';
import type { IssueThread } from '../domain/issue/issue';
import { threadWith } from '../domain/issue/thread';
import type { Catalogue } from '../text/catalogue';
import { type ConcernedView, concernedHead, headOf, wordsInput, wordsInputOf } from './concerned-parts';
import { plainText } from './plain-text';
import { sampleAsked } from './sample-concerned';
import { line } from './subject';
import { defineCard } from './template';

const schema = z.strictObject({
  ...concernedHead,
  ...wordsInput,
  questionTitle: line,
  asked: line,
  question: line,
  label: line,
  required: line,
  send: line,
  threads: z.array(
    z.strictObject({ title: line, said: z.array(z.strictObject({ who: line, words: line })) }),
  ),
});

const mostEntries = 4;

export const issueQuestionCard = defineCard<ConcernedView, typeof schema>({
  name: 'issue-question',
  schema,
  summarise: ({ programme }, text) => text.concerned.questionSummary(programme.name),
  bind: (view, text) => {
    const { issue, concern } = view;
    const { concerned } = text;
    const entries = threadWith(issue, concern.concernKey);
    const at = entries.findLastIndex(({ from }) => from === 'programme');
    const question = entries[at];
    const { text: words = '', byName, on = issue.raisedOn } = question ?? {};
    return {
      ...headOf(view, text),
      ...wordsInputOf(view, text),
      questionTitle: concerned.questionTitle,
      asked: concerned.asked(byName ? plainText(byName) : concerned.somebody, on),
      question: plainText(words) || concerned.unprintable,
      label: concerned.replyLabel,
      required: concerned.replyRequired,
      send: concerned.reply,
      threads: threadOf(entries.filter((entry) => entry !== question).slice(-mostEntries), concerned),
    };
  },
  samples: sampleAsked,
});

function threadOf(entries: IssueThread['entries'], concerned: Catalogue['concerned']) {
  if (entries.length === 0) return [];
  const said = entries.map(({ from, byName, on, text }) => ({
    who: concerned.said(from === 'person' ? undefined : plainText(byName ?? '') || concerned.somebody, on),
    words: plainText(text) || concerned.unprintable,
  }));
  return [{ title: concerned.threadTitle, said }];
}
