/** What waits for one person in one programme, from every source there is. */

import type { DeskItem } from '../../domain/desk/desk';
import { byDeadline } from '../../domain/desk/settle-desk';
import type { PersonId, ProgrammeId } from '../../domain/ids';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { holdersOf } from '../role-holders';
import { waitingEscalations } from './waiting-escalations';
import { waitingGates } from './waiting-gates';
import { waitingIssues } from './waiting-issues';

/** What the reader is to do with it. */
export type WaitingTask = 'decide' | 'review' | 'prepare' | 'answer' | 'gate' | 'gateChange' | 'triage';

/** Something that waits, as a list tells of it. */
export interface WaitingItem extends DeskItem {
  readonly programmeId: ProgrammeId;
  readonly task: WaitingTask;
  /** The question, the gate's name or the issue's words; empty where there are none yet. */
  readonly about: string;
  /** Which step of its policy it has reached, 1-based. */
  readonly step?: number;
}

export interface Waiter {
  readonly programme: Programme;
  readonly personId: PersonId;
  readonly roles: readonly Role[];
}

/** Oldest deadline first. Empty for somebody without a role: nothing waits for them as a role holder. */
export async function waitingItemsOf(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  programme: Programme,
  personId: PersonId,
): Promise<readonly WaitingItem[]> {
  const held = holdersOf(context.keys, programme, roles).filter((holder) => holder.personId === personId);
  const waiter: Waiter = { programme, personId, roles: held.map(({ role }) => role) };
  const found = await Promise.all(
    [waitingEscalations, waitingGates, waitingIssues].map((source) => source(context, waiter)),
  );
  return found.flat().sort(byDeadline);
}
