/** One design review from its people to the verdict on everything that was found out about them. */

import { reviewDecisionCard } from '../../../src/cards/review-decision.card';
import { sampleContestedReview, sampleWorkflows } from '../../../src/cards/sample-review';
import { sampleProgramme } from '../../../src/cards/subject';
import { seededRandom } from '../../../src/cli/demo/seeded-random';
import { decisionOnReview } from '../../../src/domain/decision/decision-on-review';
import type { Release } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import { concludeReview } from '../../../src/domain/review/conclude-review';
import type { Review } from '../../../src/domain/review/review';
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
    surfaces.push({ ...withOptions(shown, wave), scores: [], ...toldOf(drawn, wave, release) });
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

/** Everything that the decider's card, the escalation and the log say of it, as JSON. */
function toldOf({ policy }: DrawnReview, { questions }: DrawnWave, release: Release) {
  const at = instantOf(0);
  const round = { number: 1, waveId: asId<never>('r1'), openedAt: at, closesAt: at };
  const options = questions.flatMap((question) => (question.kind === 'option' ? question.choices : []));
  const concluded = { policy, representatives: [], rounds: [round] };
  const vote = { voting: 'confidential' as const, release, ballots: [] };
  const outcome = concludeReview(concluded, vote, 0, at);
  const review: Review = {
    ...sampleContestedReview,
    ...concluded,
    options: options.flatMap(({ id, text }) =>
      sampleContestedReview.options.slice(0, 1).map((option) => ({ ...option, id, title: text })),
    ),
    rounds: [{ ...round, outcome }],
    earlierDecisions: [],
    decision: {
      ...{ decisionId: asId<never>('d1'), kind: 'reject', rationale: 'Because', isAgainstTheVote: false },
      ...{ decidedBy: asId<never>('sro'), decidedByName: 'The executive', role: 'sro', decidedAt: at },
    },
  };
  const { evidence, dissent } = decisionOnReview(review, 1, vote);
  const view = { outcome, evidence, ballots: [], dissent };
  const programme = { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: [] };
  const frame = { isSynthetic: true, timeZone: 'Europe/London' };
  const card = reviewDecisionCard.render({ programme, review, vote: view, openUnsafe: 0, names: [] }, frame);
  const told: SurfaceReview = { policy, groupsNotAffected: [], ...outcome, dissent };
  return JSON.parse(JSON.stringify({ review: told, cards: [card] })) as Pick<SurfaceWave, 'review' | 'cards'>;
}
