/** An invented trend, for samples: steady, then falling by more than chance, with a gap and a declared change. */

import type { ChartedPoint, TrendChart } from '../domain/chart/chart';
import { asId, type WaveId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import { processLimits } from '../domain/trend/process-limits';

const shares = [
  ...[0.66, 0.69, 0.65, 0.7, 0.67, 0.64, 0.68, undefined, 0.66, 0.69, 0.66, 0.68, 0.65],
  ...[0.66, 0.64, 0.62, 0.58],
];
const limits = processLimits(shares.slice(0, 13)) ?? { mean: 0.67, lower: 0.57, upper: 0.77 };

const dayOfMonth = (index: number) =>
  `${2025 + Math.floor((index + 7) / 12)}-${String(((index + 7) % 12) + 1).padStart(2, '0')}-08` as Day;
const releasedAt = (index: number) => `${dayOfMonth(index)}T17:05:00.000Z` as Instant;

export const sampleSeries = shares.map((share, index) => ({
  waveId: asId<WaveId>(`larkfield-epr.readiness.w${index}`),
  releasedAt: releasedAt(index),
  favourableShare: share ?? null,
}));

export const sampleTrend: TrendChart = {
  kind: 'trend',
  questionKind: 'confidence',
  groupName: 'Everyone',
  floor: 0.6,
  points: shares.map(
    (share, index): ChartedPoint => ({
      releasedAt: releasedAt(index),
      ...(share === undefined ? {} : { share }),
      limits,
      signals:
        share !== undefined && share < limits.lower ? [{ rule: 'outsideLimits', direction: 'down' }] : [],
    }),
  ),
  changes: [{ on: dayOfMonth(4), what: 'The question names the new record' }],
};
