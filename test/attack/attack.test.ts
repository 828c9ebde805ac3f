/** A short attack with fixed seeds: the full one is `npm run attack`. */

import { HighsSolver } from '../../src/highs-solver';
import { attackProgramme } from './attacker/attack-programme';
import { type LegacyHighs, loadSolver } from './attacker/whole-numbers';
import { attackDrawn, type DrawnOutcome, drawCase } from './world/attack-drawn';
import { attackReview } from './world/attack-review';
import type { DrawnWave } from './world/draw-programme';
import { insidersOf, judge } from './world/judge';
import { releaseOf, surfacesOf } from './world/release-wave';

describe('an attacker who knows the roster and everything that is shown', () => {
  const outcomes: DrawnOutcome[] = [];
  let solver: LegacyHighs;

  beforeAll(async () => {
    solver = await loadSolver();
    const solvers = { attacker: solver, release: new HighsSolver().solve };
    // Without the two that take as long as all of these together.
    for (let index = 4; index < 14; index += 1) {
      outcomes.push(await attackDrawn('short', `short ${index}`, solvers));
    }
    for (let index = 0; index < 5; index += 1) {
      outcomes.push(await attackReview(`short ${index}`, solvers, true));
    }
  });

  it('learns nothing of few people from what the product shows', () => {
    expect(outcomes).toHaveLength(15);
    expect(
      outcomes.flatMap(({ name, leaks }) => leaks.map(({ how, of }) => `${name}: ${of} of ${how}`)),
    ).toEqual([]);
  });

  it('takes nothing for granted that is not so', () => {
    expect(outcomes.flatMap(({ mistaken }) => mistaken)).toEqual([]);
    expect(outcomes.flatMap(({ confused }) => confused)).toEqual([]);
  });

  it('learns much where groups under k are blanked and nothing else is done', () => {
    expect(outcomes.filter(({ leaksWithoutSuppression }) => leaksWithoutSuppression).length).toBeGreaterThan(
      5,
    );
  });

  it('learns from how many answered beside a champion where that is told exactly, and not as it is', async () => {
    const { solve } = new HighsSolver();
    const isHeard = ({ isAssisted, said }: DrawnWave['people'][number]) =>
      isAssisted && Object.keys(said).length > 0;
    let [told, learnt] = [0, 0];
    for (let index = 0; index < 80 && (told <= 1 || learnt <= 1); index += 1) {
      const { shape, waves } = drawCase('short', `short ${index}`);
      const [wave] = waves;
      if (!wave?.people.some(isHeard)) continue;
      const release = await releaseOf(shape, wave, solve);
      if (release.assisted?.answers.label !== 'tooSmallToShow') told += 1;
      const surface = surfacesOf(shape, wave, [release]);
      const count = wave.people.filter(isHeard).length;
      const assisted = { answers: { label: 'between', from: count, to: count } };
      const releases = surface.releases.map((shown) => ({ ...shown, assisted }));
      const insiders = insidersOf([wave]);
      const { claims } = attackProgramme({ waves: [{ ...surface, releases }], insiders, solver });
      if (judge(claims, [wave], shape.minimumGroupSize).leaks.length > 0) learnt += 1;
    }
    expect(told).toBeGreaterThan(1);
    expect(learnt).toBeGreaterThan(1);
  });

  it('finds the four people that a published breakdown left out', () => {
    const { careless, carelessWaves, shape } = drawCase('published', 'published');
    const { claims } = attackProgramme({ waves: careless, insiders: insidersOf(carelessWaves), solver });
    const { leaks } = judge(claims, carelessWaves, shape.minimumGroupSize);
    expect(leaks).toContainEqual(expect.objectContaining({ of: 'n', low: 4, high: 4 }));
  });
});
