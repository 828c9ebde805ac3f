/** One tap of a colleague on a champion's device. */

import { z } from 'zod';
import { answerInSitting } from '../../app/assist/answer-in-sitting.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { RecordAnswerOutcome } from '../../app/wave/record-answer.use-case';
import type { PulseSaid } from '../../cards/messages/pulse-message';
import { verbNames } from '../../cards/verb-names';
import type { QuestionId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { answerInputs, answerValueOf } from './answer-value';
import { assistStepReply, sittingOverReply } from './assist-reply';
import { inTurn, turnReply } from './in-turn';
import { sittingFields } from './sitting-fields';
import { idField } from './subject';

export const assistAnswerVerb = defineVerb({
  name: verbNames.assistAnswer,
  schema: z.object({
    ...sittingFields,
    questionId: idField<QuestionId>(),
    revision: z.coerce.number().int().min(0),
    ...answerInputs,
  }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { questionId, revision, sitting, text } = data;
    const value = answerValueOf(data);
    // The same question on the same revision: tapping again is harmless, whatever became of the first tap.
    const again = (said: PulseSaid) =>
      inTurn(edge, actor, data, (turn) => turnReply(edge, actor, turn, { questionId, revision }, said));
    if (!value) return again({ notice: 'chooseOne' });
    const notConfirmed = () => again({ notice: 'notConfirmed', ...(text ? { typed: text } : {}) });
    try {
      const answered = await answerInSitting(edge.app, actor, data, { questionId, revision, value });
      if (answered.outcome === 'over') return await sittingOverReply(edge, actor, data.programmeId, text);
      const { personId, taken } = answered;
      if (taken.outcome === 'notConfirmed') return await notConfirmed();
      if (!('next' in taken)) return await sittingOverReply(edge, actor, data.programmeId, text);
      const { asked, next: step } = taken;
      return await assistStepReply(
        edge,
        actor,
        { asked, personId, sitting },
        { step, revision: taken.revision },
        saidOf(taken),
      );
    } catch (error) {
      if (error instanceof UnavailableError) return notConfirmed();
      throw error;
    }
  },
});

function saidOf(taken: Extract<RecordAnswerOutcome, { next: unknown }>): PulseSaid {
  const masked = taken.masked ? { masked: taken.masked } : {};
  if (taken.outcome === 'recorded') return masked;
  return { notice: taken.outcome === 'notAnAnswer' ? 'chooseOne' : taken.outcome, ...masked };
}
