/** Something that waits for one person, and what its sources need to know of them. */

import type { DeskItem, DeskTask } from '../../domain/desk/desk';
import type { PersonId, ProgrammeId } from '../../domain/ids';
import type { Programme, Role } from '../../domain/programme/programme';

/** Something that waits, as a list tells of it. */
export interface WaitingItem extends DeskItem {
  readonly programmeId: ProgrammeId;
  readonly task: DeskTask;
  /** The question, the gate's name or the words; empty where there are none yet. */
  readonly about: string;
  /** Which step of its policy it has reached, 1-based. */
  readonly step?: number;
}

export interface Waiter {
  readonly programme: Programme;
  readonly personId: PersonId;
  readonly roles: readonly Role[];
}
