/** What an invented person answers: families and places differ, and two groups lose confidence from wave to wave. */

import type { AnswerValue, Point } from '../../domain/pulse/question';
import { pick, type Random } from './seeded-random';
import { obstacles, questionIds } from './synthetic-pulse';
import { families, sites } from './synthetic-shape';

/** A person or a row of a people file. */
export interface Respondent {
  readonly staffGroup: string;
  readonly site: string;
  readonly shift?: string;
  readonly trainedOn?: string;
}

interface Temper {
  /** The chance of answering at all. */
  readonly responds: number;
  /** The chance of a favourable first answer in the third wave. */
  readonly favours: number;
}

const tempers: Readonly<Record<string, Temper>> = {
  nursing: { responds: 0.44, favours: 0.76 },
  medical: { responds: 0.41, favours: 0.72 },
  'clinical-support': { responds: 0.43, favours: 0.73 },
  'allied-and-scientific': { responds: 0.56, favours: 0.79 },
  administrative: { responds: 0.61, favours: 0.81 },
  estates: { responds: 0.29, favours: 0.79 },
};
/** Over the first three waves and the one that is open. */
const mood = [-0.12, -0.06, 0, 0.02];
/** Chances by wave of the two groups in trouble; under a floor of 0.6 from the third wave on. */
const inTrouble: Readonly<Record<string, readonly number[]>> = {
  'st-brannoc medical': [0.66, 0.58, 0.36, 0.37],
  'east nursing': [0.68, 0.58, 0.39, 0.4],
};

export type SimulatedAnswer = Readonly<Record<string, AnswerValue>>;

/** Undefined for silence (about 55 %). `waveIndex` counts from 0; after the fourth wave nothing changes. Some answer
 * the first question only. */
export function simulateAnswer(
  person: Respondent,
  waveIndex: number,
  random: Random,
): SimulatedAnswer | undefined {
  const family = families.find(({ groups }) => groups.some(({ id }) => id === person.staffGroup))?.id ?? '';
  const siteGroup = sites.find(({ odsCode }) => odsCode === person.site)?.siteGroup ?? '';
  const temper = tempers[family] ?? { responds: 0.45, favours: 0.7 };
  const isOnNights = person.shift === 'nights';
  if (random() >= temper.responds * (isOnNights ? 0.8 : 1.02)) return undefined;

  const wave = Math.min(waveIndex, mood.length - 1);
  const troubled = inTrouble[`${siteGroup} ${family}`]?.[wave];
  const trained = person.trainedOn ? 0.03 : -0.03;
  const favours = troubled ?? temper.favours + (mood[wave] ?? 0) + trained - (isOnNights ? 0.04 : 0);
  const confident = pointOrOutside(random, favours, family === 'estates' ? 0.12 : 0.03);
  if (random() < 0.08) return { [questionIds.confident]: confident };
  return {
    [questionIds.confident]: confident,
    [questionIds.training]: pointOrOutside(random, favours - (person.trainedOn ? 0.02 : 0.15), 0.02),
    [questionIds.obstacle]: { kind: 'choice', choice: obstacleOf(random, favours) },
  };
}

function pointOrOutside(random: Random, favours: number, notMyArea: number): AnswerValue {
  if (random() < notMyArea) return { kind: 'outside', outside: 'notMyArea' };
  if (random() < 0.05) return { kind: 'outside', outside: 'dontKnowYet' };
  const isFavourable = random() < favours;
  const point: Point = isFavourable
    ? pick(random, [4, 5] as const, [0.66, 0.34])
    : pick(random, [1, 2, 3] as const, [0.2, 0.38, 0.42]);
  return { kind: 'point', point };
}

function obstacleOf(random: Random, favours: number): string {
  const content = favours > 0.6 ? 0.34 : 0.06;
  return pick(random, obstacles, [0.2, 0.16, 0.14, 0.17, 0.15, content]).id;
}
