/** A pulse as it runs: its question set with its schedule, the run to come and the run that was. */

import type { PersonId, ProgrammeId, PulseId, WaveId } from '../ids';
import type { Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { FurtherRuns } from '../schedule/judge-run';
import type { PlannedRun, Schedule } from '../schedule/schedule';
import type { PulseDefinition } from './question';

/** `draft`: being set up in chat. `confirmed`: it may open waves, by its schedule or by hand. `retired`: never again. */
export type PulseStatus = 'draft' | 'confirmed' | 'retired';

/** Why a run that was due did not happen. */
export type MissedReason =
  /** An open wave asks the same people one of its questions. */
  | 'askedAlready'
  | 'nobodyToAsk'
  /** Nothing of ours was running when it was due, or it failed, and that for too long. */
  | 'notRunning'
  /** One-question checks that the SRO has not approved, or outside the weeks after go-live. */
  | 'notApproved';

export type PulseRun =
  | {
      readonly outcome: 'opened';
      readonly plannedFor: Instant;
      readonly at: Instant;
      readonly waveId: WaveId;
    }
  | {
      readonly outcome: 'missed';
      readonly plannedFor: Instant;
      readonly at: Instant;
      readonly reason: MissedReason;
      /** The title of the wave that was in the way. */
      readonly inTheWay?: string;
      /** Present where nothing was running for so long that others passed as well. */
      readonly further?: FurtherRuns;
    };

export type MissedRun = Extract<PulseRun, { outcome: 'missed' }>;

/** One document. Of a pulse that the programme file declares, the file alone holds the questions; of one that was set up
 * in chat, this does. */
export interface Pulse extends Intending {
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly status: PulseStatus;
  /** Present where it was set up in chat. */
  readonly definition?: PulseDefinition;
  /** Who set it up in chat. */
  readonly setUpBy?: PersonId;
  /** Goes up with each change of a draft: a stale card changes nothing. */
  readonly revision: number;
  readonly schedule?: Schedule;
  readonly nextRun?: PlannedRun;
  readonly lastRun?: PulseRun;
  /** Runs that raised an alarm, the oldest first: the latest few of them. */
  readonly missed?: readonly MissedRun[];
}
