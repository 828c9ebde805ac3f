/** The lead corrects a wording of an open wave: which one, the words, and then every card follows. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { UnavailableError } from '../../app/ports/errors';
import { currentProgramme } from '../../app/programme/current-programme';
import { correctWave } from '../../app/wave/correct-wave.use-case';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import {
  choiceField,
  titlePart,
  type WaveCorrectionView,
  waveCorrectionCard,
} from '../../cards/wave-correction.card';
import type { WaveId } from '../../domain/ids';
import type { Wave } from '../../domain/pulse/wave';
import type { NewWording } from '../../domain/pulse/wave-correction';
import { frameOf, plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { idField, subject } from './subject';

const words = z.string().max(4_000).optional();
const choiceFields = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [choiceField(index), words]),
);

export const waveCorrectVerb = defineVerb({
  name: verbNames.waveCorrect,
  schema: z
    .object({
      ...subject,
      waveId: idField<WaveId>(),
      act: z.enum(['list', 'edit', 'save']),
      part: z.string().min(1).max(200).optional(),
      revision: z.coerce.number().int().min(0).default(0),
    })
    .and(z.object({ text: words, ...choiceFields })),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, waveId, act, part, revision } = data;
    const wave = (await edge.app.waves.read(programmeId, waveId))?.wave;
    if (!wave) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    const view = { wave, ...(part ? { part } : {}) };
    if (act === 'list') return reply(edge, actor, { wave });
    if (act === 'edit' || !part) return reply(edge, actor, view);
    const typed = typedIn(data);
    const command = { programmeId, waveId, words: wordsIn(wave, part, typed), seen: revision };
    try {
      const result = await correctWave(edge.app, { ...command, correctedBy: actor.personId });
      if (result.outcome === 'noSuchWave') return await reply(edge, actor, { ...view, notice: 'notOpen' });
      const { outcome, masked } = result;
      const current = { wave: result.wave, notice: outcome, masked };
      const isSettled = outcome === 'corrected' || outcome === 'unchanged' || outcome === 'notOpen';
      return await reply(edge, actor, isSettled ? current : { ...current, part, typed });
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return reply(edge, actor, { ...view, typed, notice: 'notConfirmed' });
    }
  },
});

async function reply(
  edge: EdgeContext,
  actor: Actor,
  view: Omit<WaveCorrectionView, 'programme'> & { readonly wave: Wave },
): Promise<ReturnType<typeof messageOf>> {
  const programme = await currentProgramme(edge.app, view.wave.programmeId);
  if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  return messageOf(waveCorrectionCard, { ...view, programme }, frameOf(edge, actor, programme));
}

/** An input that was emptied is not sent at all: it is blank, not as it was. */
function typedIn(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const names = ['text', ...Object.keys(choiceFields)];
  return Object.fromEntries(names.map((name) => [name, typeof data[name] === 'string' ? data[name] : '']));
}

function wordsIn(wave: Wave, part: string, typed: Readonly<Record<string, string>>): readonly NewWording[] {
  const text = typed.text ?? '';
  if (part === titlePart) return [{ part: 'title', text }];
  const question = wave.questions.find(({ id }) => id === part);
  const choices = question?.kind === 'choice' ? question.choices : [];
  return [
    { part: 'question', questionId: part, text },
    ...choices.map(({ id: choiceId }, index) => ({
      part: 'choice' as const,
      questionId: part,
      choiceId,
      text: typed[choiceField(index)] ?? '',
    })),
  ];
}
