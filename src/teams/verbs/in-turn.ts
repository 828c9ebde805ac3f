/** What every button of a colleague's turn has in common: it does something only while the turn lasts. */

import { resumeSitting, type SittingOnCard } from '../../app/assist/resume-sitting';
import type { Message } from '../../app/ports/messenger';
import { readCurrentStep } from '../../app/wave/read-current-step';
import type { PulseSaid } from '../../cards/messages/pulse-message';
import type { QuestionId } from '../../domain/ids';
import type { Actor, EdgeContext } from '../verb';
import { assistStepReply, sittingOverReply, type Turn } from './assist-reply';

/** @param typed given back where the turn is over. */
export async function inTurn(
  edge: EdgeContext,
  actor: Actor,
  card: SittingOnCard,
  act: (turn: Turn) => Promise<Message>,
  typed?: string,
): Promise<Message> {
  const resumed = await resumeSitting(edge.app, actor, card);
  if (resumed.outcome === 'over') return sittingOverReply(edge, actor, card.programmeId, typed);
  const { asked, sitting } = resumed;
  return act({ asked, personId: sitting.personId, sitting: card.sitting });
}

/** Where the colleague stands, with what there is to say. */
export function currentTurnReply(
  edge: EdgeContext,
  actor: Actor,
  card: SittingOnCard,
  said: PulseSaid,
  fromTheStart = false,
): Promise<Message> {
  return inTurn(edge, actor, card, async (turn) => {
    const { programmeId, waveId } = card;
    const ids = { programmeId, waveId, personId: turn.personId };
    const current = await readCurrentStep(edge.app, ids, fromTheStart);
    if (current.outcome !== 'open') return sittingOverReply(edge, actor, programmeId);
    return assistStepReply(edge, actor, turn, current, said);
  });
}

/** The card of the question that was tapped. */
export async function turnReply(
  edge: EdgeContext,
  actor: Actor,
  turn: Turn,
  { questionId, revision }: { readonly questionId: QuestionId; readonly revision: number },
  said: PulseSaid,
): Promise<Message> {
  const { questions } = turn.asked.wave;
  const index = questions.findIndex(({ id }) => id === questionId);
  const question = questions[index];
  if (!question) return sittingOverReply(edge, actor, turn.asked.programme.id, said.typed);
  const step = { step: 'question' as const, question, position: index + 1, total: questions.length };
  return assistStepReply(edge, actor, turn, { step, revision }, said);
}
