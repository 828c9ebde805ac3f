/** What came of a round of a design review: outcome, released figures of each group, votes by name, and dissent. */

import type { LoggedBallot, ReviewEvidence } from '../domain/decision/decision';
import type { PersonId } from '../domain/ids';
import type { Dissent } from '../domain/review/dissent';
import type { Review, ReviewDecision, ReviewOutcome } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { reviewEvidenceInWords } from './review-evidence';
import { type Part, part } from './review-parts';

export interface VoteView {
  readonly outcome: ReviewOutcome;
  readonly evidence: readonly ReviewEvidence[];
  readonly ballots: readonly LoggedBallot[];
  readonly dissent: readonly Pick<Dissent, 'groupName' | 'prefersAnother' | 'doesNotWork'>[];
}

export interface NamedVoter {
  readonly personId: PersonId;
  readonly name: string;
}

/** More rows than this do not fit on a phone; the export has all. */
const mostLines = 40;

export function voteParts(
  { options }: Pick<Review, 'options'>,
  {
    vote,
    names,
    openUnsafe,
  }: { readonly vote?: VoteView; readonly names: readonly NamedVoter[]; readonly openUnsafe: number },
  text: Catalogue,
): Part[] {
  const { reviews } = text;
  if (!vote) return [];
  const nameOf = (personId: PersonId) => names.find((one) => one.personId === personId)?.name ?? '';
  const leading = options.find(({ id }) => id === vote.outcome.leadingOptionId)?.title;
  const said = reviewEvidenceInWords({ ...vote, options }, nameOf, text).map(plainText);
  return [
    ...part(reviews.outcome, [
      leading ? reviews.leading(plainText(leading)) : undefined,
      ...said.slice(0, mostLines),
      reviews.unsafeNow(openUnsafe),
    ]),
    ...part(
      reviews.dissentTitle,
      vote.dissent.map(({ groupName, prefersAnother, doesNotWork }) =>
        reviews.dissent(plainText(groupName), prefersAnother, doesNotWork),
      ),
    ),
  ];
}

export function decisionPart(review: Review, decision: ReviewDecision, text: Catalogue): Part[] {
  const { reviews, roles } = text;
  const option = review.options.find(({ id }) => id === decision.optionId)?.title;
  const made = reviews.decided(decision.kind, option && plainText(option));
  return part(reviews.decision, [
    decision.isAgainstTheVote ? `${made}, ${reviews.againstTheVote}` : made,
    plainText(decision.rationale),
    reviews.by(plainText(decision.decidedByName), roles[decision.role], decision.decidedAt),
    decision.logged ? reviews.logged(decision.logged.seq, decision.logged.head) : reviews.notLogged,
  ]);
}
