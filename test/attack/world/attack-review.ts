/** One design review from its people to the verdict on everything that was found out about them. */

import { seededRandom } from '../../../src/cli/demo/seeded-random';
import type { Release } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import { type ConcludedReview, concludeReview, type Vote } from '../../../src/domain/review/conclude-review';
import { dissentOf } from '../../../src/domain/review/dissent';
import { attackProgramme } from '../attacker/attack-programme';
import type { SurfaceReview, SurfaceTable, SurfaceWave } from '../attacker/surfaces';
import type { DrawnOutcome, Solvers } from './attack-drawn';
import type { DrawnWave } from './draw-programme';
import { type DrawnReview, drawReview } from './draw-review';
import { insidersOf, judge } from './judge';
import { primaryOnly } from './primary-only';
import { drawShape } from './programme-shape';
import { releaseOf, surfacesOf } from './release-wave';

/** The same on every machine for the same seed; small where `isShort`. */
export async function attackReview(seed: string, solvers: Solvers, isShort = false): Promise<DrawnOutcome> {
  const random = seededRandom(seed);
  const shape = drawShape(random, seed, isShort);
  const k = shape.minimumGroupSize;
  const solver = solvers.attacker;
  const drawn = drawReview(random, shape);
  const waves: DrawnWave[] = [];
  const surfaces: SurfaceWave[] = [];
  let fallbacks = 0;
  for (const round of drawn.rounds) {
    const release = await releaseOf(shape, round, solvers.release);
    fallbacks += release.fallbacks;
    const wave = { ...round, questions: round.questions.map((question) => favouring(question, release)) };
    waves.push(wave);
    const { scores: _, cards: __, ...shown } = surfacesOf(shape, wave, [release]);
    const review = reviewSurface(drawn, release);
    surfaces.push({ ...withOptions(shown, wave), scores: [], cards: [], review });
  }
  const outcome = attackProgramme({
    waves: surfaces,
    insiders: insidersOf(waves),
    solver,
    isThorough: seed.endsWith('00'),
  });
  const careless = waves.map((wave) => primaryOnly(shape, wave));
  const carelessOutcome = attackProgramme({
    waves: careless,
    insiders: insidersOf(waves),
    solver,
    isEnough: (claim) => judge([claim], waves, k).leaks.length > 0,
  });
  return {
    name: `review ${shape.name}`,
    kind: 'review',
    ...judge(outcome.claims, waves, k),
    confused: outcome.confused,
    leaksWithoutSuppression: judge(carelessOutcome.claims, waves, k).leaks.length > 0,
    tables: [],
    fallbacks,
  };
}

/** Judged by the option that the release speaks of. */
function favouring(question: DrawnWave['questions'][number], { tables }: Release) {
  const favoured = tables.find(({ questionId }) => questionId === question.id)?.favourableChoice;
  return question.kind === 'option' && favoured ? { ...question, favouring: favoured } : question;
}

function withOptions<T extends Pick<SurfaceWave, 'releases'>>(surface: T, { questions }: DrawnWave): T {
  const options = questions.flatMap((question) =>
    question.kind === 'option' ? question.choices : [],
  ).length;
  const counted = (table: SurfaceTable) => (table.questionKind === 'option' ? { ...table, options } : table);
  const releases = surface.releases.map(({ tables }) => ({ tables: tables.map(counted) }));
  return { ...surface, releases };
}

/** Everything that cards, the escalation and the log say of it, as JSON. */
function reviewSurface({ policy }: DrawnReview, release: Release): SurfaceReview {
  const at = instantOf(0);
  const review: ConcludedReview = {
    policy,
    representatives: [],
    rounds: [{ number: 1, waveId: asId('r1'), openedAt: at, closesAt: at }],
  };
  const vote: Vote = { voting: 'confidential', release, ballots: [] };
  const outcome = concludeReview(review, vote, 0, at);
  const told = { policy, groupsNotAffected: [], ...outcome, dissent: dissentOf(review, vote) };
  return JSON.parse(JSON.stringify(told)) as SurfaceReview;
}
