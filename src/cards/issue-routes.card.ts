/** Words that read like harm: asked once whether it is, with everything kept and "none of these" among the answers. */

import { z } from 'zod';
import type { HarmAnswer } from '../domain/issue/raise-issue';
import { type DraftView, draftData, draftDataOf, sampleDraft, wordsForInput } from './issue-draft';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssueRoutesView {
  readonly programme: ProgrammeSubject;
  readonly draft: DraftView;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  intro: lines,
  routes: z.array(z.strictObject({ title: line, harm: line })),
  note: lines,
  textLabel: line,
  text: z.string(),
  textMaxLength: z.number(),
  draft: draftData.omit({ harm: true }),
});

const inOrder: readonly HarmAnswer[] = ['now', 'happened', 'could', 'none'];

export const issueRoutesCard = defineCard<IssueRoutesView, typeof schema>({
  name: 'issue-routes',
  schema,
  summarise: (_view, text) => text.raising.routesSummary,
  bind: ({ programme, draft }, { raising }) => {
    const { harm: _none, ...data } = draftDataOf(draft);
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      title: raising.routesTitle,
      intro: asLines([raising.routesIntro]),
      routes: inOrder.map((harm) => ({ title: raising.routes[harm], harm })),
      note: asLines([raising.routesNote]),
      textLabel: raising.yourWords,
      ...wordsForInput(draft.text),
      draft: data,
    };
  },
  samples: { asked: { programme: sampleProgramme, draft: sampleDraft } },
});
