/** The loop time of a programme: how long it takes until whoever raised something has heard, and it helped. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import type { ProgrammeId } from '../../domain/ids';
import { type LoopGroup, loopTime as measure } from '../../domain/issue/loop-time';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { listIssues } from './list-issues';

export type LoopTimeOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | { readonly outcome: 'measured'; readonly programme: Programme; readonly groups: readonly LoopGroup[] };

export async function loopTime(
  context: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<LoopTimeOutcome> {
  const programme = await findProgramme(context.store, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const issues = await listIssues(context, programmeId);
  return { outcome: 'measured', programme, groups: measure(issues, programme, calendarOf(programme)) };
}
