/** What came of a round: whether those who will live with it agree, every group of them by itself. */

import type { Release } from '../disclosure/release';
import type { Instant } from '../instant';
import type { GroupSays } from './group-says';
import { type AskedByName, ballotsOfRound, hearNamedGroups, leadingOf } from './hear-named-groups';
import { hearReleasedGroups, type ReleasedVote } from './hear-released-groups';
import type { AttributedBallot, Review, ReviewOutcome } from './review';

export type Vote =
  /** `ballots`: of the representatives of groups too small to be shown. */
  | {
      readonly voting: 'confidential';
      readonly release: Release;
      readonly ballots: readonly AttributedBallot[];
    }
  | {
      readonly voting: 'attributed';
      readonly ballots: readonly AttributedBallot[];
      /** Everybody on the panel, with the group they sit there for. */
      readonly panel: readonly AskedByName[];
    };

export type ConcludedReview = Pick<Review, 'policy' | 'representatives' | 'rounds'>;

export interface HeardVote {
  /** Absent where no option leads, or it may not be told. */
  readonly leadingOptionId?: string;
  readonly groups: readonly GroupSays[];
}

/** `notRepresentative` while any affected group is not heard, or none is affected; else `contested` where a group differs,
 * an "unsafe" is open or no option leads; else `agreed` where for at least 80 in 100 of every group it works as it is, and
 * `agreedWithChanges` where it does not. So an outcome can only get better with more support, in this order:
 * `notRepresentative`, `contested`, `agreedWithChanges`, `agreed`.
 * @param openUnsafe how many "unsafe" the clinical safety officer has not closed. */
export function concludeReview(
  review: ConcludedReview,
  vote: Vote,
  openUnsafe: number,
  now: Instant,
): ReviewOutcome {
  const { leadingOptionId, groups } = hearVote(review, vote);
  const affected = groups.filter(({ isAffected }) => isAffected);
  const notHeard = affected.filter(({ isHeard }) => !isHeard);
  const differ = affected.filter(differs);
  const notAffected = groups.filter(({ isAffected }) => !isAffected);
  const isContested = differ.length > 0 || openUnsafe > 0 || leadingOptionId === undefined;
  const agreed = affected.every(({ worksAsItIs }) => worksAsItIs) ? 'agreed' : 'agreedWithChanges';
  const isUnheard = affected.length === 0 || notHeard.length > 0;
  return {
    kind: isUnheard ? 'notRepresentative' : isContested ? 'contested' : agreed,
    ...(leadingOptionId === undefined ? {} : { leadingOptionId }),
    groupsThatDiffer: differ.map(({ name }) => name),
    groupsNotHeard: notHeard.map(({ name }) => name),
    ...(notAffected.length > 0 ? { groupsNotAffected: notAffected.map(({ name }) => name) } : {}),
    openUnsafe,
    reachedAt: now,
  };
}

/** Heard, affected, and not with the others. */
export function differs({ isAffected, isHeard, isBehindIt, canWork }: GroupSays): boolean {
  return isAffected && isHeard && !(isBehindIt && canWork);
}

/** Whether an outcome goes up by itself: somebody differs, or says that it is unsafe, however many were heard. */
export function isToEscalate({ kind, groupsThatDiffer, openUnsafe }: ReviewOutcome): boolean {
  return kind === 'contested' || groupsThatDiffer.length > 0 || openUnsafe > 0;
}

/** Every reporting group: the atoms of the release, and whoever speaks by name for a group of its own or for one of fewer
 * than 2k people. Nobody stands in for a larger group that did not answer. Where no group has 2k people, the option that
 * leads is the one with most votes by name. */
export function hearVote({ policy, representatives, rounds }: ConcludedReview, vote: Vote): HeardVote {
  const ballots = ballotsOfRound(vote.ballots, rounds.at(-1)?.number ?? 1);
  if (vote.voting === 'attributed') {
    const leadingOptionId = leadingOf(ballots);
    const groups = hearNamedGroups(ballots, vote.panel, leadingOptionId, policy);
    return { groups, ...(leadingOptionId === undefined ? {} : { leadingOptionId }) };
  }
  const released: ReleasedVote = hearReleasedGroups(vote.release, policy);
  const least = 2 * vote.release.minimumGroupSize;
  const isAnyShowable = released.groups.some(({ headcount }) => headcount >= least);
  const spoken = isAnyShowable ? undefined : leadingOf(ballots);
  const leadingOptionId = released.leadingOptionId ?? spoken;
  const reference = spoken ?? released.favouredOptionId;
  const largeEnough = new Set(
    released.groups.filter(({ headcount }) => headcount >= least).map(({ name }) => name),
  );
  const speaking = representatives.filter(({ groupName }) => !largeEnough.has(groupName));
  const named = hearNamedGroups(ballots, speaking, reference, policy);
  const byName = new Set(named.map(({ name }) => name));
  return {
    groups: [...released.groups.filter(({ name }) => !byName.has(name)), ...named],
    ...(leadingOptionId === undefined ? {} : { leadingOptionId }),
  };
}
