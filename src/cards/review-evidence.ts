/** The vote behind a decision on a design review, in words: the outcome, the released figures of every group, and votes
 * that were given with a name. */

import type { EntryOnReview, ReviewEvidence } from '../domain/decision/decision';
import type { WithheldLabel } from '../domain/disclosure/release';
import type { PersonId } from '../domain/ids';
import type { Catalogue } from '../text/catalogue';

/** As typed, for where nothing in it could be taken for Markdown. */
export function reviewEvidenceInWords(
  {
    outcome,
    evidence,
    ballots,
    options,
  }: Pick<EntryOnReview, 'outcome' | 'evidence' | 'ballots' | 'options'>,
  nameOf: (personId: PersonId) => string,
  text: Catalogue,
): readonly string[] {
  const { reviewDecisions } = text;
  const titleOf = (optionId: string | undefined) => options.find(({ id }) => id === optionId)?.title;
  return [
    reviewDecisions.outcome(outcome.kind),
    ...(outcome.groupsThatDiffer.length > 0 ? [reviewDecisions.differ(outcome.groupsThatDiffer)] : []),
    ...(outcome.groupsNotHeard.length > 0 ? [reviewDecisions.notHeard(outcome.groupsNotHeard)] : []),
    ...(outcome.openUnsafe > 0 ? [reviewDecisions.openUnsafe(outcome.openUnsafe)] : []),
    ...evidence.flatMap((table) => tableInWords(table, titleOf, text)),
    ...ballots.map(({ personId, groupName, optionId, works }) =>
      reviewDecisions.ballot(nameOf(personId), groupName, titleOf(optionId), works),
    ),
  ];
}

function tableInWords(
  { questionText, questionKind, favourableChoice, rows }: ReviewEvidence,
  titleOf: (optionId: string) => string | undefined,
  { results, reviewDecisions }: Catalogue,
): readonly string[] {
  // Where nothing is told, it is of the first option, whatever people chose.
  const isAnyShown = rows.some(({ figures: { label } }) => label === 'shown' || label === 'band');
  const favoured = isAnyShown && favourableChoice && titleOf(favourableChoice);
  const withheld = new Map<WithheldLabel, readonly string[]>();
  const shown = rows.flatMap(({ name, headcount, figures }) => {
    switch (figures.label) {
      case 'shown':
        return [
          `${name}: ${results.share(questionKind, figures.favourableShare)}, ${results.answers(figures.n, headcount)}.`,
        ];
      case 'band':
        return [
          `${name}: ${results.band(questionKind, figures.band)}, ${results.answers(figures.n, headcount)}.`,
        ];
      default:
        withheld.set(figures.label, [...(withheld.get(figures.label) ?? []), name]);
        return [];
    }
  });
  return [
    questionText,
    ...(favoured ? [reviewDecisions.favouring(favoured)] : []),
    ...shown,
    ...Array.from(withheld, ([label, names]) => `${names.join('; ')}: ${results.withheld[label]}.`),
  ];
}
