/** Corrects the wording of an open wave; the cards that people have follow by the wave's own intent. */

import type { ProgrammeId, WaveId } from '../../domain/ids';
import {
  type CorrectionOutcome,
  correctWave as decide,
  rewordQuestions,
} from '../../domain/pulse/correct-wave';
import type { Wave } from '../../domain/pulse/wave';
import type { NewWording, WaveCorrection } from '../../domain/pulse/wave-correction';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { changeRecord, readRecord } from '../records';

export interface CorrectWave {
  readonly programmeId: ProgrammeId;
  readonly waveId: WaveId;
  readonly words: readonly NewWording[];
  readonly correctedBy: WaveCorrection['correctedBy'];
  /** How many corrections its writer saw. */
  readonly seen?: number;
}

export type CorrectWaveOutcome =
  | { readonly outcome: 'noSuchWave' }
  | {
      readonly outcome: CorrectionOutcome['outcome'];
      /** As it is now. */
      readonly wave: Wave;
      /** What was taken out of the words. */
      readonly masked: readonly MaskedKind[];
    };

/** Safe to repeat. A pulse that was set up in chat gets the wording too, for its next wave; a programme's file is its
 * owner's. @throws UnavailableError, possibly after it was corrected. */
export async function correctWave(context: AppContext, command: CorrectWave): Promise<CorrectWaveOutcome> {
  const { store, clock } = context;
  const { programmeId, waveId, correctedBy, seen } = command;
  const programme = await findProgramme(store, programmeId);
  if (!programme) return { outcome: 'noSuchWave' };
  const cleaned = command.words.map((word) => ({
    word,
    clean: maskText(word.text, programme.hospitalNumber),
  }));
  const words = cleaned.map(({ word, clean }) => ({ ...word, text: clean.text }));
  const masked = [...new Set(cleaned.flatMap(({ clean }) => clean.kinds))];
  const by = { correctedBy, now: clock.now(), ...(seen === undefined ? {} : { seen }) };
  const outcome = await changeRecord(store, 'wave', programmeId, waveId, (wave) => {
    const decided = decide(wave, words, by);
    return decided.outcome === 'corrected' ? { outcome: decided.outcome, next: decided.next } : decided;
  });
  const wave = (await readRecord(store, 'wave', programmeId, waveId))?.document;
  if (!outcome || !wave) return { outcome: 'noSuchWave' };
  if (outcome === 'corrected' || outcome === 'unchanged') await correctPulse(context, wave);
  context.poke();
  return { outcome, wave, masked };
}

/** Whatever of the wave's corrections it does not have yet, so that a crash before it is made good by the next one. */
async function correctPulse({ store }: AppContext, wave: Wave): Promise<void> {
  const { programmeId, pulseId, corrections = [] } = wave;
  if (corrections.length === 0) return;
  await changeRecord(store, 'pulse', programmeId, pulseDocumentId(pulseId), (pulse) => {
    const { definition } = pulse;
    if (!definition) return { outcome: undefined };
    const questions = corrections.reduce(rewordQuestions, definition.questions);
    const next = { ...pulse, definition: { ...definition, questions } };
    return questions === definition.questions ? { outcome: undefined } : { outcome: undefined, next };
  });
}
