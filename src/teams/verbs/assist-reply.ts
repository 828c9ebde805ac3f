/** The card that answers whatever was done on a champion's device. */

import { championIn } from '../../app/assist/championed-by';
import { hasStoppedAnywhere } from '../../app/people/change-asking.use-case';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import type { AskedWave } from '../../app/wave/wave-reader';
import { type AssistStartView, assistStartCard } from '../../cards/assist-start.card';
import {
  type AssistPlace,
  assistRecordedMessage,
  assistStepMessage,
} from '../../cards/messages/assist-message';
import { messageOf } from '../../cards/messages/message';
import type { PulseSaid } from '../../cards/messages/pulse-message';
import { noticeCard } from '../../cards/notice.card';
import type { PersonId, ProgrammeId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { Step } from '../../domain/pulse/next-step';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

/** @param typed what was typed in vain; never a code. */
export function notAChampionReply(edge: EdgeContext, typed?: string): Message {
  return messageOf(noticeCard, { kind: 'notAChampion', ...(typed ? { typed } : {}) }, plainFrame(edge));
}

export function assistStartReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  said: Omit<AssistStartView, 'programme'> = {},
): Message {
  return messageOf(assistStartCard, { programme, ...said }, frameOf(edge, actor, programme));
}

/** @param unsaved what was typed with the tap that came too late. */
export async function sittingOverReply(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
  unsaved?: string,
): Promise<Message> {
  const programme = await currentProgramme(edge.app, programmeId);
  if (!programme || !championIn(programme, actor)) return notAChampionReply(edge, unsaved);
  return assistStartReply(edge, actor, programme, { notice: 'over', ...(unsaved ? { unsaved } : {}) });
}

/** Whose turn it is, as the edge carries it from one card to the next. */
export interface Turn {
  readonly asked: AskedWave;
  readonly personId: PersonId;
  readonly sitting: string;
}

export async function assistStepReply(
  edge: EdgeContext,
  actor: Actor,
  turn: Turn,
  at: { readonly step: Step; readonly revision: number },
  said?: PulseSaid,
): Promise<Message> {
  const hasStopped = at.step.step === 'recorded' && (await hasStoppedAnywhere(edge.app.store, turn.personId));
  return assistStepMessage(placeOf(edge, turn, hasStopped), at, frameFor(edge, actor, turn), said);
}

export async function assistRecordedReply(
  edge: EdgeContext,
  actor: Actor,
  turn: Turn,
  said: Parameters<typeof assistRecordedMessage>[1],
): Promise<Message> {
  const hasStopped = await hasStoppedAnywhere(edge.app.store, turn.personId);
  return assistRecordedMessage(placeOf(edge, turn, hasStopped), said, frameFor(edge, actor, turn));
}

function placeOf({ app }: EdgeContext, { asked, sitting }: Turn, hasStopped: boolean): AssistPlace {
  const { backupRetentionDays } = app.settings;
  return { programme: asked.programme, wave: asked.wave, sitting, backupRetentionDays, hasStopped };
}

/** Without a refresh: on the owner's other devices the card stays as it was before the colleague's turn. */
function frameFor(edge: EdgeContext, actor: Actor, { asked }: Turn) {
  return frameOf(edge, actor, asked.programme);
}
