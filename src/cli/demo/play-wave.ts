/** Plays one wave of the demo: opened, sent, answered by those who answer, and closed unless it is the present one. */

import { pulseDocumentId } from '../../app/documents';
import { forEachConcurrently } from '../../app/for-each-concurrently';
import { readRecord } from '../../app/records';
import { closeWave } from '../../app/wave/close-wave.use-case';
import { type RecordAnswerOutcome, recordAnswer } from '../../app/wave/record-answer.use-case';
import type { PulseId, QuestionId, WaveId } from '../../domain/ids';
import type { Wave } from '../../domain/pulse/wave';
import type { WaveDays } from './calendar';
import type { DemoPast } from './demo-past';
import { type DrawnAnswer, type DrawnWave, drawAnswers } from './draw-answers';

export interface WavePlay extends Pick<DrawnWave, 'index' | 'silent'> {
  readonly days: WaveDays;
}

export interface PlayedWave {
  readonly waveId: WaveId;
  readonly asked: number;
  readonly answered: number;
}

const answersAtOnce = 128;
const mostTaps = 20;

/** @throws Error when a use case refuses: then the demo's story does not hold. */
export async function playWave(past: DemoPast, { index, days, silent }: WavePlay): Promise<PlayedWave> {
  const { context, clock, programme } = past;
  const [pulse] = programme.pulses;
  if (!pulse) throw new Error('the demo’s programme has no pulse');
  clock.moveTo(days.opensAt);
  await past.settle();
  const { waveId, frame } = await openedWave(past, pulse.id);
  clock.moveTo(days.answeredAt);
  const answering = drawAnswers(past.people, { index, isOpen: days.closesAt === undefined, silent });
  await forEachConcurrently(answering, answersAtOnce, (drawn) => answerAll(past, waveId, drawn));
  if (days.closesAt) {
    clock.moveTo(days.closesAt);
    await closeWave(context, { programmeId: programme.id, waveId });
    await past.settle();
    const closed = await readRecord(context.store, 'wave', programme.id, waveId);
    if (closed?.document.status !== 'closed') throw new Error('a wave of the demo was not closed');
  }
  const asked = frame.atoms.reduce((sum, { headcount }) => sum + headcount, 0);
  return { waveId, asked, answered: answering.length };
}

/** The wave that the schedule has just opened. */
async function openedWave({ context: { store }, programme }: DemoPast, pulseId: PulseId): Promise<Wave> {
  const pulse = await readRecord(store, 'pulse', programme.id, pulseDocumentId(pulseId));
  const run = pulse?.document.lastRun;
  if (run?.outcome !== 'opened') throw new Error('a wave of the demo was not opened');
  const wave = await readRecord(store, 'wave', programme.id, run.waveId);
  if (wave?.document.status !== 'open') throw new Error('a wave of the demo is not open');
  return wave.document;
}

async function answerAll(
  { context, programme, personIdOf }: DemoPast,
  waveId: WaveId,
  { person, answer }: DrawnAnswer,
): Promise<void> {
  const ids = { programmeId: programme.id, waveId, personId: personIdOf(person) };
  let revision = 0;
  for (const [questionId, value] of Object.entries(answer)) {
    const tap = { questionId: questionId as QuestionId, revision, value };
    revision = await tapUntilRecorded(() => recordAnswer(context, { ...ids, tap }));
  }
}

/** On a busy machine an answer may come back unconfirmed: as a person would, it is tapped again, which is harmless. */
async function tapUntilRecorded(tap: () => Promise<RecordAnswerOutcome>): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const recorded = await tap();
    if (recorded.outcome === 'recorded') return recorded.revision;
    // The tap before was recorded after all.
    if (recorded.outcome === 'outOfDate' && tries > 1) return recorded.revision;
    if (recorded.outcome !== 'notConfirmed' || tries === mostTaps) {
      throw new Error(`an answer of the demo was not recorded: ${recorded.outcome}`);
    }
  }
}
