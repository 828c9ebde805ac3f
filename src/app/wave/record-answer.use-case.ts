/** Records one tap: a read (two for the first), one write, and a look at the seal before it is acknowledged. */

import { type AtomId, deliveryIdOf, type PersonId, type ProgrammeId, type WaveId } from '../../domain/ids';
import { dayOf } from '../../domain/instant';
import { type AnswerOutcome, acceptAnswer, type Tap } from '../../domain/pulse/accept-answer';
import { currentStep, type Step, stepAfter } from '../../domain/pulse/next-step';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { ConflictError, ThrottledError, UnavailableError } from '../ports/errors';
import type { ReadOptions, Versioned, Written } from '../ports/store';
import { createRecord, readRecord, replaceRecord } from '../records';
import type { AskedWave } from './wave-reader';
import { isSealed, withdrawSheet } from './withdraw-sheet';

export interface RecordAnswer {
  readonly programmeId: ProgrammeId;
  readonly waveId: WaveId;
  readonly personId: PersonId;
  readonly tap: Tap;
  /** Of their invitation, where it is known already. */
  readonly atomId?: AtomId;
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
      /** What was taken out of the words before they were saved. */
      readonly masked?: readonly MaskedKind[];
    };

export async function recordAnswer(context: AppContext, command: RecordAnswer): Promise<RecordAnswerOutcome> {
  const { clock, log, settings, waves } = context;
  // Reading the wave counts too: what it said may be that old by the time the answer is written.
  const startedAtMs = clock.monotonicMs();
  const options = { signal: AbortSignal.timeout(settings.answerDeadlineMs) };
  const asked = await waves.read(command.programmeId, command.waveId);
  if (!asked) return { outcome: 'noSuchWave' };
  if (!asked.key) return { outcome: 'closed', asked };
  try {
    const answered = await recordInTime(context, command, { ...asked, key: asked.key }, options);
    const isInTime = clock.monotonicMs() - startedAtMs <= settings.answerDeadlineMs;
    if (isInTime || !dependsOnTime.has(answered.outcome)) return answered;
  } catch (error) {
    if (!isUnclear(error)) throw error;
  }
  log.warn('answer not confirmed');
  return { outcome: 'notConfirmed', asked };
}

/** What holds only if the release has not been computed meanwhile. */
const dependsOnTime: ReadonlySet<RecordAnswerOutcome['outcome']> = new Set(['recorded', 'changed', 'closed']);

/** A conflict that gets here is that of a withdrawal: another answer was built on the one to be withdrawn. */
function isUnclear(error: unknown): boolean {
  return (
    error instanceof UnavailableError || error instanceof ThrottledError || error instanceof ConflictError
  );
}

type OpenWave = Required<AskedWave>;

async function recordInTime(
  context: AppContext,
  { personId, tap, atomId: knownAtomId }: RecordAnswer,
  asked: OpenWave,
  options: ReadOptions,
): Promise<RecordAnswerOutcome> {
  const { store, clock } = context;
  const { wave, key } = asked;
  const answerKey = key.answerKeyOf(personId);
  const readInvitation = () =>
    readRecord(store, 'delivery', wave.campaignId, deliveryIdOf(wave.campaignId, personId), options);
  const isFirst = tap.revision === 0;
  const [invited, current] = await Promise.all([
    isFirst && !knownAtomId ? readInvitation() : undefined,
    readRecord(store, 'answerSheet', wave.waveId, answerKey, options),
  ]);
  // Nobody has a sheet who was not invited.
  const atomId =
    current?.document.atomId ??
    knownAtomId ??
    (isFirst ? invited : await readInvitation())?.document.invitation?.atomId;
  if (!atomId) return { outcome: 'notInvited' };
  const { hospitalNumber } = asked.programme;
  const words = tap.value.kind === 'text' ? maskText(tap.value.text, hospitalNumber) : undefined;
  const decided = acceptAnswer(
    {
      waveId: wave.waveId,
      questions: wave.questions,
      answerKey,
      atomId,
      today: dayOf(clock.now()),
      sheet: current?.document,
    },
    words ? { ...tap, value: { kind: 'text', text: words.text } } : tap,
  );
  if (decided.outcome !== 'recorded') return unchanged(context, asked, current, decided.outcome, options);
  const written = await write(context, decided.sheet, current, options);
  if (!written) {
    const first = await readRecord(store, 'answerSheet', wave.waveId, answerKey, options);
    return unchanged(context, asked, first, 'outOfDate', options);
  }
  if (await isSealed(context, wave.waveId, { ...options, session: written.session })) {
    await withdrawSheet(context, decided.sheet, current?.document, written.version, options);
    return { outcome: 'closed', asked };
  }
  return {
    outcome: decided.isChange ? 'changed' : 'recorded',
    asked,
    revision: decided.sheet.revision,
    next: stepAfter(wave.questions, tap.questionId),
    ...(words ? { masked: words.kinds } : {}),
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

/** Shows where the person stands, unless the wave is sealed: what is there may be about to be withdrawn. */
async function unchanged(
  context: AppContext,
  asked: AskedWave,
  current: CurrentSheet,
  outcome: 'outOfDate' | 'notAnAnswer',
  options: ReadOptions,
): Promise<RecordAnswerOutcome> {
  if (await isSealed(context, asked.wave.waveId, options)) return { outcome: 'closed', asked };
  return {
    outcome,
    asked,
    revision: current?.document.revision ?? 0,
    next: currentStep(asked.wave.questions, current?.document),
  };
}
