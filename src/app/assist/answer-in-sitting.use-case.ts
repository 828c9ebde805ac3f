/** One tap of somebody without Teams on a champion's device: their own answer, like any other. */

import type { PersonId } from '../../domain/ids';
import type { Tap } from '../../domain/pulse/accept-answer';
import type { AppContext } from '../context';
import { type RecordAnswerOutcome, recordAnswer } from '../wave/record-answer.use-case';
import type { Lender } from './championed-by';
import { resumeSitting, type SittingOnCard } from './resume-sitting';
import { markUsed } from './used-code';

export type AnswerInSittingOutcome =
  | { readonly outcome: 'over' }
  | { readonly outcome: 'taken'; readonly personId: PersonId; readonly taken: RecordAnswerOutcome };

/** The code is used up before the last answer is written: were it the other way round, a crash between the two would
 * leave a code that is good for another sitting. @throws UnavailableError before anything is recorded. */
export async function answerInSitting(
  context: AppContext,
  lender: Lender,
  card: SittingOnCard,
  tap: Tap,
): Promise<AnswerInSittingOutcome> {
  const resumed = await resumeSitting(context, lender, card);
  if (resumed.outcome === 'over') return resumed;
  const { asked, sitting } = resumed;
  const { waveId, questions } = asked.wave;
  if (questions.at(-1)?.id === tap.questionId) await markUsed(context, waveId, asked.key, sitting.codeKey);
  const { programmeId } = card;
  const { personId, atomId } = sitting;
  return {
    outcome: 'taken',
    personId,
    taken: await recordAnswer(context, { programmeId, waveId, personId, atomId, tap }),
  };
}
