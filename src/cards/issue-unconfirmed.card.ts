/** Nothing could be read just now: what was typed is given back, with a button that shows the issue again and keeps it. */

import { z } from 'zod';
import type { IssueId, ProgrammeId } from '../domain/ids';
import { plainText } from './plain-text';
import { asLines, line, lines, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssueUnconfirmedView {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  /** `triage`: the lead's card. `fix`: that of whoever owns the fix. */
  readonly card: 'triage' | 'fix';
  /** As typed, to be read. */
  readonly words: readonly string[];
  /** The same by input id, as JSON, for the card that is shown again. */
  readonly kept: string;
}

/** Shorter ones are numbers and days. */
const fewestLetters = 12;

export function unconfirmedWords(typed: Readonly<Record<string, string | undefined>>) {
  const given = Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    words: given.map(([, words]) => words).filter((words) => words.length >= fewestLetters),
    kept: JSON.stringify(Object.fromEntries(given)),
  };
}

const schema = z.strictObject({
  programmeId: line,
  title: line,
  paragraphs: lines,
  words: lines,
  triages: z.array(z.strictObject({ title: line, issueId: line, kept: line })),
  fixes: z.array(z.strictObject({ title: line, subjectId: line })),
});

export const issueUnconfirmedCard = defineCard<IssueUnconfirmedView, typeof schema>({
  name: 'issue-unconfirmed',
  schema,
  summarise: (_view, text) => text.triage.notices.notConfirmed,
  bind: ({ programmeId, issueId, card, words, kept }, { triage }) => ({
    programmeId,
    title: triage.unconfirmed,
    paragraphs: asLines([triage.unconfirmedHint, words.length > 0 ? triage.unconfirmedWords : undefined]),
    words: asLines(words.map((one) => plainText(one) || undefined)),
    triages: card === 'triage' ? [{ title: triage.showAgain, issueId, kept }] : [],
    fixes: card === 'fix' ? [{ title: triage.showAgain, subjectId: issueId }] : [],
  }),
  samples: {
    triage: {
      programmeId: sampleProgramme.id,
      issueId: '5b1f0c2d9e' as IssueId,
      card: 'triage',
      ...unconfirmedWords({ fixDueOn: '2026-12-11', fixWords: 'A second cupboard with laptops' }),
    },
    fix: {
      programmeId: sampleProgramme.id,
      issueId: '5b1f0c2d9e' as IssueId,
      card: 'fix',
      ...unconfirmedWords({ doneWords: 'All six are in the cupboard.' }),
    },
  },
});
