/** What cards say about the programme and the wave they belong to, and the invented ones their samples use. */

import { z } from 'zod';
import { asId, type PulseId, type QuestionId, type WaveId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Programme } from '../domain/programme/programme';
import type { Wave } from '../domain/pulse/wave';

export type ProgrammeSubject = Pick<Programme, 'id' | 'name'>;
export type WaveSubject = Pick<Wave, 'waveId' | 'title' | 'closesAt' | 'minimumGroupSize'>;

/** Text is never blank: an empty block would leave a hole in the card. */
export const line = z.string().min(1);
/** Lines that a template repeats; none is a part left out. */
export const lines = z.array(z.strictObject({ text: line }));

export function asLines(texts: readonly (string | undefined)[]): { text: string }[] {
  return texts.filter((text) => text !== undefined).map((text) => ({ text }));
}

/** A coloured box of lines at the head of a card; no line, no box. */
export const box = z.array(z.strictObject({ lines }));

export function asBox(texts: readonly (string | undefined)[]): { lines: { text: string }[] }[] {
  const found = asLines(texts);
  return found.length === 0 ? [] : [{ lines: found }];
}

export const sampleProgramme: ProgrammeSubject = { id: asId('larkfield-epr'), name: 'Larkfield EPR' };
export const sampleWave: WaveSubject & { pulseId: PulseId } = {
  waveId: asId<WaveId>('larkfield-epr.readiness.w4'),
  pulseId: asId('readiness'),
  title: 'Ready for go-live 4',
  closesAt: '2026-12-08T17:00:00.000Z' as Instant,
  minimumGroupSize: 11,
};
export const sampleQuestionId = asId<QuestionId>('confidence');
