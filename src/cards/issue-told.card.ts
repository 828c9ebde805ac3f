/** What came of an issue, for one of the people it concerns, and whether it helped. */

import { z } from 'zod';
import type { Issue, IssueAnswer } from '../domain/issue/issue';
import { answerInQuestion } from '../domain/issue/reopen-issue';
import type { Catalogue } from '../text/catalogue';
import {
  type ConcernedView,
  concernedHead,
  headOf,
  ownTitle,
  wordsInput,
  wordsInputOf,
} from './concerned-parts';
import { plainText } from './plain-text';
import { sampleConcerned } from './sample-concerned';
import { asLines, line, lines } from './subject';
import { defineCard } from './template';

const schema = z.strictObject({
  ...concernedHead,
  headline: line,
  paragraphs: lines,
  sections: z.array(z.strictObject({ title: line, paragraphs: lines })),
  asks: z.array(
    z.strictObject({
      ...wordsInput,
      question: line,
      until: line,
      yes: line,
      no: line,
      label: line,
      tooLong: line,
      confirm: line,
      answer: z.number(),
    }),
  ),
  says: z.array(z.strictObject({ ...wordsInput, title: line, label: line, required: line, send: line })),
});

export const issueToldCard = defineCard<ConcernedView, typeof schema>({
  name: 'issue-told',
  schema,
  summarise: ({ programme }, text) => text.concerned.toldSummary(programme.name),
  bind: (view, text) => {
    const { issue } = view;
    const answer = standingAnswer(issue);
    const asked = answerInQuestion(issue);
    return {
      ...headOf(view, text),
      headline: answer ? text.concerned.headline(answer) : text.concerned.standings[issue.status],
      paragraphs: answer ? answerLines(issue, answer, text) : reopenedLines(issue, text),
      sections: [...mergedSection(view, text), ...safetySection(issue, text)],
      asks: asked ? [askOf(view, asked, text)] : [],
      says: !asked && canSpeak(issue) ? [sayOf(view, text)] : [],
    };
  },
  samples: sampleConcerned,
});

/** The latest one, unless somebody said that it did not help. */
function standingAnswer({ answers, reopenings }: Issue): IssueAnswer | undefined {
  const latest = answers.at(-1);
  return reopenings.at(-1)?.afterAnswer === latest?.number ? undefined : latest;
}

function canSpeak({ mergedInto, forgottenOn }: Issue): boolean {
  return !mergedInto && !forgottenOn;
}

function reopenedLines({ reopenings }: Issue, { concerned }: Catalogue) {
  const on = reopenings.at(-1)?.on;
  return asLines([on && concerned.openAgain(on)]);
}

function answerLines({ fix }: Issue, answer: IssueAnswer, { concerned, roles }: Catalogue) {
  const { kind, words, byName, role, on, until, decision } = answer;
  const option = decision?.option && plainText(decision.option);
  const isPlanned = kind === 'fixPlanned' && fix !== undefined;
  return asLines([
    option ? concerned.option(option) : undefined,
    plainText(words) || concerned.unprintable,
    concerned.saidBy(plainText(byName), role && roles[role], on),
    isPlanned ? concerned.fixOwner(plainText(fix.ownerName), until ?? fix.dueOn) : undefined,
    !isPlanned && until ? concerned.until(until) : undefined,
  ]);
}

/** Of the other issue only what everybody may read: its words are somebody else's. */
function mergedSection({ goesOnIn }: ConcernedView, text: Catalogue) {
  if (!goesOnIn) return [];
  const { concerned } = text;
  const answer = standingAnswer(goesOnIn);
  return [
    {
      title: concerned.goesOnAs(ownTitle(goesOnIn, 'supporter', text)),
      paragraphs: answer
        ? [{ text: `${concerned.headline(answer)}:` }, ...answerLines(goesOnIn, answer, text)]
        : asLines([concerned.standings[goesOnIn.status]]),
    },
  ];
}

function safetySection({ hazard }: Issue, { concerned, roles }: Catalogue) {
  if (!hazard) return [];
  if (hazard.status === 'open' || !hazard.closed) {
    return [{ title: concerned.hazardTitle, paragraphs: asLines([concerned.hazardOpen]) }];
  }
  const { words, byName, role, at } = hazard.closed;
  const said = hazard.status === 'mitigated' ? concerned.hazardMitigated : concerned.hazardNotOne;
  const on = at.slice(0, 10) as IssueAnswer['on'];
  return [
    {
      title: concerned.hazardTitle,
      paragraphs: asLines([
        said,
        plainText(words) || concerned.unprintable,
        concerned.saidBy(plainText(byName), roles[role], on),
      ]),
    },
  ];
}

function askOf(view: ConcernedView, { number }: IssueAnswer, text: Catalogue) {
  const { concerned } = text;
  return {
    ...wordsInputOf(view, text),
    question: concerned.helpedQuestion,
    until: concerned.helpedUntil,
    yes: concerned.helpedYes,
    no: concerned.helpedNo,
    label: concerned.noWhyLabel,
    tooLong: concerned.notices.wordsTooLong,
    confirm: concerned.noConfirm,
    answer: number,
  };
}

function sayOf(view: ConcernedView, text: Catalogue) {
  const { concerned } = text;
  return {
    ...wordsInputOf(view, text),
    title: concerned.addWords,
    label: concerned.addWordsLabel,
    required: concerned.replyRequired,
    send: concerned.reply,
  };
}
