/** Lays a release out flat for analysts: one confidence score per released group and question. */

import type { GroupRow, Release, ReleaseTable } from '../disclosure/release';
import type { ConfidenceScore } from './confidence-score';

/** Every row of every table, withheld ones too, with nulls where nothing is shown. Not yet visible. The ids follow from
 * wave, question and group, so that writing them again changes nothing. */
export function confidenceScoresOf(
  release: Release,
  programme: { readonly programmeName: string; readonly isSynthetic: boolean },
): readonly ConfidenceScore[] {
  return release.tables.flatMap((table) => table.rows.map((row) => scoreOf(release, table, row, programme)));
}

function scoreOf(
  release: Release,
  table: ReleaseTable,
  row: GroupRow,
  programme: { readonly programmeName: string; readonly isSynthetic: boolean },
): ConfidenceScore {
  const { figures } = row;
  const shown = figures.label === 'shown' ? figures : undefined;
  return {
    scoreId: `score:${release.waveId}:${table.questionId}:${row.groupId}`,
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
    band: figures.label === 'band' ? figures.band : null,
    netAgreement: shown?.netAgreement ?? null,
    mean: shown?.mean ?? null,
    responsePercent: row.responsePercent ?? null,
    confidenceFloor: release.confidenceFloor,
    isBelowFloor: row.isBelowFloor,
    visible: false,
  };
}
