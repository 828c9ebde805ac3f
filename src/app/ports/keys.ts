/** Everything that needs the service key. Key material never leaves this port. */

import type { Sitting } from '../../domain/assist/sitting';
import type { CardCopy } from '../../domain/campaign/campaign';
import type { IssueId, OrganisationId, PersonId, ProgrammeId, WaveId } from '../../domain/ids';
import type { SealedRecipient } from '../../domain/issue/concern';
import type { ConcernKey } from '../../domain/issue/issue';

/** A wave's random key, wrapped by the service key: safe to store. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: string;
}

/** A wave's key, in memory only. */
export interface WaveKey {
  /** HMAC-SHA-256 of the person under the wave key, base64url: the id of their answer sheet. */
  answerKeyOf(personId: PersonId): string;
  /** HMAC of the person and their words: the id of a comment, so that a repeated delivery adds nothing. */
  commentKeyOf(personId: PersonId, text: string): string;
  /** HMAC of a code's key: the mark that it has been used in this wave. Without the wave key it names no code. */
  usedCodeKeyOf(codeKey: string): string;
  /** Sealed anew each time under the wave key, for this champion alone: once the wave is closed nobody opens it. */
  sealSitting(champion: PersonId, sitting: Sitting): string;
  /** Undefined for what is damaged, another champion's, or of another wave. */
  openSitting(champion: PersonId, sealed: string): Sitting | undefined;
  /** Sealed anew each time for this person alone, and always of one length: none, one and two look alike. What is too long to be
   * sealed is left out, the oldest first. */
  sealCopies(personId: PersonId, copies: readonly CardCopy[]): string;
  /** Empty for what is damaged, another person's, or of another wave. */
  openCopies(personId: PersonId, sealed: string): readonly CardCopy[];
  /** HMAC of a comment's id: its id once the wave is closed. Without the wave key neither leads to the other. */
  unlinkedKeyOf(commentKey: string): string;
}

/** Somebody who is to hear of what they raised. */
export interface Recipient {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
}

export interface Keys {
  /** The id of a person, the same in every programme: SHA-256 of tenant and directory id. */
  personIdOf(tenantId: string, aadObjectId: string): PersonId;
  /** A new random wave key, wrapped. */
  newWaveKey(waveId: WaveId): WrappedKey;
  /** @throws Error naming the key id when the service key is another one. */
  unwrapWaveKey(waveId: WaveId, wrapped: WrappedKey): WaveKey;
  /** The id of the issue that this person raises with this card: a repeated delivery gives the same one, and nobody without
   * the service key can tell either of them from it. */
  issueIdOf(personId: PersonId, draftId: string): IssueId;
  /** HMAC of issue and person, base64url: different for every issue. */
  concernKeyOf(issueId: IssueId, personId: PersonId): ConcernKey;
  /** Sealed anew each time: two seals of one person never look alike, nor does their length differ. */
  sealRecipient(issueId: IssueId, recipient: Recipient): SealedRecipient;
  /** @throws Error naming the key ids when the service key is another one; Error when it belongs to another issue. */
  openRecipient(issueId: IssueId, sealed: SealedRecipient): Recipient;
  /** HMAC-SHA-256 of a one-time code under a key used for nothing else, base64url: all that is kept of it. */
  codeKeyOf(programmeId: ProgrammeId, code: string): string;
  /** HMAC of a decision-log entry under the service key. */
  chainMac(content: string): { readonly mac: string; readonly keyId: string };
  /** HMAC-SHA-256 of what a chart's address says, under a key used for nothing else; base64url. */
  chartMac(content: string): string;
  /** Whether this is that HMAC, to the letter; takes as long whatever is wrong. */
  isChartMac(content: string, mac: string): boolean;
}
