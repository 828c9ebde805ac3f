/** One person's part in one issue: who they are is sealed under the service key, and erased when the issue is over. */

import type { IssueId, ProgrammeId } from '../ids';
import type { ConcernKey } from './issue';

/** AES-256-GCM under the service key, padded to one length, with the issue's id as associated data. */
export interface SealedRecipient {
  readonly keyId: string;
  readonly sealed: string;
}

export interface Concern {
  readonly concernKey: ConcernKey;
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  readonly part: 'raiser' | 'supporter';
  readonly recipient: SealedRecipient;
  /** The number of the last message of the issue that this person was dealt with for, sent or not. */
  readonly told: number;
  /** Their answer to "did it help?" on the answer of that number. */
  readonly helped?: { readonly answer: number; readonly verdict: 'yes' | 'no' };
}
