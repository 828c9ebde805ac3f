/** Reads votes that have a name to them: an expert panel's, or those of who speaks for a group too small to be shown. */

import type { PersonId } from '../ids';
import { asItIsShare, type GroupPolicy, type GroupSays, isShareOf } from './group-says';
import type { AttributedBallot } from './review';

/** Somebody who was asked by name. */
export interface AskedByName {
  readonly personId: PersonId;
  readonly groupName: string;
}

/** One for each group that anybody was asked for. A group is heard when one of those asked, and the quorum's share of
 * them, said which option and whether it works; "not my area" is a vote beside the denominator. */
export function hearNamedGroups(
  ballots: readonly AttributedBallot[],
  asked: readonly AskedByName[],
  reference: string | undefined,
  { agreedShare, quorumShare }: GroupPolicy,
): readonly GroupSays[] {
  const names = [...new Set(asked.map(({ groupName }) => groupName))];
  return names.map((name) => {
    const members = new Set(asked.filter(({ groupName }) => groupName === name).map((one) => one.personId));
    const voted = ballots.filter((ballot) => members.has(ballot.personId) && isComplete(ballot));
    const taking = voted.filter(({ works }) => works !== 'notMyArea');
    const has = (of: (ballot: AttributedBallot) => boolean, share: number) =>
      taking.length > 0 && isShareOf(taking.filter(of).length, taking.length, share);
    return {
      name,
      isAffected: voted.length === 0 || taking.length * 5 > voted.length,
      isHeard: taking.length > 0 && isShareOf(voted.length, members.size, quorumShare),
      isBehindIt: has(({ optionId }) => reference !== undefined && optionId === reference, agreedShare),
      canWork: has(({ works }) => works !== 'doesNotWork', agreedShare),
      worksAsItIs: has(({ works }) => works === 'works', asItIsShare),
    };
  });
}

/** The option with more votes than any other; undefined for a tie, and where nobody voted. */
export function leadingOf(ballots: readonly AttributedBallot[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { optionId, works } of ballots) {
    if (optionId === undefined || works === 'notMyArea') continue;
    votes.set(optionId, (votes.get(optionId) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** Of each person the ballot of that round that was changed last. */
export function ballotsOfRound(
  ballots: readonly AttributedBallot[],
  round: number,
): readonly AttributedBallot[] {
  const latest = new Map<PersonId, AttributedBallot>();
  for (const ballot of ballots.filter((one) => one.round === round)) {
    const known = latest.get(ballot.personId);
    if (!known || known.revision < ballot.revision) latest.set(ballot.personId, ballot);
  }
  return [...latest.values()];
}

function isComplete({ optionId, works }: AttributedBallot): boolean {
  return works === 'notMyArea' || (works !== undefined && optionId !== undefined);
}
