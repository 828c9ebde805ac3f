/** What it takes to agree, where a programme's file says nothing. */

import type { Programme } from '../programme/programme';
import type { ReviewPolicy } from './review-terms';

/** The agreed share lies between these (0 to 1): above half, so that a tie is never agreed; at most the edge of the highest
 * band, so that a group of whom only "at least 80 in 100" may be told can agree. */
export const agreedShareLimits = { above: 0.5, atMost: 0.8 } as const;

const usual = { agreedShare: 0.7, quorumShare: 0.3, quorumMinimum: 0, workaroundShare: 0.3 } as const;

/** `quorumMinimum` is never less than k: fewer votes may not be shown. */
export function reviewPolicyOf({
  reviewPolicy = usual,
  minimumGroupSize,
}: Pick<Programme, 'reviewPolicy' | 'minimumGroupSize'>): ReviewPolicy {
  return { ...reviewPolicy, quorumMinimum: Math.max(minimumGroupSize, reviewPolicy.quorumMinimum) };
}
