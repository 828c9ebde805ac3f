/** One question of one wave under attack: every set that can be named, bounded by all that is known. */

import { Bounds, valueAt } from './bounds';
import { combinations } from './combinations';
import { type Knowledge, knowledgeOf } from './knowledge';
import { movedSets } from './moved-sets';
import { type NamedSet, namedSets } from './named-sets';
import { type Measure, measures, type Narrow } from './narrow';
import { isToldByOneRow, isToldWithoutSides } from './one-row';
import { of } from './read-row';
import type { Claim, Insider, SurfaceWave } from './surfaces';
import { sumOf, systemOf } from './system';
import { type LegacyHighs, WholeNumbers } from './whole-numbers';

export interface QuestionAttack {
  readonly wave: SurfaceWave;
  readonly questionId: string;
  readonly insiders: readonly Insider[];
  readonly solver: LegacyHighs;
  /** Looks for combinations of any number of groups as well, which takes seconds. */
  readonly isThorough?: boolean;
  /** People who came or went between this wave and another, each with which: then they are what is looked at. */
  readonly moved?: ReadonlyMap<string, string>;
  /** Stop when a claim satisfies this. */
  readonly isEnough?: (claim: Claim) => boolean;
}

export interface Outcome {
  readonly claims: readonly Claim[];
  /** Sets looked at. */
  readonly sets: number;
  /** What was shown contradicts itself, as the attacker reads it. */
  readonly isConfused: boolean;
}

export function attackQuestion(attack: QuestionAttack): Outcome {
  const { wave, questionId, solver } = attack;
  const knowledge = knowledgeOf(wave, questionId, attack.moved);
  const outside = new Bounds(systemOf(knowledge), { solver });
  const whole = new WholeNumbers(solver);
  if (!outside.isConsistent) return { claims: [], sets: 0, isConfused: true };
  const sets = attack.moved
    ? movedSets(knowledge, attack.moved)
    : [
        ...(attack.isThorough ? combinations(knowledge, wave.minimumGroupSize, solver) : []),
        ...namedSets(knowledge, wave.minimumGroupSize),
      ];
  const claims: Claim[] = [];
  const narrow: Narrow[] = [];
  const claim = ({ set, measure, range }: Narrow, insider?: Insider): boolean => {
    const made: Claim = {
      waveId: wave.waveId,
      questionId,
      people: set.cells.flatMap((cell) => knowledge.cells[cell]?.people ?? []),
      about: set.kind === 'band' ? 'band' : 'group',
      of: measure,
      low: range.low,
      high: range.high,
      how: set.how,
      ...(insider ? { insider } : {}),
    };
    claims.push(made);
    return attack.isEnough?.(made) ?? false;
  };
  const isTold = (sharp: Narrow, insider?: Insider) =>
    isToldByOneRow(sharp, knowledge, insider) || isToldWithoutSides(sharp, knowledge, solver, insider);
  for (const set of sets) {
    for (const found of look(set, outside, wave.minimumGroupSize)) {
      const headcount = headcountOf(set, knowledge);
      const sharp = sharpen(found, outside, headcount, whole);
      if (!isLeak(sharp, headcount)) narrow.push(sharp);
      else if (!isTold(sharp) && claim(sharp)) return { claims, sets: sets.length, isConfused: false };
    }
  }
  if (narrow.length > 0) attackFromWithin({ ...attack, whole, outside, isTold }, knowledge, narrow, claim);
  return { claims, sets: sets.length, isConfused: false };
}

/** What of a set is bounded within a few values. Nothing where it has at least k answers, or none. */
function look(set: NamedSet, bounds: Bounds, k: number): readonly Narrow[] {
  const sums = measures.map((measure) => ({ measure, sum: bounds.sum(set.cells, of[measure]) }));
  const isWide = ({ measure, sum }: (typeof sums)[number]) => bounds.isWide(sum, roomOf(measure) + 0.5);
  if (sums.every(isWide)) return [];
  const found: Narrow[] = [];
  for (const measured of sums) {
    const { measure, sum } = measured;
    const isN = measure === 'n';
    if (set.kind === 'band' ? isN : !isN && isWide(measured)) continue;
    const range = bounds.rangeOf(sum);
    if (isN && (range.low >= k || range.high < 1)) return [];
    if (range.high - range.low <= roomOf(measure)) found.push({ set, measure, range });
  }
  return found;
}

