/** The lead's result of a wave: the whole and its least confident group side by side, and who has not been heard. */

import { z } from 'zod';
import type { GroupKind, GroupRow, Release, ReleaseTable } from '../domain/disclosure/release';
import type { Catalogue } from '../text/catalogue';
import {
  certaintyInWords,
  figureInShort,
  moreInWords,
  shareInWords,
  tablesWithFigures,
} from './figure-lines';
import { plainText } from './plain-text';
import {
  atomsLabelled,
  leastConfidentFirst,
  leastConfidentGroup,
  lowestResponse,
  totalRow,
} from './released-groups';
import { sampleRelease } from './sample-release';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface WaveResultView {
  readonly programme: ProgrammeSubject;
  readonly release: Release;
}

const facts = z.array(z.strictObject({ title: line, value: line }));

const schema = z.strictObject({
  heading: line,
  title: line,
  closedOn: line,
  question: line,
  overall: line,
  overallDetails: lines,
  leastConfident: z.array(z.strictObject({ label: line, name: line, figures: lines })),
  floor: z.array(
    z.strictObject({ style: z.enum(['default', 'warning']), text: line, groups: facts, more: lines }),
  ),
  notHeardTitle: line,
  notHeard: z.array(z.strictObject({ label: line, names: lines })),
  smallPrint: lines,
  factsKey: lines,
  groupLists: z.array(z.strictObject({ title: line, facts })),
  others: z.array(z.strictObject({ question: line, details: lines })),
  toggleSets: z.array(
    z.strictObject({
      toggles: z.array(z.strictObject({ title: line, target: z.enum(['groups', 'others']) })),
    }),
  ),
});

/** More names than this are counted: the whole list is one tap away. */
const namesShown = 8;

type ResultsText = Catalogue['results'];

function firstOf<T>(items: readonly T[], results: ResultsText) {
  const more = items.length - namesShown;
  return { shown: items.slice(0, namesShown), more: asLines([more > 0 ? results.more(more) : undefined]) };
}

function notHeardParts(table: ReleaseTable, minimum: number, results: ResultsText) {
  const named = (label: 'notHeardYet' | 'tooSmallToShow') =>
    atomsLabelled(table, label).map(({ name }) => plainText(name));
  const quiet = lowestResponse(table, 3).map(({ name, responsePercent = 0 }) =>
    results.groupResponse(plainText(name), responsePercent),
  );
  const parts = [
    { label: results.notHeardYet(minimum), names: named('notHeardYet') },
    { label: results.tooSmall, names: named('tooSmallToShow') },
    { label: results.lowestResponse, names: quiet },
  ].filter(({ names }) => names.length > 0);
  if (parts.length === 0) return [{ label: results.everyoneHeard, names: [] }];
  return parts.map(({ label, names }) => {
    const { shown, more } = firstOf(names, results);
    return { label, names: [...asLines(shown), ...more] };
  });
}

function asFacts(rows: readonly GroupRow[], results: ResultsText) {
  return rows.map((row) => figureInShort(row, results));
}

function groupLists(table: ReleaseTable, results: ResultsText) {
  const titles: readonly (readonly [GroupKind, string])[] = [
    ['siteGroup', results.bySiteGroup],
    ['staffFamily', results.byStaffFamily],
    ['atom', results.byGroup],
  ];
  return titles
    .map(([kind, title]) => ({
      title,
      facts: asFacts(leastConfidentFirst(table.rows.filter((row) => row.kind === kind)), results),
    }))
    .filter(({ facts }) => facts.length > 0);
}

function otherQuestion(table: ReleaseTable, results: ResultsText) {
  const total = totalRow(table);
  const least = leastConfidentGroup(table);
  return {
    question: plainText(table.questionText),
    details: asLines([
      total && shareInWords(total, table.questionKind, results),
      total && certaintyInWords(total, results),
      least && results.least(plainText(least.name), shareInWords(least, table.questionKind, results)),
    ]),
  };
}

function floorBox(table: ReleaseTable, floor: number, results: ResultsText) {
  const below = table.rows.filter(({ kind, isBelowFloor }) => kind === 'atom' && isBelowFloor);
  if (below.length === 0) {
    return { style: 'default' as const, text: results.noneBelowFloor(floor), groups: [], more: [] };
  }
  const { shown, more } = firstOf(leastConfidentFirst(below), results);
  return {
    style: 'warning' as const,
    text: results.belowFloor(below.length, floor),
    groups: asFacts(shown, results),
    more,
  };
}

export const waveResultCard = defineCard<WaveResultView, typeof schema>({
  name: 'wave-result',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.results.summary(programme.name),
  bind: ({ programme, release }, { pulse, results }) => {
    const [first, ...others] = tablesWithFigures(release.tables);
    if (!first) throw new RangeError('a release has at least one table with figures');
    const total = totalRow(first);
    const least = leastConfidentGroup(first);
    const isTotalShown = total !== undefined && certaintyInWords(total, results) !== undefined;
    return {
      heading: pulse.heading(plainText(programme.name), plainText(release.title)),
      title: results.title,
      closedOn: results.closedOn(release.releasedAt),
      question: plainText(first.questionText),
      overall: isTotalShown ? shareInWords(total, first.questionKind, results) : results.withheldTotal,
      overallDetails: asLines(
        total ? [certaintyInWords(total, results), ...moreInWords(total, results)] : [],
      ),
      leastConfident: least
        ? [
            {
              label: results.leastConfident,
              name: plainText(least.name),
              figures: asLines([
                shareInWords(least, first.questionKind, results),
                certaintyInWords(least, results),
              ]),
            },
          ]
        : [],
      floor: [floorBox(first, release.confidenceFloor, results)],
      notHeardTitle: results.notHeardTitle,
      notHeard: notHeardParts(first, release.minimumGroupSize, results),
      smallPrint: asLines([results.chanceOnly]),
      factsKey: asLines([results.factsKey, results.belowKey]),
      groupLists: groupLists(first, results),
      others: others.map((table) => otherQuestion(table, results)),
      toggleSets: [
        {
          toggles: [
            { title: results.showGroups, target: 'groups' as const },
            ...(others.length > 0 ? [{ title: results.showOtherQuestions, target: 'others' as const }] : []),
          ],
        },
      ],
    };
  },
  samples: {
    'demo’s shape': { programme: sampleProgramme, release: sampleRelease('usual') },
    'few answers': { programme: sampleProgramme, release: sampleRelease('quiet') },
    'nobody below the floor': { programme: sampleProgramme, release: sampleRelease('confident') },
  },
});
