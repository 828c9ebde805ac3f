/** The card that sends somebody elsewhere, their words with them, masked. */

import type { Message } from '../../app/ports/messenger';
import type { DraftView } from '../../cards/issue-draft';
import { type ExitKind, issueExitCard } from '../../cards/issue-exit.card';
import { messageOf } from '../../cards/messages/message';
import type { Programme } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import { frameOf } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export function exitReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  kind: ExitKind,
  draft: DraftView,
): Message {
  const { text } = maskText(draft.text, programme.hospitalNumber);
  const view = { programme, kind, draft: { ...draft, text } };
  return messageOf(issueExitCard, view, frameOf(edge, actor, programme));
}
