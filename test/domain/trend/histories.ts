/** Released tables of one question, wave after wave, given as favourable counts. */

import type { Figures, GroupKind, GroupRow } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import { type Instant, plusDays } from '../../../src/domain/instant';
import { wilsonInterval } from '../../../src/domain/score/wilson';
import type { ReleasedWave } from '../../../src/domain/trend/question-history';

export const firstRelease = '2026-01-05T17:00:00.000Z' as Instant;
const n = 100;

/** Favourable answers of 100, or why they are not shown. */
export type Cell = number | 'notHeardYet' | 'tooSmallToShow' | 'band';

export const groupsOf = {
  total: 'total',
  'staffFamily:nursing': 'staffFamily',
  'staffFamily:medical': 'staffFamily',
  'shift:nights': 'shift',
  'atom:a1': 'atom',
} as const satisfies Readonly<Record<string, GroupKind>>;
export type SeriesOf = Partial<Record<keyof typeof groupsOf, readonly Cell[]>>;

/** A release every seven days. A group without a series is steady at 80. */
export function historyOf(series: SeriesOf): readonly ReleasedWave[] {
  const waves = Math.max(...Object.values(series).map((cells) => cells.length));
  return Array.from({ length: waves }, (_, index) => ({
    waveId: asId(`w${index + 1}`),
    waveTitle: `Wave ${index + 1}`,
    releasedAt: plusDays(firstRelease, 7 * index),
    table: {
      rows: Object.entries(groupsOf).map(([groupId, kind]) =>
        rowOf(groupId, kind, series[groupId as keyof typeof groupsOf]?.[index] ?? 80),
      ),
    },
  }));
}

function rowOf(groupId: string, kind: GroupKind, cell: Cell): GroupRow {
  return {
    groupId: asId(groupId),
    kind,
    name: groupId,
    atomIds: [],
    headcount: 200,
    figures: figuresOf(cell),
    isBelowFloor: false,
  };
}

function figuresOf(cell: Cell): Figures {
  if (cell === 'band') return { label: 'band', n, band: 'atMost20' };
  if (typeof cell === 'string') return { label: cell };
  return {
    label: 'shown',
    n,
    favourable: cell,
    favourableShare: cell / n,
    interval: wilsonInterval(cell, n),
  };
}
