/** Puts one group's released figures into words. */

import type { GroupRow, ReleaseTable, ShownFigures } from '../domain/disclosure/release';
import type { Question, QuestionKind } from '../domain/pulse/question';
import { isDontKnowYetHigh } from '../domain/score/dont-know-yet';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

type ResultsText = Catalogue['results'];

/** “62 in 100 are confident”, the band, or why nothing is shown. */
export function shareInWords({ figures }: GroupRow, kind: QuestionKind, results: ResultsText): string {
  switch (figures.label) {
    case 'shown':
      return results.share(kind, figures.favourableShare);
    case 'band':
      return results.band(kind, figures.band);
    default:
      return results.withheld[figures.label];
  }
}

/** “Likely between 58 and 66 in 100 · 2,031 of 5,077 gave a view”; undefined where nothing is shown. */
export function certaintyInWords({ figures, headcount }: GroupRow, results: ResultsText): string | undefined {
  switch (figures.label) {
    case 'shown':
      return `${results.interval(figures.interval)} · ${results.answers(figures.n, headcount)}`;
    case 'band':
      return results.answers(figures.n, headcount);
    default:
      return undefined;
  }
}

/** Response, net agreement, mean and the two outside answers, as far as they may be shown. */
export function moreInWords(row: GroupRow, results: ResultsText): readonly (string | undefined)[] {
  const { figures, responsePercent } = row;
  const response = responsePercent === undefined ? undefined : results.response(responsePercent);
  if (figures.label !== 'shown' && figures.label !== 'band') return [response];
  const { outside } = figures;
  return [
    response,
    figures.label === 'shown' ? measuresInWords(figures, results) : undefined,
    outside?.kind === 'each' ? results.outsideEach(outside.dontKnowYet, outside.notMyArea) : undefined,
    outside?.kind === 'together' ? results.outsideTogether(outside.dontKnowYetOrNotMyArea) : undefined,
    isDontKnowYetHigh(figures) ? results.dontKnowYetHigh : undefined,
  ];
}

function measuresInWords({ netAgreement, mean }: ShownFigures, results: ResultsText): string | undefined {
  const measures = [
    netAgreement === undefined ? undefined : results.netAgreement(netAgreement),
    mean === undefined ? undefined : results.mean(mean),
  ].filter((part) => part !== undefined);
  return measures.length > 0 ? measures.join(' · ') : undefined;
}

/** A row of a list of many groups: the share, then the group with the rest. */
export function figureInShort(row: GroupRow, results: ResultsText): { title: string; value: string } {
  const { figures, headcount, isBelowFloor } = row;
  const name = plainText(row.name);
  switch (figures.label) {
    case 'shown':
      return {
        title: results.shareInShort(figures.favourableShare, isBelowFloor),
        value: results.groupShown(name, figures.interval, figures.n, headcount),
      };
    case 'band':
      return {
        title: results.bandInShort(figures.band, isBelowFloor),
        value: results.groupInBand(name, figures.n, headcount),
      };
    default:
      return {
        title: results.withheldInShort,
        value: results.groupWithheld(name, figures.label, headcount),
      };
  }
}

/** What the whole audience chose, most often chosen first; nothing where the words of the choices are not known. */
export function choicesInWords(
  { choices, questionId }: ReleaseTable,
  questions: readonly Question[],
  results: ResultsText,
): readonly string[] {
  if (!choices) return [];
  if (!('distribution' in choices)) return [results.withheldTotal[choices.label]];
  const question = questions.find(({ id }) => id === questionId);
  if (question?.kind !== 'choice') return [];
  return [...choices.distribution]
    .sort((a, b) => b.count - a.count)
    .map(({ label, count }) => {
      const choice = question.choices.find(({ id }) => id === label)?.text;
      return results.choice(choice === undefined ? results.otherChoice : plainText(choice), count, choices.n);
    });
}
