/** The card of an issue for one of the people it concerns: what the programme asks them, or what came of it. */

import type { IssueMessage } from '../../domain/issue/issue';
import { threadWith } from '../../domain/issue/thread';
import type { ConcernedView } from '../concerned-parts';
import { issueQuestionCard } from '../issue-question.card';
import { issueToldCard } from '../issue-told.card';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';

/** @param about what it is sent for; without it, a question that waits for their answer comes first. */
export function concernedMessage(
  view: ConcernedView,
  frame: CardFrame,
  about?: IssueMessage['about'],
): CardMessage {
  const entries = threadWith(view.issue, view.concern.concernKey);
  const isAsked = entries.at(-1)?.from === 'programme';
  const wasAsked = entries.some(({ from }) => from === 'programme');
  const isQuestion = about === 'thread' ? wasAsked : about === undefined && isAsked && isOpen(view);
  return messageOf(isQuestion ? issueQuestionCard : issueToldCard, view, frame);
}

/** An answer to the issue is the answer: what was asked before no longer waits. */
function isOpen({ issue: { status, mergedInto } }: ConcernedView): boolean {
  return !mergedInto && status !== 'answered' && status !== 'confirmed';
}
