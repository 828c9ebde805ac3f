/** It is not certain that an issue was recorded: everything is kept, and the same button sends it again. */

import { z } from 'zod';
import { type DraftView, draftData, draftDataOf, sampleDraft, wordsForInput } from './issue-draft';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssueUnsentView {
  /** Without its name where it could not be read just now. */
  readonly programme: Pick<ProgrammeSubject, 'id'> & Partial<ProgrammeSubject>;
  readonly draft: DraftView;
  /** They were asked about harm already. */
  readonly wasAsked: boolean;
}

const schema = z.strictObject({
  programmeId: line,
  notices: box,
  headings: lines,
  title: line,
  textLabel: line,
  text: z.string(),
  textMaxLength: z.number(),
  sendAgain: line,
  asked: z.enum(['yes', 'no']),
  draft: draftData,
});

export const issueUnsentCard = defineCard<IssueUnsentView, typeof schema>({
  name: 'issue-unsent',
  schema,
  summarise: (_view, text) => text.raising.unsentSummary,
  bind: ({ programme, draft, wasAsked }, { raising }) => ({
    programmeId: programme.id,
    notices: asBox([raising.notices.notConfirmed]),
    headings: asLines([programme.name && plainText(programme.name)]),
    title: raising.unsentTitle,
    textLabel: raising.yourWords,
    ...wordsForInput(draft.text),
    sendAgain: raising.sendAgain,
    asked: wasAsked ? 'yes' : 'no',
    draft: draftDataOf(draft),
  }),
  samples: { kept: { programme: sampleProgramme, draft: sampleDraft, wasAsked: true } },
});
