/** What a chart draws, as plain figures: released ones, and nothing else. */

import type { DistributionClass, Figures, GroupRow } from '../disclosure/release';
import type { DeclaredChange } from '../programme/programme';
import type { QuestionKind } from '../pulse/question';
import type { TrendPoint } from '../trend/trend';

/** One group beside others. */
export interface ComparedGroup extends Pick<GroupRow, 'name' | 'headcount'> {
  readonly figures: Extract<Figures, { readonly n: number }>;
  /** The share it is held against, 0 to 1. */
  readonly floor: number;
  /** True for everybody together, beside whom the others stand. */
  readonly isTotal: boolean;
}

export interface ComparisonChart {
  readonly kind: 'comparison';
  readonly questionKind: QuestionKind;
  /** Everybody first where they are among them, then the least confident first. */
  readonly groups: readonly ComparedGroup[];
  /** Names of groups whose figures are not shown: never drawn as a figure. */
  readonly notHeardYet: readonly string[];
  readonly tooSmallToShow: readonly string[];
}

export interface DistributionChart {
  readonly kind: 'distribution';
  readonly questionKind: QuestionKind;
  readonly groupName: string;
  readonly n: number;
  readonly headcount: number;
  /** The least favourable first; each of at least two answers. */
  readonly classes: readonly DistributionClass[];
}

export interface TrendChart {
  readonly kind: 'trend';
  readonly questionKind: QuestionKind;
  readonly groupName: string;
  readonly floor: number;
  /** Oldest first. */
  readonly points: readonly ChartedPoint[];
  readonly changes: readonly Pick<DeclaredChange, 'on' | 'what'>[];
}

export interface ChartedPoint extends Pick<TrendPoint, 'releasedAt' | 'limits' | 'signals'> {
  /** Absent where no share is shown: a gap. */
  readonly share?: number;
}

export type Chart = ComparisonChart | DistributionChart | TrendChart;