/** Ranges up to this width are looked at more closely. */
const roomOf = (measure: Measure): number => (measure === 'n' ? 2 : 4);

/** In whole numbers, where these could tell more. */
function sharpen(narrow: Narrow, bounds: Bounds, headcount: number, solver: WholeNumbers): Narrow {
  const { measure, range, set } = narrow;
  const isNearly = range.high - range.low <= (measure === 'n' || set.kind === 'band' ? 1 : 2);
  if (range.isExact || !isNearly || isLeak(narrow, headcount)) return narrow;
  const sum = bounds.sum(set.cells, of[measure]);
  const ends = solver.endsOf(bounds.system, sum);
  if (!ends) return narrow;
  for (const end of ends) bounds.note(end);
  const [low, high] = ends.map((end) => sum.constant + valueAt(sum, end));
  return low === undefined || high === undefined
    ? narrow
    : { ...narrow, range: { low, high, isExact: true } };
}

/** By the definition; what the number of people says by itself is nothing learnt. Behind a band, one value is too few. */
function isLeak({ set, measure, range: { low, high } }: Narrow, headcount: number): boolean {
  if (measure === 'n' || set.kind === 'band') return low === high;
  return high - low + 1 < Math.min(3, headcount + 1);
}

interface FromWithin extends QuestionAttack {
  readonly whole: WholeNumbers;
  /** What somebody knows who did not answer. */
  readonly outside: Bounds;
  /** Whether what was found is no news. */
  readonly isTold: (sharp: Narrow, insider?: Insider) => boolean;
}

/** Knows one answer more: their own. */
function attackFromWithin(
  { wave, questionId, insiders, solver, whole, outside, isTold }: FromWithin,
  knowledge: Knowledge,
  narrow: readonly Narrow[],
  claim: (narrow: Narrow, insider: Insider) => boolean,
): void {
  const left = new Set(
    narrow.flatMap((found) => {
      if (found.set.kind === 'band') return [];
      const sum = outside.sum(found.set.cells, of[found.measure]);
      return [{ ...found, ends: outside.endsOf(sum, found.range) }];
    }),
  );
  for (const insider of insiders) {
    if (insider.waveId !== wave.waveId || insider.questionId !== questionId) continue;
    const own = ownAnswer(insider, knowledge, outside);
    // Where both ends are reached with this answer too, it tells nothing more.
    const isFitting = (point: Float64Array) => valueAt(own, point) >= own.low - 1e-6;
    const learning = [...left].filter(({ ends }) => !ends.every((points) => points.some(isFitting)));
    const known = learning.length > 0 ? outside.wholeSolutions.filter(isFitting) : [];
    const bounds =
      learning.length > 0 ? new Bounds(systemOf(knowledge, insider), { solver, known }) : undefined;
    if (!bounds?.isConsistent) continue;
    for (const found of learning) {
      const headcount = headcountOf(found.set, knowledge);
      const range = bounds.rangeOf(bounds.sum(found.set.cells, of[found.measure]));
      const sharp = sharpen({ ...found, range }, bounds, headcount, whole);
      if (!isLeak(sharp, headcount)) continue;
      left.delete(found);
      if (!isTold(sharp, insider) && claim(sharp, insider)) return;
    }
  }
}

function ownAnswer({ personId, said }: Insider, { cells }: Knowledge, { system }: Bounds) {
  const cell = cells.findIndex(({ people }) => people.includes(personId));
  const { terms, constant } = sumOf(system.places, [cell], of[said]);
  return { terms, low: 1 - constant, high: Number.POSITIVE_INFINITY };
}

const headcountOf = ({ cells }: NamedSet, knowledge: Knowledge): number =>
  cells.reduce((sum, cell) => sum + (knowledge.cells[cell]?.people.length ?? 0), 0);
