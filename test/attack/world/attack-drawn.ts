/** One programme from its people to the verdict on everything that was found out about them. */

import { seededRandom } from '../../../src/cli/demo/seeded-random';
import type { SolveProgramme } from '../../../src/domain/disclosure/integer-programme';
import type { Release } from '../../../src/domain/disclosure/release';
import { attackProgramme } from '../attacker/attack-programme';
import type { Claim, SurfaceWave } from '../attacker/surfaces';
import type { LegacyHighs } from '../attacker/whole-numbers';
import { demoShape } from './demo-shape';
import { type DrawnWave, drawProgramme } from './draw-programme';
import { insidersOf, judge } from './judge';
import { primaryOnly } from './primary-only';
import { drawShape, type ProgrammeShape } from './programme-shape';
import { mergedWave, publishedLeak, unmergedWave } from './published-leak';
import { releaseOf, surfacesOf } from './release-wave';
import { type TableOutcome, tableOutcomes } from './table-outcome';

export interface Solvers {
  readonly attacker: LegacyHighs;
  readonly release: SolveProgramme;
}

/** `short`: generated, but small. */
export type ProgrammeKind = 'generated' | 'short' | 'demo' | 'published' | 'review';

export interface DrawnOutcome {
  readonly name: string;
  readonly kind: ProgrammeKind;
  readonly leaks: readonly Claim[];
  readonly mistaken: readonly Claim[];
  /** Tables that contradict themselves as the attacker reads them. */
  readonly confused: readonly string[];
  /** Whether the same attacker learns something where groups under k are blanked and nothing else is done. */
  readonly leaksWithoutSuppression: boolean;
  readonly tables: readonly TableOutcome[];
  readonly fallbacks: number;
}

export interface DrawnCase {
  readonly shape: ProgrammeShape;
  readonly waves: readonly DrawnWave[];
  readonly careless: readonly SurfaceWave[];
  readonly carelessWaves: readonly DrawnWave[];
}

/** The same on every machine for the same seed. */
export function drawCase(kind: ProgrammeKind, seed: string): DrawnCase {
  if (kind === 'published') {
    const { shape, people } = publishedLeak();
    const unmerged = unmergedWave(people);
    const printed = primaryOnly(shape, unmerged, (rows) => rows !== 'atom');
    return { shape, waves: [mergedWave(shape, people)], careless: [printed], carelessWaves: [unmerged] };
  }
  const random = seededRandom(seed);
  const shape = kind === 'demo' ? demoShape(seed) : drawShape(random, seed, kind === 'short');
  const waves = drawProgramme(random, shape);
  const careless = waves.map((wave) => primaryOnly(shape, wave));
  return { shape, waves, careless, carelessWaves: waves };
}

export async function attackDrawn(
  kind: ProgrammeKind,
  seed: string,
  solvers: Solvers,
): Promise<DrawnOutcome> {
  const { shape, waves, careless, carelessWaves } = drawCase(kind, seed);
  const k = shape.minimumGroupSize;
  const solver = solvers.attacker;
  const isThorough = kind === 'published' || seed.endsWith('00');
  const releases: Release[] = [];
  const surfaces: SurfaceWave[] = [];
  for (const wave of waves) {
    const earlier = [...releases].reverse();
    const release = await releaseOf(shape, wave, solvers.release);
    // Some are computed once more, as after a crash: every fourth programme, because it takes time.
    const again = /[048]$/.test(seed) ? [await releaseOf(shape, wave, solvers.release, true)] : [];
    releases.push(release);
    surfaces.push(surfacesOf(shape, wave, [release, ...again], earlier));
  }
  const outcome = attackProgramme({ waves: surfaces, insiders: insidersOf(waves), solver, isThorough });
  const carelessOutcome = attackProgramme({
    waves: careless,
    insiders: insidersOf(carelessWaves),
    solver,
    isEnough: (claim) => judge([claim], carelessWaves, k).leaks.length > 0,
  });
  return {
    name: shape.name,
    kind,
    ...judge(outcome.claims, waves, k),
    confused: outcome.confused,
    leaksWithoutSuppression: judge(carelessOutcome.claims, carelessWaves, k).leaks.length > 0,
    tables: waves.flatMap((wave, index) =>
      tableOutcomes(wave, surfaces[index], kind === 'generated' ? solver : undefined),
    ),
    fallbacks: releases.reduce((sum, { fallbacks }) => sum + fallbacks, 0),
  };
}
