/** Turns what a row shows, and what it tells by not showing, into bounds on the answers of its people. */

import type { Part, SurfaceFigures, SurfaceRow } from './surfaces';
import { wilsonOf } from './wilson';

/** `low ≤ Σ factor × count ≤ high` over the answers of some people. */
export interface Bound {
  readonly factors: Readonly<Record<Part, number>>;
  readonly low: number;
  readonly high: number;
}

export const of = {
  n: { favourable: 1, neutral: 1, unfavourable: 1 },
  favourable: { favourable: 1, neutral: 0, unfavourable: 0 },
  neutral: { favourable: 0, neutral: 1, unfavourable: 0 },
  unfavourable: { favourable: 0, neutral: 0, unfavourable: 1 },
} as const;

const infinite = Number.POSITIVE_INFINITY;
const atMost = (factors: Bound['factors'], high: number): Bound => ({ factors, low: -infinite, high });
const atLeast = (factors: Bound['factors'], low: number): Bound => ({ factors, low, high: infinite });
const exactly = (factors: Bound['factors'], value: number): Bound => ({ factors, low: value, high: value });
const within = (factors: Bound['factors'], low: number, high: number): Bound => ({ factors, low, high });

export interface Rules {
  /** k. */
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
  /** False for a scale of an even number of points. */
  readonly hasMiddle: boolean;
  /** How many points the question offers. */
  readonly points: number;
  /** A ballot: only atoms of (nearly) one mind are banded. */
  readonly isBallot?: boolean;
}

export function boundsOf(row: SurfaceRow, rules: Rules): readonly Bound[] {
  const { figures, headcount, responsePercent } = row;
  return [
    ...labelBounds(row, rules),
    ...(rules.isBallot && row.kind === 'atom' ? oneMindBounds(figures) : []),
    ...(figures.n == null ? [] : figureBounds({ ...figures, n: figures.n }, rules)),
    ...(figures.label === 'shown' && figures.n != null ? guardBounds(row, figures.n, rules) : []),
    // Rounded to 5 points, and never more people than answered.
    ...(responsePercent == null ? [] : [atMost(of.n, mostAnswered(responsePercent, headcount))]),
  ];
}

/** The most people of `headcount` whose share rounds to `percent`. */
function mostAnswered(percent: number, headcount: number): number {
  return Math.ceil(((percent / 5 + 0.5) * headcount) / 20) - 1;
}

function labelBounds(
  { figures, headcount, isBelowFloor, isNotAffected }: SurfaceRow,
  rules: Rules,
): readonly Bound[] {
  const { minimumGroupSize: k, confidenceFloor: floor } = rules;
  const below = { favourable: 1 - floor, neutral: -floor, unfavourable: -floor };
  return [
    ...(figures.label === 'notHeardYet' ? [atMost(of.n, k - 1)] : []),
    ...(figures.label === 'tooSmallToShow' && headcount >= 2 * k ? [atLeast(of.n, k)] : []),
    ...(figures.label === 'shown' || figures.label === 'band' ? [atLeast(of.n, k)] : []),
    ...(isBelowFloor ? [atMost(below, 0)] : []),
    // At most a fifth of those who answered, who were no more than there are.
    ...(isNotAffected ? [atMost(of.n, Math.floor(headcount / 5))] : []),
  ];
}

function figureBounds(figures: SurfaceFigures & { readonly n: number }, { points }: Rules): readonly Bound[] {
  const { n, favourableShare, interval, netAgreement, mean } = figures;
  const favourable =
    figures.favourable ??
    (favourableShare == null ? undefined : Math.round(favourableShare * n)) ??
    (interval ? favourableBehind(interval, n) : undefined);
  return [
    exactly(of.n, n),
    ...(favourable === undefined ? [] : [exactly(of.favourable, favourable)]),
    ...(netAgreement == null
      ? []
      : [exactly({ favourable: 1, neutral: 0, unfavourable: -1 }, Math.round((netAgreement * n) / 100))]),
    ...(mean == null ? [] : meanBounds(mean, n, points)),
    ...distributionBounds(figures),
    ...bandBounds(figures.band, swapNone),
    ...bandBounds(figures.unfavourableBand, swapEnds),
  ];
}

