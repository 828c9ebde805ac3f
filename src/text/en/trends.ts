/** The words for what moves from wave to wave. */

import type { TrendRule } from '../../domain/trend/find-signals';
import type { Deterioration } from '../../domain/trend/trend';
import type { Format } from '../format';

const rules: Record<TrendRule, string> = {
  outsideLimits: 'below its usual range',
  run: 'seven waves or more below its average',
  trend: 'lower in each of seven waves',
  twoOfThree: 'near the bottom of its usual range in two of three waves',
};

export const trendsText = (format: Format) => ({
  /** “Falling by more than chance: below its usual range of 62 to 78 in 100 (average 70, over 14 waves).” */
  falling: ({ rules: spoken, mean, lower, upper, points }: Deterioration) =>
    `Falling by more than chance: ${format.list(spoken.map((rule) => rules[rule]))}. Usual: ${format.inHundred(lower)} to ${format.inHundred(upper)} in 100, average ${format.inHundred(mean)}, over ${format.count(points)} waves.`,
  note: 'Falling is judged by the rules of NHS England’s Making Data Count.',
  fallingGroups: (names: readonly string[]) =>
    `Falling from wave to wave, by more than chance: ${names.join('; ')}.`,
  diverging: (name: string, gap: number, usual: number) =>
    `${name}: moving away from the others. Now ${format.inHundred(gap)} in 100 fewer are confident than of everyone; usually ${format.inHundred(Math.max(0, usual))}.`,
});
