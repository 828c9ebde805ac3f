/** Who saw it differently, in the form in which it may be told: kept with the decision for as long as that is. */

import type { Figures } from '../disclosure/release';
import { type ConcludedReview, differs, hearVote, type Vote } from './conclude-review';
import { ballotsOfRound } from './hear-named-groups';
import type { AttributedBallot } from './review';
import { ballotQuestionIds } from './review-questions';

export interface Dissent {
  readonly groupName: string;
  /** It would rather have another option. */
  readonly prefersAnother: boolean;
  /** It does not work there for more than may stand aside. */
  readonly doesNotWork: boolean;
  /** As released: the share for the option that leads, and the share for whom it works. Absent of votes by name. */
  readonly option?: Figures;
  readonly works?: Figures;
  /** What was said by name. */
  readonly votes: readonly Pick<AttributedBallot, 'personId' | 'optionId' | 'works'>[];
}

/** One for each group of the outcome that differs, in its order: released figures and named votes, nothing besides. */
export function dissentOf(review: ConcludedReview, vote: Vote): readonly Dissent[] {
  const tables = vote.voting === 'confidential' ? vote.release.tables : [];
  const asked = vote.voting === 'attributed' ? vote.panel : review.representatives;
  const ballots = ballotsOfRound(vote.ballots, review.rounds.at(-1)?.number ?? 1);
  return hearVote(review, vote)
    .groups.filter(differs)
    .map(({ name, groupId, isBehindIt, canWork }) => {
      const [option, works] = [ballotQuestionIds.option, ballotQuestionIds.works].map((id) =>
        groupId === undefined
          ? undefined
          : tables.find(({ questionId }) => questionId === id)?.rows.find((row) => row.groupId === groupId)
              ?.figures,
      );
      const members = asked.filter(({ groupName }) => groupName === name).map((one) => one.personId);
      const votes = groupId === undefined ? ballots.filter(({ personId }) => members.includes(personId)) : [];
      return {
        groupName: name,
        prefersAnother: !isBehindIt,
        doesNotWork: !canWork,
        ...(option ? { option } : {}),
        ...(works ? { works } : {}),
        votes: votes.map(({ personId, optionId, works: view }) => ({
          personId,
          ...(optionId === undefined ? {} : { optionId }),
          ...(view === undefined ? {} : { works: view }),
        })),
      };
    });
}