/** Twice the points behind a mean, counted from the middle: of five points, 2 or 4 for each favourable answer, −2 or −4
 * for each unfavourable one. */
function meanBounds(mean: number, n: number, points: number): readonly Bound[] {
  const last = points - 1;
  const sum = 2 * Math.round((mean * n * last) / 100) - last * n;
  const nearest = last % 2 === 0 ? 2 : 1;
  return [
    atMost({ favourable: nearest, neutral: 0, unfavourable: -last }, sum),
    atLeast({ favourable: last, neutral: 0, unfavourable: -nearest }, sum),
  ];
}

const classes: readonly (readonly [Part, readonly string[]])[] = [
  ['favourable', ['favourable', 'point4', 'point5']],
  ['neutral', ['neutral', 'point3']],
  ['unfavourable', ['unfavourable', 'point1', 'point2']],
];

function distributionBounds({ distribution = [] }: SurfaceFigures): readonly Bound[] {
  return classes.flatMap(([part, labels]) => {
    const found = distribution.filter(({ label }) => labels.includes(label));
    return found.length === 0
      ? []
      : [
          exactly(
            of[part],
            found.reduce((sum, { count }) => sum + count, 0),
          ),
        ];
  });
}

type Factors = Bound['factors'];
const swapNone = (factors: Factors): Factors => factors;
const swapEnds = ({ favourable, neutral, unfavourable }: Factors): Factors => ({
  favourable: unfavourable,
  neutral,
  unfavourable: favourable,
});

function bandBounds(band: string | null | undefined, swap: typeof swapNone): readonly Bound[] {
  const low = swap({ favourable: 4, neutral: -1, unfavourable: -1 });
  const high = swap({ favourable: 1, neutral: -4, unfavourable: -4 });
  switch (band) {
    case 'atMost20':
      return [atMost(low, 0)];
    case 'from20To80':
      return [atLeast(low, 1), atMost(high, -1)];
    case 'atLeast80':
      return [atLeast(high, 0)];
    default:
      return [];
  }
}

/** What a band says where it stands for (nearly) one mind: all but one, or none but one, at one end. */
function oneMindBounds({ label, band, unfavourableBand = 'none' }: SurfaceFigures): readonly Bound[] {
  if (label !== 'band') return [];
  const fewFavour = band === 'atMost20' && unfavourableBand !== 'atMost20';
  return [
    ...(band === 'atLeast80' || band === 'from20To80' ? [atMost(of.unfavourable, 1)] : []),
    ...(fewFavour ? [atMost(of.favourable, 1)] : []),
  ];
}

/** A share is shown only where neither side has fewer than 2, nor all but fewer than 2; an atom whose classes are not
 * shown has a class of fewer than 2. */
function guardBounds({ kind, figures }: SurfaceRow, n: number, { hasMiddle }: Rules): readonly Bound[] {
  const isCoarse = kind === 'atom' && !figures.distribution && figures.netAgreement == null;
  return [
    within(of.favourable, 2, n - 2),
    within(of.unfavourable, 2, n - 2),
    ...(isCoarse && hasMiddle ? [atMost(of.neutral, 1)] : []),
  ];
}

function favourableBehind(
  interval: { readonly lower: number; readonly upper: number },
  n: number,
): number | undefined {
  for (let favourable = 0; favourable <= n; favourable += 1) {
    const { lower, upper } = wilsonOf(favourable, n);
    if (Math.abs(lower - interval.lower) < 1e-9 && Math.abs(upper - interval.upper) < 1e-9) return favourable;
  }
  return undefined;
}
