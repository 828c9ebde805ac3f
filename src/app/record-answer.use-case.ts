/** Records one tap: two reads, one write, and a look at the seal before it is acknowledged. */

import { deliveryIdOf, type PersonId, type ProgrammeId, type WaveId } from '../domain/ids';
import { dayOf } from '../domain/instant';
import { type AnswerOutcome, acceptAnswer, type Tap } from '../domain/pulse/accept-answer';
import { currentStep, type Step, stepAfter } from '../domain/pulse/next-step';
import { maskText } from '../domain/text/mask-text';
import type { AppContext } from './context';
import type { DocumentOf } from './documents';
import { ConflictError, UnavailableError } from './ports/errors';
import type { ReadOptions, Versioned, Written } from './ports/store';
import { createRecord, readRecord, replaceRecord } from './records';
import type { AskedWave } from './wave-reader';
import { isSealed, withdrawSheet } from './withdraw-sheet';

export interface RecordAnswer {
  readonly programmeId: ProgrammeId;
  readonly waveId: WaveId;
  readonly personId: PersonId;
  readonly tap: Tap;
}

export type RecordAnswerOutcome =
  | { readonly outcome: 'noSuchWave' | 'notInvited' }
  /** Nothing is stored; what was typed is not saved. */
  | { readonly outcome: 'closed'; readonly asked: AskedWave }
  /** It may or may not be stored: the person is told to tap again, which is harmless. */
  | { readonly outcome: 'notConfirmed'; readonly asked: AskedWave }
  | {
      readonly outcome: 'recorded' | 'changed' | 'outOfDate' | 'notAnAnswer';
      readonly asked: AskedWave;
      readonly revision: number;
      readonly next: Step;
    };

export async function recordAnswer(context: AppContext, command: RecordAnswer): Promise<RecordAnswerOutcome> {
  const asked = await context.waves.read(command.programmeId, command.waveId);
  if (!asked) return { outcome: 'noSuchWave' };
  if (!asked.key) return { outcome: 'closed', asked };
  const options = { signal: AbortSignal.timeout(context.settings.answerDeadlineMs) };
  try {
    return await recordInTime(context, command, { ...asked, key: asked.key }, options);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    context.log.warn('answer not confirmed');
    return { outcome: 'notConfirmed', asked };
  }
}

type OpenWave = Required<AskedWave>;

async function recordInTime(
  context: AppContext,
  { personId, tap }: RecordAnswer,
  asked: OpenWave,
  options: ReadOptions,
): Promise<RecordAnswerOutcome> {
  const { store, clock } = context;
  const { wave, key } = asked;
  const startedAt = clock.monotonicMs();
  const answerKey = key.answerKeyOf(personId);
  const [invited, current] = await Promise.all([
    readRecord(store, 'delivery', wave.campaignId, deliveryIdOf(wave.campaignId, personId), options),
    readRecord(store, 'answerSheet', wave.waveId, answerKey, options),
  ]);
  const atomId = invited?.document.invitation?.atomId;
  if (!atomId) return { outcome: 'notInvited' };
  const decided = acceptAnswer(
    {
      waveId: wave.waveId,
      questions: wave.questions,
      answerKey,
      atomId,
      today: dayOf(clock.now()),
      sheet: current?.document,
    },
    {
      ...tap,
      value: tap.value.kind === 'text' ? { kind: 'text', text: maskText(tap.value.text).text } : tap.value,
    },
  );
  if (decided.outcome !== 'recorded') return unchanged(asked, current, decided.outcome);
  const written = await write(context, decided.sheet, current, options);
  if (!written)
    return unchanged(asked, await readRecord(store, 'answerSheet', wave.waveId, answerKey), 'outOfDate');
  if (await isSealed(context, wave.waveId, written.session, options)) {
    await withdrawSheet(context, decided.sheet, current?.document, written.version, options);
    return { outcome: 'closed', asked };
  }
  if (clock.monotonicMs() - startedAt > context.settings.answerDeadlineMs)
    return { outcome: 'notConfirmed', asked };
  return {
    outcome: decided.isChange ? 'changed' : 'recorded',
    asked,
    revision: decided.sheet.revision,
    next: stepAfter(wave.questions, tap.questionId),
  };
}

type Recorded = Extract<AnswerOutcome, { outcome: 'recorded' }>;
type CurrentSheet = Versioned<DocumentOf<'answerSheet'>> | undefined;

/** Undefined when another delivery was first: then this tap is out of date. */
async function write(
  { store }: AppContext,
  sheet: Recorded['sheet'],
  current: CurrentSheet,
  options: ReadOptions,
): Promise<Written | undefined> {
  try {
    return current
      ? await replaceRecord(store, 'answerSheet', sheet, current.version, options)
      : await createRecord(store, 'answerSheet', sheet, options);
  } catch (error) {
    if (error instanceof ConflictError) return undefined;
    throw error;
  }
}

function unchanged(
  asked: AskedWave,
  current: CurrentSheet,
  outcome: 'outOfDate' | 'notAnAnswer',
): RecordAnswerOutcome {
  return {
    outcome,
    asked,
    revision: current?.document.revision ?? 0,
    next: currentStep(asked.wave.questions, current?.document),
  };
}
