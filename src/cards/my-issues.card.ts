/** Everything a person raised or joined, each with where it stands. */

import { z } from 'zod';
import type { Concern } from '../domain/issue/concern';
import type { Issue } from '../domain/issue/issue';
import { forgetAfterDays } from '../domain/issue/tell-and-forget';
import type { Catalogue } from '../text/catalogue';
import { ownTitle } from './concerned-parts';
import { plainText } from './plain-text';
import { sampleIssue, sampleLongIssue } from './sample-issue';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface OwnIssueView {
  readonly programme: ProgrammeSubject;
  readonly issue: Issue;
  readonly part: Concern['part'];
  /** The programme said something last in the thread with this person. */
  readonly isAsked: boolean;
}

export interface MyIssuesView {
  /** Of the buttons that are about no issue. */
  readonly programme: ProgrammeSubject;
  /** Of one page, at most five. */
  readonly issues: readonly OwnIssueView[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

const schema = z.strictObject({
  programmeId: line,
  headings: lines,
  title: line,
  intro: lines,
  issues: z.array(
    z.strictObject({
      programmeId: line,
      programme: line,
      issueId: line,
      title: line,
      about: line,
      lines,
      open: line,
    }),
  ),
  smallPrint: lines,
  pages: z.array(z.strictObject({ title: line, page: z.number().int() })),
  raise: line,
});

const lettersOfAnswer = 300;

function shortened(words: string): string {
  const all = [...words.replace(/\s+/g, ' ')];
  return all.length <= lettersOfAnswer
    ? all.join('')
    : `${all.slice(0, lettersOfAnswer).join('').trimEnd()}…`;
}

function standingOf({ issue, isAsked }: OwnIssueView, { raising, concerned }: Catalogue) {
  const { status, fix, answers } = issue;
  const latest = answers.at(-1);
  return asLines([
    isAsked ? raising.asksYou : concerned.standings[status],
    status === 'fixing' && fix ? raising.fixBy(fix.dueOn) : undefined,
    latest && raising.answered(concerned.headline(latest), latest.on, shortened(plainText(latest.words))),
    latest?.decision?.kind === 'defer' && latest.until ? raising.lookBy(latest.until) : undefined,
  ]);
}

export const myIssuesCard = defineCard<MyIssuesView, typeof schema>({
  name: 'my-issues',
  schema,
  summarise: (_view, text) => text.raising.mineSummary,
  bind: ({ programme, issues, page, pages }, text) => {
    const { raising } = text;
    return {
      programmeId: programme.id,
      headings: asLines(issues.length === 0 ? [plainText(programme.name)] : []),
      title: raising.mineTitle,
      intro: asLines(issues.length === 0 ? [raising.mineNone, raising.mineNonePrompt] : []),
      issues: issues.map((own) => ({
        programmeId: own.programme.id,
        programme: plainText(own.programme.name) || own.programme.id,
        issueId: own.issue.issueId,
        title: ownTitle(own.issue, own.part, text),
        about: raising.raised(own.issue.raisedOn, own.part),
        lines: standingOf(own, text),
        open: raising.open,
      })),
      smallPrint: asLines([raising.mineForgotten(forgetAfterDays)]),
      pages: [
        ...(page < pages ? [{ title: raising.nextPage, page: page + 1 }] : []),
        ...(page > 1 ? [{ title: raising.fromTheStart, page: 1 }] : []),
      ],
      raise: raising.raise,
    };
  },
  samples: {
    none: { programme: sampleProgramme, issues: [], page: 1, pages: 1 },
    'five of many, long ones': {
      programme: sampleProgramme,
      issues: [
        { programme: sampleProgramme, issue: sampleIssue, part: 'raiser', isAsked: true },
        {
          programme: sampleProgramme,
          issue: { ...sampleLongIssue, publishedTitle: undefined },
          part: 'supporter',
          isAsked: false,
        },
        ...[1, 2, 3].map(() => ({
          programme: sampleProgramme,
          issue: sampleLongIssue,
          part: 'raiser' as const,
          isAsked: false,
        })),
      ],
      page: 2,
      pages: 4,
    },
  },
});
