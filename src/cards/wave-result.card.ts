/** The lead's result of a wave: the whole and its least confident group side by side, and who has not been heard. */

import { z } from 'zod';
import type { GroupKind, Release, ReleaseTable } from '../domain/disclosure/release';
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

const schema = z.strictObject({
  heading: line,
  title: line,
  closedOn: line,
  question: line,
  overall: line,
  overallDetails: lines,
  leastConfident: z.array(z.strictObject({ label: line, name: line, figure: line })),
  floor: z.array(z.strictObject({ style: z.enum(['default', 'warning']), text: line, names: lines })),
  notHeardTitle: line,
  notHeard: lines,
  smallPrint: lines,
  factsKey: lines,
  groupLists: z.array(
    z.strictObject({ title: line, facts: z.array(z.strictObject({ title: line, value: line })) }),
  ),
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

function namesInWords(names: readonly string[], results: ResultsText): string {
  const shown = names.slice(0, namesShown).join('; ');
  return names.length > namesShown ? results.more(shown, names.length - namesShown) : shown;
}

function notHeardLines(table: ReleaseTable, minimum: number, results: ResultsText) {
  const named = (label: 'notHeardYet' | 'tooSmallToShow') =>
    atomsLabelled(table, label).map(({ name }) => plainText(name));
  const silent = named('notHeardYet');
  const hidden = named('tooSmallToShow');
  const quiet = lowestResponse(table, 3).map(({ name, responsePercent = 0 }) =>
    results.groupResponse(plainText(name), responsePercent),
  );
  const labelled = (label: string, names: readonly string[]) =>
    names.length === 0 ? undefined : `${label}: ${namesInWords(names, results)}.`;
  return asLines([
    labelled(results.notHeardYet(minimum), silent),
    labelled(results.tooSmall, hidden),
    silent.length + hidden.length === 0 ? results.everyoneHeard : undefined,
    labelled(results.lowestResponse, quiet),
  ]);
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
      facts: leastConfidentFirst(table.rows.filter((row) => row.kind === kind)).map((row) => ({
        title: plainText(row.name),
        value: figureInShort(row, results),
      })),
    }))
    .filter(({ facts }) => facts.length > 0);
}

function otherQuestion(table: ReleaseTable, results: ResultsText) {
  const total = totalRow(table);
  const least = leastConfidentGroup(table);
  const inWords = (row: NonNullable<typeof total>) =>
    [shareInWords(row, table.questionKind, results), certaintyInWords(row, results)]
      .filter((part) => part !== undefined)
      .join(' · ');
  return {
    question: plainText(table.questionText),
    details: asLines([
      total && inWords(total),
      least && results.heardLeast(plainText(least.name), inWords(least)),
    ]),
  };
}

function floorBox(table: ReleaseTable, floor: number, results: ResultsText) {
  const below = leastConfidentFirst(
    table.rows.filter(({ kind, isBelowFloor }) => kind === 'atom' && isBelowFloor),
  );
  return below.length === 0
    ? { style: 'default' as const, text: `${results.floor(floor)} ${results.noneBelowFloor}`, names: [] }
    : {
        style: 'warning' as const,
        text: `${results.floor(floor)} ${results.belowFloor(below.length)}`,
        names: asLines([
          namesInWords(
            below.map(({ name }) => plainText(name)),
            results,
          ),
        ]),
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
              figure: [shareInWords(least, first.questionKind, results), certaintyInWords(least, results)]
                .filter((part) => part !== undefined)
                .join(' · '),
            },
          ]
        : [],
      floor: [floorBox(first, release.confidenceFloor, results)],
      notHeardTitle: results.notHeardTitle,
      notHeard: notHeardLines(first, release.minimumGroupSize, results),
      smallPrint: asLines([results.chanceOnly]),
      factsKey: asLines([results.factsKey, results.factBelowKey]),
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
