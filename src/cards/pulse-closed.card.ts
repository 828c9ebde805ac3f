/** A tap came after the wave closed: nothing was recorded, and typed words are handed back. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import { plainText } from './plain-text';
import {
  asLines,
  line,
  lines,
  type ProgrammeSubject,
  sampleProgramme,
  sampleWave,
  type WaveSubject,
} from './subject';
import { defineCard } from './template';

export interface PulseClosedView {
  readonly programme: ProgrammeSubject;
  readonly wave: Pick<WaveSubject, 'title' | 'waveId'>;
  /** Absent while the wave is closing. */
  readonly closedAt?: Instant;
  /** Whether what was heard can be shown. */
  readonly isHeard?: boolean;
  /** What the person typed with the tap: it was not saved. */
  readonly typed?: string;
}

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  unsaved: z.array(z.strictObject({ label: line, words: line })),
  heard: z.array(z.strictObject({ title: line })),
});

const sample: PulseClosedView = {
  programme: sampleProgramme,
  wave: sampleWave,
  closedAt: '2026-12-08T17:00:00.000Z' as Instant,
};

export const pulseClosedCard = defineCard<PulseClosedView, typeof schema>({
  name: 'pulse-closed',
  schema,
  isSharedByMany: ({ typed }) => typed === undefined,
  summarise: ({ programme }, text) => text.pulse.closedSummary(programme.name),
  bind: ({ programme, wave, closedAt, isHeard, typed }, { pulse }) => {
    const title = plainText(wave.title);
    const words = plainText(typed ?? '');
    return {
      programmeId: programme.id,
      waveId: wave.waveId,
      heading: pulse.heading(plainText(programme.name), title),
      title: pulse.closedTitle,
      paragraphs: asLines([
        closedAt ? pulse.closedOn(title, closedAt) : pulse.closedNow(title),
        pulse.closedNothing,
      ]),
      unsaved: words === '' ? [] : [{ label: pulse.closedWords, words }],
      heard: isHeard ? [{ title: pulse.showHeard }] : [],
    };
  },
  samples: {
    closed: sample,
    'with what was heard': { ...sample, isHeard: true },
    'with words that were not saved': { ...sample, typed: 'There is one laptop for the whole bay.' },
    closing: { programme: sampleProgramme, wave: sampleWave },
  },
});
