/** Where each kind of document lives: its collection, partition, id and schema version, written once. */

import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { DecisionLogEntry } from '../domain/decision/decision';
import type { Desk } from '../domain/desk/desk';
import type { Escalation } from '../domain/escalation/escalation';
import type { Gate } from '../domain/gate/gate';
import type { AtomId, OrganisationId, PersonId, ProgrammeId, PulseId, WaveId } from '../domain/ids';
import type { Concern } from '../domain/issue/concern';
import type { Issue } from '../domain/issue/issue';
import type { IssueWatch } from '../domain/issue/issue-watch';
import type { Person } from '../domain/programme/person';
import type { Programme } from '../domain/programme/programme';
import type { AnswerSheet } from '../domain/pulse/answer';
import type { Pulse } from '../domain/pulse/pulse';
import type { Wave } from '../domain/pulse/wave';
import type { AttributedBallot, Review } from '../domain/review/review';
import type { ConfidenceScore } from '../domain/score/confidence-score';
import type {
  Absence,
  AccessCode,
  Allowance,
  Comment,
  DirectorySync,
  Lease,
  Membership,
  Openings,
  PersonName,
  Preferences,
  ProgrammeChannel,
  ReleaseHeader,
  ReleasePart,
  Seal,
  StageFrame,
  Tally,
  UsedCode,
  WaveKeyRecord,
  WorkflowUse,
} from './document-contents';
import type { PersonAddress } from './ports/address';
import type { Collection, StoredDocument } from './ports/store';

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
