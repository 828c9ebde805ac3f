/** For whoever belongs to several programmes: which of them is it about? */

import { z } from 'zod';
import { type DraftFrom, keptWords, keptWordsOf } from './issue-draft';
import { plainText } from './plain-text';
import { line, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssueProgrammesView {
  readonly programmes: readonly ProgrammeSubject[];
  /** Words that were brought along, masked; empty when there are none. */
  readonly text: string;
  readonly from: DraftFrom;
}

const schema = z.strictObject({
  title: line,
  from: line,
  kept: keptWords,
  programmes: z.array(z.strictObject({ name: line, title: line, programmeId: line })),
});

export const issueProgrammesCard = defineCard<IssueProgrammesView, typeof schema>({
  name: 'issue-programmes',
  schema,
  summarise: (_view, text) => text.raising.chooseSummary,
  bind: ({ programmes, text, from }, catalogue) => ({
    title: catalogue.raising.chooseTitle,
    from,
    kept: keptWordsOf(text, catalogue),
    programmes: programmes.map(({ id, name }) => ({
      name: plainText(name) || id,
      title: catalogue.raising.raise,
      programmeId: id,
    })),
  }),
  samples: {
    two: {
      programmes: [
        sampleProgramme,
        {
          ...sampleProgramme,
          id: 'larkfield-epma' as ProgrammeSubject['id'],
          name: 'Larkfield e-prescribing',
        },
      ],
      text: '',
      from: 'card',
    },
    'with words': { programmes: [sampleProgramme], text: 'One laptop for the bay.', from: 'message' },
  },
});
