/** A pulse before it is opened: who would be asked, who could be heard, and which gates would not hear of it. */

import { z } from 'zod';
import type { PulsePreview } from '../domain/pulse/pulse-preview';
import type { PulseDefinition } from '../domain/pulse/question';
import { plainText } from './plain-text';
import { audienceLines, gatesOfFile, gateWarnings, heardLines, sendingLines } from './pulse-preview-lines';
import { part, parts } from './review-parts';
import { sampleDraft, samplePreview } from './sample-pulse-draft';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface PulseLookView {
  readonly programme: ProgrammeSubject;
  readonly pulse: PulseDefinition;
  /** Absent while the people are still being counted. */
  readonly preview?: PulsePreview;
}

const schema = z.strictObject({
  programmeId: line,
  pulseId: line,
  heading: line,
  title: line,
  counting: lines,
  warnings: box,
  parts,
  looks: z.array(z.strictObject({ title: line })),
  back: line,
});

export const pulseLookCard = defineCard<PulseLookView, typeof schema>({
  name: 'pulse-look',
  schema,
  summarise: (_view, text) => text.audience.lookSummary,
  bind: ({ programme, pulse, preview }, text) => {
    const { audience, pulseSetup } = text;
    const { parts: titles } = pulseSetup;
    const inTheWay = preview?.inTheWay;
    return {
      programmeId: programme.id,
      pulseId: pulse.id,
      heading: plainText(programme.name),
      title: pulseSetup.previewTitle(plainText(pulse.title)),
      counting: asLines([preview ? undefined : pulseSetup.notices.counting]),
      warnings: asBox([
        inTheWay && audience.inTheWay(plainText(inTheWay.title), inTheWay.closesAt),
        ...(preview ? gateWarnings(preview, text) : []),
      ]),
      parts: preview
        ? [
            ...part(titles.audience, audienceLines(preview, text)),
            ...part(titles.heard, heardLines(preview, text)),
            ...part(titles.gates, gatesOfFile(preview, text)),
            ...part(titles.when, [
              audience.ifNow,
              pulseSetup.openFor(pulse.openForDays, preview.closesAt),
              ...sendingLines(preview, text),
            ]),
          ]
        : [],
      looks: preview ? [] : [{ title: pulseSetup.lookAgain }],
      back: audience.backToPulses,
    };
  },
  samples: {
    'with a gate that would go unheard': {
      programme: sampleProgramme,
      pulse: sampleDraft.definition,
      preview: {
        ...samplePreview,
        inTheWay: { title: 'Ready for go-live 3', closesAt: samplePreview.closesAt },
      },
    },
    'while the people are counted': { programme: sampleProgramme, pulse: sampleDraft.definition },
  },
});
