/** The list of a programme's pulses, and the alarm of a run that did not happen, as their reader may use them. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { readMissedRun } from '../../app/schedule/read-missed-run';
import { readPulses } from '../../app/schedule/read-pulses';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { pulseListCard } from '../../cards/pulse-list.card';
import { pulseMissedCard, type ScheduleNotice } from '../../cards/pulse-missed.card';
import type { ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

/** Two buttons each fit on a phone. */
const mostListed = 6;

export async function pulsesReply(
  edge: EdgeContext,
  actor: Actor,
  { programme, roles }: OwnProgramme,
  { page = 0, notice }: { readonly page?: number; readonly notice?: ScheduleNotice } = {},
): Promise<Message> {
  const mayManage = roles.some((role) => leadRoles.includes(role));
  const found = (await readPulses(edge.app, programme.id)) ?? [];
  // What is being set up is for those who set it up.
  const listed = found.filter(({ status }) => status !== 'draft' || mayManage);
  const start = page * mostListed;
  const next = listed.length > start + mostListed ? page + 1 : page > 0 ? 0 : undefined;
  const view = {
    ...{ programme, mayManage },
    pulses: listed.slice(start, start + mostListed),
    ...(next === undefined ? {} : { nextPage: next }),
    ...(notice ? { notice } : {}),
  };
  return messageOf(pulseListCard, view, frameOf(edge, actor, programme));
}

/** For a verb: of the programme that a card names. */
export async function pulsesOfReply(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
  said: { readonly page?: number; readonly notice?: ScheduleNotice } = {},
): Promise<Message> {
  const own = await ownProgramme(edge, actor, programmeId);
  return own
    ? pulsesReply(edge, actor, own, said)
    : messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
}

/** The alarm as it is now; the list of pulses once its run is no longer remembered. */
export async function missedReply(
  edge: EdgeContext,
  actor: Actor,
  which: Parameters<typeof readMissedRun>[1],
  notice?: ScheduleNotice,
): Promise<Message> {
  const { programmeId } = which;
  const own = await ownProgramme(edge, actor, programmeId);
  if (!own?.roles.some((role) => leadRoles.includes(role))) {
    return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  }
  const { programme } = own;
  const missed = await readMissedRun(edge.app, which);
  if (!missed) return pulsesReply(edge, actor, own, notice ? { notice } : {});
  const { canOpen, ...place } = missed;
  const view = { programme, ...place, mayOpen: canOpen, ...(notice ? { notice } : {}) };
  const refreshes = {
    card: 'pulseMissed' as const,
    subjectId: missed.pulseId,
    page: missed.run.plannedFor,
  };
  return messageOf(pulseMissedCard, view, frameOf(edge, actor, programme, refreshes));
}

async function ownProgramme(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
): Promise<OwnProgramme | undefined> {
  const own = await programmesOf(edge.app, actor);
  return own.find(({ programme }) => programme.id === programmeId);
}
