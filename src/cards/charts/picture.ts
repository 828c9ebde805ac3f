/** A chart as it is drawn: its figures with the words on and around them. The renderer adds shapes and colours only. */

import type { Day } from '../../domain/instant';
import type { Interval } from '../../domain/score/wilson';

/** Told apart by shape: at or above the floor, not sure yet, below it. */
export type Standing = 'above' | 'notSure' | 'below';

export interface ComparedRow {
  readonly name: string;
  /** “▼ 38%”, or a band. */
  readonly value: string;
  /** 0 to 1; absent of a band, of which only the range is known. */
  readonly share?: number;
  readonly range: Interval;
  readonly floor: number;
  readonly standing: Standing;
  readonly isTotal: boolean;
}

export interface KeyEntry<Mark extends string> {
  readonly mark: Mark;
  readonly text: string;
}

export interface ComparisonPicture {
  readonly kind: 'comparison';
  readonly title: string;
  readonly rows: readonly ComparedRow[];
  /** Absent where the rows have floors of their own. */
  readonly floor?: number;
  /** Names the line of it. */
  readonly floorLabel?: string;
  readonly key: readonly KeyEntry<Standing | 'band'>[];
  /** Below the rows: what the numbers are, how many more there are, and the groups without figures. */
  readonly notes: readonly string[];
  readonly altText: string;
}

export interface DistributionPart {
  /** Least favourable first; decides how dark a part is. */
  readonly place: number;
  /** 0 to 1. */
  readonly share: number;
  readonly shareText: string;
  readonly text: string;
}

export interface DistributionPicture {
  readonly kind: 'distribution';
  readonly title: string;
  readonly parts: readonly DistributionPart[];
  readonly altText: string;
}

export type TrendMark = 'usual' | 'up' | 'down';

export interface PicturedPoint {
  readonly on: Day;
  readonly day: string;
  /** Absent where nothing is shown: a gap. */
  readonly share?: number;
  readonly limits?: Interval & { readonly mean: number };
  readonly mark: TrendMark;
}

export interface TrendPicture {
  readonly kind: 'trend';
  readonly title: string;
  readonly points: readonly PicturedPoint[];
  /** What the axis runs from and to, 0 to 1: all that is drawn with room around it. */
  readonly axis: { readonly from: number; readonly to: number };
  readonly floor: number;
  readonly floorLabel: string;
  /** Before which point, and what was declared. */
  readonly changes: readonly { readonly before: number; readonly text: string }[];
  readonly key: readonly KeyEntry<TrendMark | 'limits' | 'mean' | 'change'>[];
  readonly notes: readonly string[];
  readonly altText: string;
}

export type Picture = ComparisonPicture | DistributionPicture | TrendPicture;
