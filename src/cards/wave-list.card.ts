/** The lead's open waves, each with the button that closes it and what closing means. */

import { z } from 'zod';
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

export interface WaveListView {
  readonly programme: ProgrammeSubject;
  readonly waves: readonly OpenWave[];
}

export interface OpenWave extends Pick<WaveSubject, 'waveId' | 'title' | 'closesAt'> {
  /** Of the whole audience, to the nearest 5; absent where it may not be shown. */
  readonly responsePercent?: number;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  empty: lines,
  waves: z.array(
    z.strictObject({
      waveId: line,
      title: line,
      paragraphs: lines,
      close: line,
      meaning: lines,
      confirm: line,
    }),
  ),
  smallPrint: lines,
});

const { waveId, title, closesAt } = sampleWave;

export const waveListCard = defineCard<WaveListView, typeof schema>({
  name: 'wave-list',
  schema,
  summarise: (_view, text) => text.waves.summary,
  bind: ({ programme, waves: open }, { waves }) => ({
    programmeId: programme.id,
    heading: plainText(programme.name),
    title: waves.title,
    empty: asLines(open.length === 0 ? [waves.none] : []),
    waves: open.map((wave) => ({
      waveId: wave.waveId,
      title: plainText(wave.title),
      paragraphs: asLines([
        waves.openUntil(wave.closesAt),
        wave.responsePercent === undefined ? waves.responseHidden : waves.response(wave.responsePercent),
      ]),
      close: waves.close,
      meaning: asLines(waves.whatClosingMeans),
      confirm: waves.confirm,
    })),
    smallPrint: asLines(
      open.some(({ responsePercent }) => responsePercent !== undefined) ? [waves.responseNote] : [],
    ),
  }),
  samples: {
    'one wave': { programme: sampleProgramme, waves: [{ waveId, title, closesAt, responsePercent: 40 }] },
    'two waves': {
      programme: sampleProgramme,
      waves: [
        { waveId, title, closesAt, responsePercent: 40 },
        { waveId: `${waveId}x` as typeof waveId, title: 'Training check 2', closesAt },
      ],
    },
    'no wave': { programme: sampleProgramme, waves: [] },
  },
});
