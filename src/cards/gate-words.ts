/** Puts one criterion of a gate into words: what it is, its verdict, the reason, and what would change it. */

import type { Gate } from '../domain/gate/gate';
import type { CriterionResult, Reason, ReleasedFigures, WhatWouldChange } from '../domain/gate/verdict';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

/** Where names and words that the result only points to are found. */
export type GateSource = Pick<Gate, 'statements' | 'terms' | 'changes'>;

export function criterionTitle(
  { kind, groupName, what }: Pick<CriterionResult, 'kind' | 'groupName' | 'what'>,
  gates: Catalogue['gates'],
): string {
  const isOfGroup = ['confidence', 'response', 'training', 'accessTested'].includes(kind);
  const about = what ?? groupName ?? (isOfGroup ? gates.everyone : undefined);
  return gates.criterion(kind, about === undefined ? undefined : plainText(about));
}

export function verdictInWords({ verdict, assuredBy }: CriterionResult, gates: Catalogue['gates']): string {
  return assuredBy === undefined ? gates.verdicts[verdict] : gates.metByAssurance;
}

export function reasonInWords(
  result: CriterionResult,
  source: GateSource,
  text: Catalogue,
): readonly string[] {
  const { reason, floor = 0, assuredBy } = result;
  const lines = linesOf(reason, floor, result, source, text);
  return assuredBy === undefined ? lines : [...lines, ...assuranceInWords(assuredBy, source, text)];
}

function linesOf(
  reason: Reason,
  floor: number,
  { criterionId }: CriterionResult,
  source: GateSource,
  text: Catalogue,
): readonly string[] {
  const { gates } = text;
  switch (reason.kind) {
    case 'released':
      return releasedInWords(reason.figures, floor, text);
    case 'dontKnowYet':
      return [gates.dontKnowYet(reason.share), ...releasedInWords(reason.figures, floor, text)];
    case 'response':
      return [
        gates.response(reason.percent, floor),
        gates.inWave(plainText(reason.waveTitle), reason.releasedAt),
      ];
    case 'noRelease':
      return [gates.noRelease];
    case 'tooFewAnswers':
      return [gates.tooFewAnswers(reason.minimum, plainText(reason.waveTitle))];
    case 'heldBack':
      return [gates.heldBack(plainText(reason.waveTitle))];
    case 'merged':
      return [gates.merged(plainText(reason.waveTitle))];
    case 'partlyAsked':
      return [gates.partlyAsked(plainText(reason.waveTitle))];
    case 'training':
      return [
        gates.training(reason.all, floor),
        reason.firstFortnight
          ? gates.trainingFortnight(reason.firstFortnight, floor)
          : gates.fortnightNotShown,
      ];
    case 'accessTested':
      return [gates.accessTested(reason.all, floor)];
    case 'fewPeople':
      return [gates.fewPeople[reason.who](reason.minimum)];
    case 'missingColumn':
      return [gates.missingColumn(reason.column)];
    case 'stated':
      return statementInWords(reason.statementId, source, text);
    case 'notStated':
      return [gates.notStated(ownerOf(criterionId, source), reason.dueOn, reason.isOverdue)];
    case 'openBlockers':
      return [gates.openBlockers(reason)];
    case 'reviews':
      return gates.reviews({
        ...reason,
        unsettled: reason.unsettled.map(({ title, standing }) => ({ title: plainText(title), standing })),
        unheard: reason.unheard.map(plainText),
      });
  }
}

function releasedInWords(figures: ReleasedFigures, floor: number, { gates, results }: Catalogue): string[] {
  const { questionKind, favourableShare, interval, band, n, headcount, waveTitle, releasedAt } = figures;
  const from = gates.from(results.answers(n, headcount), plainText(waveTitle), releasedAt);
  if (favourableShare !== undefined && interval) {
    return [gates.shareReleased(results.share(questionKind, favourableShare), interval, floor), from];
  }
  return band ? [gates.bandReleased(results.band(questionKind, band), floor), from] : [from];
}

function statementInWords(statementId: string, { statements }: GateSource, { gates, roles }: Catalogue) {
  const statement = statements.find((one) => one.statementId === statementId);
  if (!statement) return [];
  const { statedByName, role, statedAt, words } = statement;
  return [gates.stated(plainText(statedByName), roles[role], statedAt), plainText(words)];
}

function assuranceInWords(statementId: string, { statements }: GateSource, { gates, roles }: Catalogue) {
  const assurance = statements.find((one) => one.statementId === statementId);
  if (assurance?.kind !== 'assurance') return [];
  const { givenBy, seenOn, words, statedByName, role } = assurance;
  return [
    gates.assurance(plainText(givenBy), seenOn),
    plainText(words),
    gates.recordedBy(plainText(statedByName), roles[role]),
  ];
}

function ownerOf(criterionId: string, { terms, changes }: GateSource): string | undefined {
  const criteria = [...changes.map((change) => change.terms), terms].flatMap((one) => one.criteria);
  const criterion = criteria.find(({ id }) => id === criterionId);
  return criterion?.kind === 'evidence' ? plainText(criterion.owner) : undefined;
}

export function changeInWords(
  change: WhatWouldChange | undefined,
  { change: words }: Catalogue['gates'],
): readonly string[] {
  switch (change?.kind) {
    case undefined:
      return [];
    case 'favourable': {
      const { needed, of, now, viewsAtThisShare } = change;
      const line = words.favourable(needed, of, now);
      return viewsAtThisShare === undefined ? [line] : [line, words.viewsAtThisShare(viewsAtThisShare)];
    }
    case 'views':
      return [words.views(change.needed, change.now)];
    case 'dontKnowYet':
      return [words.dontKnowYet(change.most)];
    case 'response':
      return [words.response(change.percent)];
    case 'people':
      return [words.people(change.all, change.firstFortnight)];
    case 'answers':
      return [words.answers(change.minimum)];
    case 'column':
      return [words.column(change.column)];
    case 'statement':
      return [words[change.by]];
    case 'closed':
      return [words.closed(change)];
    case 'reviews':
      return [words.reviews(change.needed)];
    case 'aResult':
    case 'wholeGroup':
    case 'assurance':
    case 'notYetPossible':
      return [words[change.kind]];
  }
}
