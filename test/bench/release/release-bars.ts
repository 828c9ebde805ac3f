/** What the benchmark of the release must keep to. */

export interface ReleaseBench {
  readonly seconds1k: number;
  readonly seconds10k: number;
  readonly seconds100k: number;
  readonly secondsWide: number;
  readonly solverSeconds100k: number;
  readonly solverSecondsWide: number;
  readonly peakRssMb: number;
  readonly fallbacks100k: number;
}

export const releaseBars = { seconds100k: 10, secondsWide: 60, peakRssMb: 300, fallbacks100k: 0 } as const;

/** A line for each figure above its bar. */
export function barsMissed(figures: Pick<ReleaseBench, keyof typeof releaseBars>): readonly string[] {
  const names = Object.keys(releaseBars) as (keyof typeof releaseBars)[];
  return names
    .filter((name) => !(figures[name] <= releaseBars[name]))
    .map((name) => `${name} is ${figures[name]}: the bar is ${releaseBars[name]}`);
}
