/** What of a wave has a wording, and a wording that was put right. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';

/** What has a wording. */
export type WordedPart =
  | { readonly part: 'title' }
  | { readonly part: 'question'; readonly questionId: string }
  | { readonly part: 'choice'; readonly questionId: string; readonly choiceId: string };

export type NewWording = WordedPart & { readonly text: string };

/** One wording that was put right, for whoever reads the result. */
export type WaveCorrection = WordedPart & {
  readonly before: string;
  readonly after: string;
  readonly correctedBy: PersonId | 'command';
  readonly correctedAt: Instant;
};
