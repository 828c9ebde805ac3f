/** “Ask me again” has taken effect, with the way out. */

import { z } from 'zod';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface AskingResumedView {
  readonly programme: ProgrammeSubject;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  action: line,
});

export const askingResumedCard = defineCard<AskingResumedView, typeof schema>({
  name: 'asking-resumed',
  schema,
  isSharedByMany: () => true,
  summarise: (_view, text) => text.asking.resumedSummary,
  bind: ({ programme }, { asking }) => ({
    programmeId: programme.id,
    heading: plainText(programme.name),
    title: asking.resumedTitle,
    paragraphs: asLines(asking.resumed),
    action: asking.stop,
  }),
  samples: { resumed: { programme: sampleProgramme } },
});
