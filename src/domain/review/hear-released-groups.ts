/** Reads a round's release: what each of its groups says, and nothing that the release does not tell. */

import { bandShares } from '../disclosure/band';
import type { BandFigures, Figures, GroupRow, Release, ShownFigures } from '../disclosure/release';
import { asItIsShare, type GroupPolicy, type GroupSays, isShareOf } from './group-says';
import { ballotQuestionIds } from './review-questions';

export interface ReleasedVote {
  /** The option that most votes of all are for, where the release says so. */
  readonly leadingOptionId?: string;
  /** The option that the groups' figures are for. */
  readonly favouredOptionId?: string;
  readonly groups: readonly (GroupSays & Pick<GroupRow, 'headcount'>)[];
}

/** One for each atom. Of a band the end that speaks against agreement is taken. Where the release merges the few who ask
 * for changes with those for whom it does not work, there may be one of them: that one is taken to ask for changes. */
export function hearReleasedGroups({ tables }: Pick<Release, 'tables'>, policy: GroupPolicy): ReleasedVote {
  const [option, works] = [ballotQuestionIds.option, ballotQuestionIds.works].map((id) =>
    tables.find(({ questionId }) => questionId === id),
  );
  const groups = (option?.rows ?? [])
    .filter(({ kind }) => kind === 'atom')
    .map((row) => {
      const { groupId, name, headcount } = row;
      const beside = works?.rows.find((other) => other.groupId === groupId);
      const [votes, view] = [toldOf(row), toldOf(beside)];
      return {
        ...{ groupId, name, headcount },
        isAffected: !row.isNotAffected && !beside?.isNotAffected,
        isHeard: votes !== undefined && view !== undefined && isQuorum(votes.n, headcount, policy),
        isBehindIt: votes !== undefined && isAtLeast(votes, policy.agreedShare),
        canWork: view !== undefined && canWork(view, policy.agreedShare),
        worksAsItIs: view !== undefined && isAtLeast(view, asItIsShare),
      };
    });
  return {
    groups,
    ...(option?.leadingChoice ? { leadingOptionId: option.leadingChoice } : {}),
    ...(option?.favourableChoice ? { favouredOptionId: option.favourableChoice } : {}),
  };
}

type ToldFigures = ShownFigures | BandFigures;

function toldOf(row: Pick<GroupRow, 'figures'> | undefined): ToldFigures | undefined {
  const figures: Figures | undefined = row?.figures;
  return figures?.label === 'shown' || figures?.label === 'band' ? figures : undefined;
}

function isQuorum(n: number, headcount: number, { quorumShare, quorumMinimum }: GroupPolicy): boolean {
  return n >= quorumMinimum && isShareOf(n, headcount, quorumShare);
}

function isAtLeast(figures: ToldFigures, share: number): boolean {
  return figures.label === 'band'
    ? isShareOf(bandShares[figures.band].lowest, 1, share)
    : isShareOf(figures.favourable, figures.n, share);
}

function canWork(figures: ToldFigures, share: number): boolean {
  if (figures.label === 'band') {
    const against = bandShares[figures.unfavourableBand ?? 'atLeast80'].highest;
    return isShareOf(Math.max(bandShares[figures.band].lowest, 1 - against), 1, share);
  }
  const { n, favourable, distribution } = figures;
  const withChanges = distribution?.find(({ label }) => label === 'neutral')?.count ?? 1;
  return isShareOf(Math.min(n, favourable + withChanges), n, share);
}
