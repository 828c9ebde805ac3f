/** The card that answers whatever a person did on a pulse card. */

import type { Message } from '../../app/ports/messenger';
import type { CurrentStepOutcome } from '../../app/wave/read-current-step';
import type { AskedWave } from '../../app/wave/wave-reader';
import { messageOf } from '../../cards/messages/message';
import { type PulseSaid, pulseClosedMessage, pulseMessage } from '../../cards/messages/pulse-message';
import { noticeCard } from '../../cards/notice.card';
import type { Step } from '../../domain/pulse/next-step';
import { carriesBallots } from '../../domain/review/is-of-review';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export function notInvitedReply(edge: EdgeContext): Message {
  return messageOf(noticeCard, { kind: 'notInvited' }, plainFrame(edge));
}

/** The wave is no longer kept. */
export function goneReply(edge: EdgeContext): Message {
  return messageOf(noticeCard, { kind: 'gone' }, plainFrame(edge));
}

export function closedReply(edge: EdgeContext, actor: Actor, asked: AskedWave, typed?: string): Message {
  return pulseClosedMessage(asked, pulseFrame(edge, actor, asked), typed);
}

export function stepReply(
  edge: EdgeContext,
  actor: Actor,
  asked: AskedWave,
  at: { readonly step: Step; readonly revision: number },
  said?: PulseSaid,
): Message {
  const { backupRetentionDays } = edge.app.settings;
  return pulseMessage({ ...asked, ...at, backupRetentionDays }, pulseFrame(edge, actor, asked), said);
}

export function currentStepReply(
  edge: EdgeContext,
  actor: Actor,
  current: CurrentStepOutcome,
  said?: PulseSaid,
): Message {
  switch (current.outcome) {
    case 'noSuchWave':
      return goneReply(edge);
    case 'notInvited':
      return notInvitedReply(edge);
    case 'closed':
      return carriesBallots(current.asked.wave)
        ? notInvitedReply(edge)
        : closedReply(edge, actor, current.asked);
    case 'open':
      return stepReply(edge, actor, current.asked, current, said);
  }
}

export function pulseFrame(edge: EdgeContext, actor: Actor, { programme, wave }: AskedWave) {
  return frameOf(edge, actor, programme, { card: 'pulse', subjectId: wave.waveId });
}
