/** What a card sent from the edge is shown in: the programme's time zone, its label, and whose device refreshes it. */

import type { CardFrame } from '../cards/template';
import type { Programme } from '../domain/programme/programme';
import type { Actor, EdgeContext } from './verb';

/** The cards whose state changes and that ask for their current form when they are loaded. */
export type RefreshingCard = 'pulse' | 'escalation' | 'comments' | 'gate' | 'gateChange';

export function frameOf(
  edge: EdgeContext,
  actor: Pick<Actor, 'teamsUserId'>,
  programme: Pick<Programme, 'id' | 'isSynthetic' | 'timeZone'>,
  refreshes?: { readonly card: RefreshingCard; readonly subjectId: string; readonly page?: string },
): CardFrame {
  const { isSynthetic, timeZone } = programme;
  if (edge.isLocal || !refreshes) return { isSynthetic, timeZone };
  const data = { ...refreshes, programmeId: programme.id };
  return { isSynthetic, timeZone, refresh: { userId: actor.teamsUserId, data } };
}

/** For cards that belong to no programme. The local client shows invented data alone. */
export function plainFrame(edge: EdgeContext): CardFrame {
  return { isSynthetic: edge.isLocal, timeZone: 'Europe/London' };
}
