/** Where each kind of document lives: its collection, partition, id and schema version, written once. */

import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { AskedWave } from '../domain/campaign/charge-message';
import type { CommentReview } from '../domain/comment/comment-review';
import type { DecisionLogEntry } from '../domain/decision/decision';
import type { Desk } from '../domain/desk/desk';
import type { Release, ReleaseTable } from '../domain/disclosure/release';
import type { Escalation } from '../domain/escalation/escalation';
import type { Gate } from '../domain/gate/gate';
import type { AtomId, OrganisationId, PersonId, ProgrammeId, PulseId, WaveId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import type { Concern } from '../domain/issue/concern';
import type { Issue } from '../domain/issue/issue';
import type { IssueWatch } from '../domain/issue/issue-watch';
import type { FollowedGroup } from '../domain/programme/follow-group';
import type { Person } from '../domain/programme/person';
import type { Programme } from '../domain/programme/programme';
import type { AnnouncedWave } from '../domain/pulse/announce-wave';
import type { AnswerSheet } from '../domain/pulse/answer';
import type { Pulse } from '../domain/pulse/pulse';
import type { Frame, Wave } from '../domain/pulse/wave';
import type { AttributedBallot, Review } from '../domain/review/review';
import type { ConfidenceScore } from '../domain/score/confidence-score';
import type { PreferredTime } from '../domain/timing/sending-policy';
import type { PersonAddress } from './ports/address';
import type { WrappedKey } from './ports/keys';
import type { Collection, StoredDocument } from './ports/store';

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

/** The content of each document type. */
export interface DocumentTypes {
  programme: Programme;
  person: Person;
  personName: PersonName;
  pulse: Pulse;
  wave: Wave;
  openings: Openings;
  stageFrame: StageFrame;
  campaign: Campaign;
  escalation: Escalation;
  decision: DecisionLogEntry;
  gate: Gate;
  review: Review;
  attributedBallot: AttributedBallot;
  workflowUse: WorkflowUse;
  issue: Issue;
  concern: Concern;
  desk: Desk;
  issueWatch: IssueWatch;
  absence: Absence;
  channel: ProgrammeChannel;
  release: ReleaseHeader;
  releasePart: ReleasePart;
  confidenceScore: ConfidenceScore;
  accessCode: AccessCode;
  answerSheet: AnswerSheet;
  usedCode: UsedCode;
  seal: Seal;
  tally: Tally;
  comment: Comment;
  delivery: Delivery;
  address: PersonAddress;
  allowance: Allowance;
  preferences: Preferences;
  membership: Membership;
  waveKey: WaveKeyRecord;
  directorySync: DirectorySync;
  lease: Lease;
}
export type DocumentType = keyof DocumentTypes;
export type DocumentOf<T extends DocumentType> = StoredDocument & DocumentTypes[T] & { readonly type: T };

interface Placement<T extends DocumentType> {
  readonly collection: Collection;
  readonly schemaVersion: number;
  readonly pk: (content: DocumentTypes[T]) => string;
  readonly id: (content: DocumentTypes[T]) => string;
}

const inProgramme = (content: { programmeId: string }) => content.programmeId;
const inWave = (content: { waveId: string }) => content.waveId;
/** The partition of a person's address, allowance and preferences. */
export const addressPk = (organisationId: OrganisationId, personId: PersonId) =>
  `${organisationId}:${personId}`;
const ofPerson = (content: { organisationId: OrganisationId; personId: PersonId }) =>
  addressPk(content.organisationId, content.personId);

/** Apart from the programme's other documents: who is concerned is read for one purpose only. */
export const concernsPk = (programmeId: ProgrammeId) => `concerns:${programmeId}`;
/** Shared by the programmes of an organisation. */
export const workflowPk = ({
  tenantId,
  organisationId,
  workflow,
}: Pick<WorkflowUse, 'tenantId' | 'organisationId' | 'workflow'>) =>
  `workflow:${tenantId}:${organisationId}:${workflow}`;
/** Apart from the programme's other documents, which are read for their lists. */
export const accessCodesPk = (programmeId: ProgrammeId) => `codes:${programmeId}`;
export const deskDocumentId = (personId: PersonId) => `desk:${personId}`;
export const openingsId = 'openings';
export const pulseDocumentId = (pulseId: PulseId) => `pulse:${pulseId}`;
export const directorySyncId = (group: string) => `directory:${group}`;
export const personDocumentId = (personId: PersonId) => `person:${personId}`;
export const personNameDocumentId = (personId: PersonId) => `name:${personId}`;
export const stageFrameDocumentId = (stage: string) => `frame:${stage}`;
export const releaseDocumentId = (waveId: WaveId) => `release:${waveId}`;
/** Without question and attempt: what the parts of a wave's releases begin with. */
export const releasePartIdOf = (waveId: WaveId, questionId = '', attempt = '') =>
  `releasePart:${waveId}:${questionId ? `${questionId}:${attempt}` : ''}`;
export const tallyIdOf = (attempt: string, questionId: string, atomId: AtomId) =>
  `tally:${questionId}:${atomId}:${attempt}`;
export const membershipPk = (personId: PersonId) => `person:${personId}`;
export const decisionDocumentId = (seq: number) => `decision:${String(seq).padStart(8, '0')}`;

export const placements: { readonly [T in DocumentType]: Placement<T> } = {
  // The content's own `id` is the document's: any other would overwrite it.
  programme: { collection: 'programmes', schemaVersion: 1, pk: (c) => c.id, id: (c) => c.id },
  person: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => personDocumentId(c.personId),
  },
  personName: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => personNameDocumentId(c.personId),
  },
  pulse: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => pulseDocumentId(c.pulseId),
  },
  wave: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: (c) => c.waveId },
  openings: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: () => openingsId },
  stageFrame: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => stageFrameDocumentId(c.stage),
  },
  campaign: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: (c) => c.campaignId },
  escalation: { collection: 'programmes', schemaVersion: 2, pk: inProgramme, id: (c) => c.escalationId },
  decision: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => decisionDocumentId(c.seq),
  },
  gate: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: (c) => c.gateId },
  review: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: (c) => c.reviewId },
  attributedBallot: {
    collection: 'responses',
    schemaVersion: 1,
    pk: (c) => c.reviewId,
    id: (c) => `${c.round}:${c.personId}`,
  },
  workflowUse: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: (c) => workflowPk(c),
    id: (c) => `workflow-use:${c.programmeId}`,
  },
  issue: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: (c) => c.issueId },
  concern: {
    collection: 'responses',
    schemaVersion: 1,
    pk: (c) => concernsPk(c.programmeId),
    id: (c) => c.concernKey,
  },
  desk: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => deskDocumentId(c.personId),
  },
  issueWatch: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: () => 'issue-watch' },
  absence: { collection: 'addresses', schemaVersion: 1, pk: ofPerson, id: () => 'absence' },
  channel: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: () => 'channel' },
  release: {
    collection: 'programmes',
    schemaVersion: 2,
    pk: inProgramme,
    id: (c) => releaseDocumentId(c.waveId),
  },
  releasePart: { collection: 'programmes', schemaVersion: 1, pk: inProgramme, id: (c) => c.partId },
  confidenceScore: { collection: 'programmes', schemaVersion: 2, pk: inProgramme, id: (c) => c.scoreId },
  accessCode: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: (c) => accessCodesPk(c.programmeId),
    id: (c) => c.codeKey,
  },
  usedCode: { collection: 'responses', schemaVersion: 1, pk: inWave, id: (c) => `used:${c.usedKey}` },
  answerSheet: { collection: 'responses', schemaVersion: 1, pk: inWave, id: (c) => c.answerKey },
  seal: { collection: 'responses', schemaVersion: 1, pk: inWave, id: () => 'seal' },
  tally: { collection: 'responses', schemaVersion: 1, pk: inWave, id: (c) => c.tallyId },
  comment: { collection: 'responses', schemaVersion: 1, pk: inWave, id: (c) => c.commentId },
  delivery: { collection: 'deliveries', schemaVersion: 1, pk: (c) => c.campaignId, id: (c) => c.deliveryId },
  address: { collection: 'addresses', schemaVersion: 1, pk: ofPerson, id: () => 'address' },
  allowance: { collection: 'addresses', schemaVersion: 1, pk: ofPerson, id: () => 'allowance' },
  preferences: { collection: 'addresses', schemaVersion: 1, pk: ofPerson, id: () => 'preferences' },
  membership: {
    collection: 'addresses',
    schemaVersion: 1,
    pk: (c) => membershipPk(c.personId),
    id: () => 'membership',
  },
  waveKey: { collection: 'system', schemaVersion: 1, pk: () => 'waveKey', id: (c) => c.waveId },
  directorySync: {
    collection: 'programmes',
    schemaVersion: 1,
    pk: inProgramme,
    id: (c) => directorySyncId(c.group),
  },
  lease: { collection: 'system', schemaVersion: 1, pk: () => 'lease', id: () => 'sender' },
};

/** Gives content its place: the same content always gets the same document. */
export function documentOf<T extends DocumentType>(type: T, content: DocumentTypes[T]): DocumentOf<T> {
  const placement = placements[type];
  return {
    ...content,
    id: placement.id(content),
    pk: placement.pk(content),
    type,
    schemaVersion: placement.schemaVersion,
  } as unknown as DocumentOf<T>;
}
