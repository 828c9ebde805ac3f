/** What a card sent from the edge is shown in: the programme's time zone, its label, and whose device refreshes it. */

import { chartAddress } from '../app/wave/chart-address';
import type { CardFrame } from '../cards/template';
import type { ChartSubject } from '../domain/chart/chart-subject';
import type { Programme } from '../domain/programme/programme';
import type { Actor, EdgeContext } from './verb';

/** The cards whose state changes and that ask for their current form when they are loaded. */
export type RefreshingCard =
  | 'pulse'
  | 'pulseMissed'
  | 'escalation'
  | 'comments'
  | 'gate'
  | 'hazard'
  | 'gateChange'
  | 'triage'
  | 'fix'
  | 'concern'
  | 'desk'
  | 'myIssues'
  | 'campaigns'
  | 'ballot'
  | 'ballots'
  | 'review';

export function frameOf(
  edge: EdgeContext,
  actor: Pick<Actor, 'teamsUserId'>,
  programme: Pick<Programme, 'id' | 'isSynthetic' | 'timeZone'>,
  refreshes?: { readonly card: RefreshingCard; readonly subjectId: string; readonly page?: string },
): CardFrame {
  const { isSynthetic, timeZone } = programme;
  const frame = {
    isSynthetic,
    timeZone,
    chartUrl: (subject: ChartSubject) => chartAddress(edge.app, subject),
  };
  if (edge.isLocal || !refreshes) return frame;
  const data = { ...refreshes, programmeId: programme.id };
  return { ...frame, refresh: { userId: actor.teamsUserId, data } };
}

/** For cards that belong to no programme. The local client shows invented data alone. */
export function plainFrame(edge: EdgeContext): CardFrame {
  return { isSynthetic: edge.isLocal, timeZone: 'Europe/London' };
}
