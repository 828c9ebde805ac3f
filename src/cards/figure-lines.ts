/** Puts one group's released figures into words. */

import type { GroupRow, ReleaseTable } from '../domain/disclosure/release';
import type { QuestionKind } from '../domain/pulse/question';
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
  if (figures.label !== 'shown') return [response];
  const { netAgreement, mean, outside } = figures;
  const measures = [
    netAgreement === undefined ? undefined : results.netAgreement(netAgreement),
    mean === undefined ? undefined : results.mean(mean),
  ].filter((part) => part !== undefined);
  return [
    response,
    measures.length > 0 ? measures.join(' · ') : undefined,
    outside?.kind === 'each' ? results.outsideEach(outside.dontKnowYet, outside.notMyArea) : undefined,
    outside?.kind === 'together' ? results.outsideTogether(outside.dontKnowYetOrNotMyArea) : undefined,
  ];
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

/** Words alone have no figures. */
export function tablesWithFigures(tables: readonly ReleaseTable[]): readonly ReleaseTable[] {
  return tables.filter(({ questionKind }) => questionKind !== 'text');
}
