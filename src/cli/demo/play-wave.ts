/** Plays one wave of the demo: opened, sent, answered by those who answer, and closed unless it is the present one. */

import { closeWave } from '../../app/close-wave.use-case';
import { forEachConcurrently } from '../../app/for-each-concurrently';
import { openWave } from '../../app/open-wave.use-case';
import { type RecordAnswerOutcome, recordAnswer } from '../../app/record-answer.use-case';
import { readRecord } from '../../app/records';
import type { QuestionId, WaveId } from '../../domain/ids';
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
  const opened = await openWave(context, {
    programmeId: programme.id,
    pulseId: pulse.id,
    openedBy: 'command',
  });
  if (opened.outcome !== 'opened') throw new Error(`a wave of the demo was not opened: ${opened.outcome}`);
  const { waveId } = opened.wave;
  await past.settle();
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
  return { waveId, asked: opened.invited, answered: answering.length };
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
