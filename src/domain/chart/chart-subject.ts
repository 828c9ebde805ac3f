/** What names a chart: enough to read its figures again from what was released, and no figure itself. */

import type { EscalationId, GateId, GroupId, ProgrammeId, WaveId } from '../ids';

interface InProgramme {
  readonly programmeId: ProgrammeId;
}

/** The groups of a wave's first question beside one another. */
export interface GroupsSubject extends InProgramme {
  readonly kind: 'groups';
  readonly waveId: WaveId;
}

/** How one group's answers to the first question are spread. */
export interface DistributionSubject extends InProgramme {
  readonly kind: 'distribution';
  readonly waveId: WaveId;
  readonly groupId: GroupId;
}

/** The groups of an escalation, by the first so many pieces of its evidence: evidence is only ever added, so a card keeps
 * the chart it was sent with. */
export interface EvidenceSubject extends InProgramme {
  readonly kind: 'evidence';
  readonly escalationId: EscalationId;
  readonly pieces: number;
}

/** The trend that one piece of an escalation's evidence rests on, counted from 0. */
export interface EvidenceTrendSubject extends InProgramme {
  readonly kind: 'evidenceTrend';
  readonly escalationId: EscalationId;
  readonly piece: number;
}

/** The groups that a gate's criteria name, as they stand now, or stood when it was decided for good. */
export interface GateSubject extends InProgramme {
  readonly kind: 'gate';
  readonly gateId: GateId;
}

/** One group's confidence from wave to wave, up to a wave. */
export interface TrendSubject extends InProgramme {
  readonly kind: 'trend';
  readonly waveId: WaveId;
  readonly groupId: GroupId;
}

export type ChartSubject =
  | GroupsSubject
  | DistributionSubject
  | TrendSubject
  | EvidenceSubject
  | EvidenceTrendSubject
  | GateSubject;
