/** “Stop asking me” has taken effect, with the way back. */

import { z } from 'zod';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface AskingStoppedView {
  readonly programme: ProgrammeSubject;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  action: line,
});

export const askingStoppedCard = defineCard<AskingStoppedView, typeof schema>({
  name: 'asking-stopped',
  schema,
  isSharedByMany: () => true,
  summarise: (_view, text) => text.asking.stoppedSummary,
  bind: ({ programme }, { asking }) => ({
    programmeId: programme.id,
    heading: plainText(programme.name),
    title: asking.stoppedTitle,
    paragraphs: asLines(asking.stopped),
    action: asking.resume,
  }),
  samples: { stopped: { programme: sampleProgramme } },
});
