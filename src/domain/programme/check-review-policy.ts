/** What it takes to agree on a design review has to be something that a release can tell. */

import { agreedShareLimits } from '../review/review-policy';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export function checkReviewPolicy({ reviewPolicy }: ProgrammeDraft): ProgrammeProblem[] {
  if (!reviewPolicy) return [];
  const { above, atMost } = agreedShareLimits;
  const { agreedShare, quorumShare, workaroundShare } = reviewPolicy;
  const problems: ProgrammeProblem[] = [];
  if (!(agreedShare > above && agreedShare <= atMost)) {
    problems.push({
      path: ['reviewPolicy', 'agreedShare'],
      message: `the agreed share is above ${above} and at most ${atMost}, not ${agreedShare}`,
      remedy: `Half agrees on nothing, and of a group of one mind no more than "at least ${100 * atMost} in 100" is shown; 0.7 is usual.`,
    });
  }
  for (const [name, share] of Object.entries({ quorumShare, workaroundShare })) {
    if (share >= 0 && share <= 1) continue;
    problems.push({
      path: ['reviewPolicy', name],
      message: `${name} is a share from 0 to 1, not ${share}`,
      remedy: 'Write 30 % as 0.3.',
    });
  }
  return problems;
}
