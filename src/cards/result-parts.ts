/** The parts of the lead's result card: what is below the floor, who has not been heard, every group, each question. */

import type { GroupKind, GroupRow, Release, ReleaseTable } from '../domain/disclosure/release';
import { groupsBelowFloor, notHeard } from '../domain/disclosure/wave-findings';
import type { Question } from '../domain/pulse/question';
import { leastConfident, leastConfidentFirst } from '../domain/score/least-confident';
import { finitePopulationInterval } from '../domain/score/wilson';
import type { Catalogue } from '../text/catalogue';
import { certaintyInWords, choicesInWords, figureInShort, moreInWords, shareInWords } from './figure-lines';
import { plainText } from './plain-text';
import { heldBack, lowestResponse, totalRow } from './released-groups';
import { asLines } from './subject';

type ResultsText = Catalogue['results'];

/** More than these are counted: the whole list is one tap away. */
const groupsNamed = 8;

function firstOf<T>(items: readonly T[], results: ResultsText) {
  const more = items.length - groupsNamed;
  return { shown: items.slice(0, groupsNamed), more: asLines([more > 0 ? results.more(more) : undefined]) };
}

const namesOf = (rows: readonly GroupRow[]) => rows.map(({ name }) => plainText(name));
const asFacts = (rows: readonly GroupRow[], results: ResultsText) =>
  rows.map((row) => figureInShort(row, results));

/** The whole, and the least confident group that stands beside it. */
export function mainParts(table: ReleaseTable, total: GroupRow, results: ResultsText) {
  const { questionKind, questionText } = table;
  const certainty = certaintyInWords(total, results);
  const { label } = total.figures;
  const isWithheld = label === 'notHeardYet' || label === 'tooSmallToShow';
  const least = leastConfident(table);
  const figuresOf = (row: GroupRow) =>
    asLines([shareInWords(row, questionKind, results), certaintyInWords(row, results)]);
  return {
    main: [
      {
        question: plainText(questionText),
        overall: isWithheld ? results.withheldTotal[label] : shareInWords(total, questionKind, results),
        details: asLines([certainty, ...moreInWords(total, results)]),
      },
    ],
    leastConfident: least
      ? [{ label: results.leastConfident, name: plainText(least.name), figures: figuresOf(least) }]
      : [],
  };
}

export function floorParts(release: Release, results: ResultsText) {
  const below = groupsBelowFloor(release);
  const floor = release.confidenceFloor;
  if (below.length === 0) {
    return { style: 'default' as const, text: results.noneBelowFloor(floor), groups: [], more: [] };
  }
  const { shown, more } = firstOf(below, results);
  const text = results.belowFloor(below.length, floor);
  return { style: 'warning' as const, text, groups: asFacts(shown, results), more };
}

export function notHeardParts(release: Release, table: ReleaseTable, results: ResultsText) {
  const quiet = lowestResponse(table, 3).map(({ name, responsePercent = 0 }) =>
    results.groupResponse(plainText(name), responsePercent),
  );
  const parts = [
    { label: results.notHeardYet(release.minimumGroupSize), names: namesOf(notHeard(release)) },
    { label: results.tooSmall, names: namesOf(heldBack(table)) },
    { label: results.lowestResponse, names: quiet },
  ].filter(({ names }) => names.length > 0);
  if (parts.length === 0) return [{ label: results.everyoneHeard, names: [] }];
  return parts.map(({ label, names }) => {
    const { shown, more } = firstOf(names, results);
    return { label, names: [...asLines(shown), ...more] };
  });
}

/** Every group in its list. Where all of a margin are held back they are not listed: that is said once. */
export function groupLists(table: ReleaseTable, results: ResultsText) {
  const titles: readonly (readonly [GroupKind, string])[] = [
    ['siteGroup', results.bySiteGroup],
    ['staffFamily', results.byStaffFamily],
    ['shift', results.byShift],
    ['employment', results.byEmployment],
    ['cohort', results.byCohort],
    ['area', results.byArea],
    ['atom', results.byGroup],
  ];
  const heldBackMargins = marginsHeldBack(table);
  return titles
    .filter(([kind]) => !heldBackMargins.some((margin) => margin === kind))
    .map(([kind, title]) => {
      const rows = table.rows.filter((row) => row.kind === kind).sort(leastConfidentFirst);
      return { title, facts: asFacts(rows, results), more: [] };
    })
    .filter(({ facts }) => facts.length > 0);
}

export function groupsKey(table: ReleaseTable, results: ResultsText) {
  const margins = marginsHeldBack(table).map((margin) => results.marginsHeldBack[margin]);
  const total = totalRow(table);
  return asLines([results.factsKey, results.belowKey, ...margins, total && ofEveryone(total, results)]);
}

/** The range for a group of that size, named as what it is and what it is not used for. */
function ofEveryone({ figures, headcount }: GroupRow, results: ResultsText) {
  if (figures.label !== 'shown' || figures.n > headcount) return undefined;
  const { favourable, n } = figures;
  return results.finitePopulation(finitePopulationInterval(favourable, n, headcount), headcount);
}

function marginsHeldBack({ rows }: ReleaseTable) {
  return (['siteGroup', 'staffFamily'] as const).filter((margin) => {
    const labels = rows.filter(({ kind }) => kind === margin).map(({ figures }) => figures.label);
    return labels.length > 0 && labels.every((label) => label === 'tooSmallToShow');
  });
}

/** A question in a few lines; a choice by what was chosen. */
export function otherQuestion(table: ReleaseTable, questions: readonly Question[], results: ResultsText) {
  const total = totalRow(table);
  const least = leastConfident(table);
  return {
    question: plainText(table.questionText),
    details: asLines([
      total && shareInWords(total, table.questionKind, results),
      total && certaintyInWords(total, results),
      least && results.least(plainText(least.name), shareInWords(least, table.questionKind, results)),
      ...choicesInWords(table, questions, results),
    ]),
  };
}
