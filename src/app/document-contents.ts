/** What is kept beside the things of the domain: frames, parts of a release, marks, allowances, keys. */

import type { AskedWave } from '../domain/campaign/charge-message';
import type { CommentReview } from '../domain/comment/comment-review';
import type { Release, ReleaseTable } from '../domain/disclosure/release';
import type { AtomId, OrganisationId, PersonId, ProgrammeId, WaveId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import type { FollowedGroup } from '../domain/programme/follow-group';
import type { AnnouncedWave } from '../domain/pulse/announce-wave';
import type { Frame } from '../domain/pulse/wave';
import type { PreferredTime } from '../domain/timing/sending-policy';
import type { WrappedKey } from './ports/keys';

/** The reporting frame of a stage, frozen with its first wave. */
export interface StageFrame {
  readonly programmeId: ProgrammeId;
  /** The stage's name, or `unstaged` before the first. */
  readonly stage: string;
  readonly frame: Frame;
}

/** Waves of a programme that opened a moment ago or are about to: who opens another at once finds them here. */
export interface Openings {
  readonly programmeId: ProgrammeId;
  readonly announced: readonly AnnouncedWave[];
}

/** A release's header: nothing of a wave may be shown without it, and it names the parts that belong to it. */
export type ReleaseHeader = Omit<Release, 'tables'> & {
  readonly partIds: readonly string[];
  /** The attempt at releasing that was first: only its parts and tallies belong to the release. */
  readonly attempt: string;
};
export interface ReleasePart {
  readonly programmeId: ProgrammeId;
  readonly partId: string;
  readonly table: ReleaseTable;
}

/** Closes a wave's partition of answers: an answer written after it is not acknowledged. */
export interface Seal {
  readonly waveId: WaveId;
}

/** What is kept of the answers after a release: counts per atom, question and value. */
export interface Tally {
  readonly waveId: WaveId;
  readonly tallyId: string;
  readonly attempt: string;
  readonly atomId: AtomId;
  readonly questionId: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** A comment, masked; while the wave is open its id lets its own writer change it, afterwards it is random. */
export interface Comment {
  readonly waveId: WaveId;
  readonly commentId: string;
  readonly atomId: AtomId;
  readonly text: string;
  /** Absent while it waits to be read. */
  readonly review?: CommentReview;
}
export interface WaveKeyRecord extends WrappedKey {
  readonly waveId: WaveId;
}

/** The programmes a person belongs to, so that a chat message finds them. */
export interface Membership {
  readonly personId: PersonId;
  readonly programmes: readonly {
    readonly programmeId: ProgrammeId;
    readonly organisationId: OrganisationId;
  }[];
}

/** Unasked-for messages charged to a person, over all programmes of the organisation. */
export interface Allowance {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly charges: readonly { readonly chargeId: string; readonly chargedOn: Day }[];
  /** The waves that asked this person lately, by the day they opened. */
  readonly pulses?: readonly AskedWave[];
}
export interface Preferences {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly stopAsking: boolean;
  /** Absent: by the shift in the people file. */
  readonly suits?: PreferredTime;
  readonly changedAt: Instant;
}

/** Lets somebody without Teams sit down with a champion: of the code itself only an HMAC is kept. */
export interface AccessCode {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  readonly codeKey: string;
}

/** A code has been used in an open wave. It names no code once the wave key is destroyed, and goes with the answers. */
export interface UsedCode {
  readonly waveId: WaveId;
  readonly usedKey: string;
  /** True once the phone was handed back: nothing more may be said by that sitting. */
  readonly isOver: boolean;
}

/** A role holder who is away: what waits for them goes to their deputy. */
export interface Absence {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** The last day away. */
  readonly until: Day;
}

/** A programme of an organisation that has reviewed a workflow. */
export interface WorkflowUse {
  readonly tenantId: string;
  readonly organisationId: OrganisationId;
  readonly workflow: string;
  readonly programmeId: ProgrammeId;
}

/** The Teams channel in which a programme says what came of what was raised. */
export interface ProgrammeChannel {
  readonly programmeId: ProgrammeId;
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** What a person who decided, advised or asked is called: the log has their pseudonym only, so this can be erased. */
export interface PersonName {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  readonly displayName: string;
}

/** How far a programme's people follow a group of the directory. */
export interface DirectorySync extends FollowedGroup {
  readonly programmeId: ProgrammeId;
  readonly group: string;
}
export interface Lease {
  readonly holder: string;
  readonly epoch: number;
  readonly renewals: number;
}
