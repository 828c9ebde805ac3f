/** Lays a release out flat for analysts: one confidence score per released group and question. */

import type { Figures, GroupRow, Release, ReleaseTable } from '../disclosure/release';
import { asksWholeRow } from '../pulse/asks-whole';
import { reasonsInShort, representativenessOf } from '../silence/representativeness';
import type { AskedOf } from '../silence/response-by-group';
import type { ConfidenceScore } from './confidence-score';
import { finitePopulationInterval } from './wilson';

export interface ScoredProgramme {
  readonly programmeName: string;
  readonly isSynthetic: boolean;
}

/** Every row of every table, withheld ones too, with nulls where nothing is shown. Not yet visible. The ids follow from
 * wave, question and group, so that writing them again changes nothing. */
export function confidenceScoresOf(
  release: Release,
  programme: ScoredProgramme,
  asked: AskedOf,
): readonly ConfidenceScore[] {
  return release.tables.flatMap((table) =>
    table.rows.map((row) => ({
      ...scoreOf(release, table, row, programme),
      ...silenceOf(row, table, asked),
      ...selectionOf(row, asked),
    })),
  );
}

function scoreOf(
  release: Release,
  table: ReleaseTable,
  row: GroupRow,
  programme: ScoredProgramme,
): Omit<ConfidenceScore, keyof ReturnType<typeof silenceOf> | keyof ReturnType<typeof selectionOf>> {
  const { figures } = row;
  const shown = figures.label === 'shown' ? figures : undefined;
  // Somebody who joined a group after the wave opened was asked, and is not in N.
  const isCounted = shown && shown.n <= row.headcount;
  const finite = isCounted && finitePopulationInterval(shown.favourable, shown.n, row.headcount);
  return {
    scoreId: `score:${release.waveId}:${table.questionId}:${inId(row.groupId)}`,
    programmeId: release.programmeId,
    ...programme,
    pulseId: release.pulseId,
    waveId: release.waveId,
    waveTitle: release.title,
    releasedAt: release.releasedAt,
    questionId: table.questionId,
    questionText: table.questionText,
    groupId: row.groupId,
    groupKind: row.kind,
    groupName: row.name,
    label: figures.label,
    headcount: row.headcount,
    n: 'n' in figures ? figures.n : null,
    favourableShare: shown?.favourableShare ?? null,
    intervalLower: shown?.interval.lower ?? null,
    intervalUpper: shown?.interval.upper ?? null,
    finitePopulationLower: finite ? finite.lower : null,
    finitePopulationUpper: finite ? finite.upper : null,
    band: figures.label === 'band' ? figures.band : null,
    netAgreement: shown?.netAgreement ?? null,
    mean: shown?.mean ?? null,
    ...outsideOf(figures),
    responsePercent: row.responsePercent ?? null,
    ...(row.kind === 'total' ? assistedOf(release) : assistedOf({})),
    confidenceFloor: release.confidenceFloor,
    isBelowFloor: row.isBelowFloor,
    visible: false,
  };
}

/** Of the whole wave: no group's. */
function assistedOf({ assisted }: Pick<Release, 'assisted'>) {
  const answers = assisted?.answers;
  const [atLeast, atMost] =
    answers?.label === 'between'
      ? [answers.from, answers.to]
      : answers?.label === 'fewerThan'
        ? [0, answers.limit - 1]
        : [null, null];
  return {
    assistedPeople: assisted?.headcount ?? null,
    assistedAnswersAtLeast: atLeast,
    assistedAnswersAtMost: atMost,
  };
}

function outsideOf(figures: Figures) {
  const outside = 'n' in figures ? figures.outside : undefined;
  return {
    dontKnowYetShare: outside?.kind === 'each' ? outside.dontKnowYet : null,
    notMyAreaShare: outside?.kind === 'each' ? outside.notMyArea : null,
    dontKnowYetOrNotMyAreaShare: outside?.kind === 'together' ? outside.dontKnowYetOrNotMyArea : null,
  };
}

function silenceOf(row: GroupRow, table: ReleaseTable, asked: AskedOf) {
  const found = representativenessOf(row, table, asked);
  return {
    representative: found?.isRepresentative ?? null,
    notRepresentativeBecause: found && !found.isRepresentative ? reasonsInShort(found.reasons) : null,
  };
}

function selectionOf(row: GroupRow, asked: AskedOf) {
  const { audience, leftOut = [] } = asked;
  const named = leftOut.filter(({ people }) => people > 0);
  return {
    audience: audience.kind,
    chosenBecause: audience.kind === 'list' ? audience.why : null,
    wholeGroup: asksWholeRow(asked, row),
    leftOut:
      named.length > 0
        ? named.map(({ groups, people, why }) => `${groups} (${people}): ${why}`).join('; ')
        : null,
  };
}

/** A one-way group is named by words of the people file, and an id of a document holds no space. */
function inId(groupId: string): string {
  return groupId.replace(/[^!-~]|[%/\\?#]/gu, (character) => encodeURIComponent(character));
}
