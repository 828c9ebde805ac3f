/** Where setting a pulse up begins: for which programme, with the drafts that are there to go on with. */

import { z } from 'zod';
import type { ChatPulse } from '../domain/pulse/chat-pulse';
import type { PulseSetupNotice } from '../text/en/pulse-setup';
import { plainText } from './plain-text';
import { sampleDraft, sampleEmptyDraft } from './sample-pulse-draft';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface PulseStartView {
  /** Those that the reader leads: at least one. */
  readonly programmes: readonly {
    readonly programme: ProgrammeSubject;
    readonly drafts: readonly ChatPulse[];
  }[];
  readonly notice?: PulseSetupNotice;
}

/** The others come up when these are confirmed or thrown away. */
const mostDrafts = 5;

const schema = z.strictObject({
  notices: box,
  title: line,
  intro: lines,
  programmes: z.array(
    z.strictObject({
      programmeId: line,
      name: line,
      paragraphs: lines,
      drafts: z.array(
        z.strictObject({
          programmeId: line,
          pulseId: line,
          revision: z.number(),
          title: line,
          goOn: line,
          discard: line,
          meaning: line,
          confirm: line,
        }),
      ),
      startNew: line,
    }),
  ),
});

export const pulseStartCard = defineCard<PulseStartView, typeof schema>({
  name: 'pulse-start',
  schema,
  summarise: (_view, text) => text.pulseSetup.startSummary,
  bind: ({ programmes, notice }, { pulseSetup }) => ({
    notices: asBox([notice && pulseSetup.notices[notice]]),
    title: pulseSetup.startTitle,
    intro: asLines([programmes.length > 1 ? pulseSetup.whichProgramme : undefined]),
    programmes: programmes.map(({ programme, drafts }) => ({
      programmeId: programme.id,
      name: plainText(programme.name),
      paragraphs: asLines([
        drafts.length > 0 ? pulseSetup.drafts : undefined,
        drafts.length > mostDrafts ? pulseSetup.moreDrafts(drafts.length - mostDrafts) : undefined,
      ]),
      drafts: drafts.slice(0, mostDrafts).map(({ pulseId, revision, definition }) => ({
        programmeId: programme.id,
        pulseId,
        revision,
        title: pulseSetup.draftLine(
          plainText(definition.title) || pulseSetup.untitled,
          definition.questions.length,
        ),
        goOn: pulseSetup.goOn,
        discard: pulseSetup.discardShort,
        meaning: pulseSetup.discardMeans,
        confirm: pulseSetup.confirmDiscard,
      })),
      startNew: pulseSetup.startNew,
    })),
  }),
  samples: {
    'one programme, with drafts': {
      programmes: [
        {
          programme: sampleProgramme,
          drafts: [sampleDraft, ...Array.from({ length: 6 }, () => sampleEmptyDraft)],
        },
      ],
      notice: 'discarded',
    },
    'two programmes': {
      programmes: [
        { programme: sampleProgramme, drafts: [] },
        { programme: { ...sampleProgramme, name: 'Northshire EPR' }, drafts: [sampleDraft] },
      ],
    },
  },
});
