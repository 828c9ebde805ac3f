/** One tap on a pulse card. */

import { z } from 'zod';
import type { Message } from '../../app/ports/messenger';
import { readCurrentStep } from '../../app/wave/read-current-step';
import { type RecordAnswerOutcome, recordAnswer } from '../../app/wave/record-answer.use-case';
import { verbNames } from '../../cards/verb-names';
import type { QuestionId, WaveId } from '../../domain/ids';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { answerInputs, answerValueOf } from './answer-value';
import { closedReply, currentStepReply, goneReply, notInvitedReply, stepReply } from './pulse-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  waveId: idField<WaveId>(),
  questionId: idField<QuestionId>(),
  revision: z.coerce.number().int().min(0),
  ...answerInputs,
});

export const pulseAnswerVerb = defineVerb({
  name: verbNames.pulseAnswer,
  schema,
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { programmeId, waveId, questionId, revision } = data;
    const ids = { programmeId, waveId, personId: actor.personId };
    const value = answerValueOf(data);
    if (!value)
      return currentStepReply(edge, actor, await readCurrentStep(edge.app, ids), { notice: 'chooseOne' });
    const tap = { questionId, revision, value };
    const outcome = await recordAnswer(edge.app, { ...ids, tap });
    return outcome.outcome === 'notConfirmed'
      ? notConfirmedReply(edge, actor, outcome.asked, data)
      : replyTo(edge, actor, outcome, data.text);
  },
});

type Settled = Exclude<RecordAnswerOutcome, { outcome: 'notConfirmed' }>;

function replyTo(edge: EdgeContext, actor: Actor, outcome: Settled, typed?: string): Message {
  switch (outcome.outcome) {
    case 'noSuchWave':
      return goneReply(edge);
    case 'notInvited':
      return notInvitedReply(edge);
    case 'closed':
      return closedReply(edge, actor, outcome.asked, typed);
    case 'recorded':
      return stepReply(edge, actor, outcome.asked, at(outcome), maskedIn(outcome));
    case 'changed':
    case 'outOfDate':
      return stepReply(edge, actor, outcome.asked, at(outcome), {
        notice: outcome.outcome,
        ...maskedIn(outcome),
      });
    case 'notAnAnswer':
      return stepReply(edge, actor, outcome.asked, at(outcome), { notice: 'chooseOne' });
  }
}

type Placed = Extract<Settled, { next: unknown }>;

function at({ next, revision }: Placed) {
  return { step: next, revision };
}

function maskedIn({ masked }: Placed) {
  return masked ? { masked } : {};
}

/** The same question on the same revision: tapping again is harmless, whatever became of the first tap. */
function notConfirmedReply(
  edge: EdgeContext,
  actor: Actor,
  asked: Extract<RecordAnswerOutcome, { outcome: 'notConfirmed' }>['asked'],
  data: { readonly questionId: string; readonly revision: number; readonly text?: string },
): Message {
  const { questions } = asked.wave;
  const index = questions.findIndex(({ id }) => id === data.questionId);
  const question = questions[index];
  if (!question) return notInvitedReply(edge);
  const step = { step: 'question' as const, question, position: index + 1, total: questions.length };
  const { revision, text: typed } = data;
  return stepReply(
    edge,
    actor,
    asked,
    { step, revision },
    { notice: 'notConfirmed', ...(typed ? { typed } : {}) },
  );
}
