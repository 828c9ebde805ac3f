/** Small waves whose answers are given as counts, for tests of what is shown of them. */

import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { GroupRow, Release } from '../../../src/domain/disclosure/release';
import type { AnswerTally } from '../../../src/domain/disclosure/tally-answers';
import { asId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import type { Question } from '../../../src/domain/pulse/question';
import { solve } from '../../support/solver';

export const confidence: Question = { id: asId('ready'), text: 'How confident are you?', kind: 'confidence' };

export interface AtomSketch {
  readonly headcount: number;
  /** Answers by point, 1 to 5, then "I don't know yet" and "not my area". */
  readonly answers: readonly number[];
}

/** Site groups of staff families, each an atom: `site` then `family` counted from 0. */
export function releaseOf(
  sites: readonly (readonly AtomSketch[])[],
  { question = confidence, minimumGroupSize = 11, confidenceFloor = 0.6, keys = pointKeys } = {},
): Promise<Release> {
  const cells = sites.flatMap((families, site) =>
    families.map((sketch, family) => ({ siteGroup: `s${site}`, staffFamily: `f${family}`, ...sketch })),
  );
  const frame = buildFrame({
    cells,
    siteGroups: sites.map((_, site) => ({ id: `s${site}`, name: `Site ${site}` })),
    staffFamilies: Array.from({ length: 6 }, (_, family) => ({ id: `f${family}`, name: `Family ${family}` })),
    minimumGroupSize,
  });
  const tallies = cells.map(
    ({ siteGroup, staffFamily, answers }): AnswerTally => ({
      atomId: asId(`${siteGroup}.${staffFamily}`),
      questionId: question.id,
      counts: Object.fromEntries(keys.map((key, index) => [key, answers[index] ?? 0])),
    }),
  );
  return computeRelease(
    {
      wave: {
        waveId: asId('wave-1'),
        programmeId: asId('programme'),
        pulseId: asId('pulse'),
        title: 'Pulse 1',
        questions: [question],
        frame,
        minimumGroupSize,
        confidenceFloor,
      },
      tallies,
      releasedAt: instantOf(0),
    },
    solve,
  );
}

const pointKeys = ['point1', 'point2', 'point3', 'point4', 'point5', 'dontKnowYet', 'notMyArea'];

export function rowOf(release: Release, groupId: string): GroupRow {
  const row = release.tables[0]?.rows.find((one) => one.groupId === groupId);
  if (!row) throw new Error(`no row ${groupId}`);
  return row;
}

export const labelsOf = (release: Release, kind: string) =>
  release.tables[0]?.rows.filter((row) => row.kind === kind).map(({ figures }) => figures.label);
