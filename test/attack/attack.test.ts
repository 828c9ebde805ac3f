/** A short attack with fixed seeds: the full one is `npm run attack`. */

import { HighsSolver } from '../../src/highs-solver';
import { attackProgramme } from './attacker/attack-programme';
import { type LegacyHighs, loadSolver } from './attacker/whole-numbers';
import { attackDrawn, type DrawnOutcome, drawCase } from './world/attack-drawn';
import { attackReview } from './world/attack-review';
import { insidersOf, judge } from './world/judge';

describe('an attacker who knows the roster and everything that is shown', () => {
  const outcomes: DrawnOutcome[] = [];
  let solver: LegacyHighs;

  beforeAll(async () => {
    solver = await loadSolver();
    const solvers = { attacker: solver, release: new HighsSolver().solve };
    for (let index = 0; index < 40; index += 1) {
      outcomes.push(await attackDrawn('short', `short ${index}`, solvers));
    }
    for (let index = 0; index < 20; index += 1) {
      outcomes.push(await attackReview(`short ${index}`, solvers, true));
    }
  }, 60_000);

  it('learns nothing of few people from what the product shows', () => {
    expect(outcomes).toHaveLength(60);
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
      10,
    );
  });

  it('finds the four people that a published breakdown left out', () => {
    const { careless, carelessWaves, shape } = drawCase('published', 'published');
    const { claims } = attackProgramme({ waves: careless, insiders: insidersOf(carelessWaves), solver });
    const { leaks } = judge(claims, carelessWaves, shape.minimumGroupSize);
    expect(leaks).toContainEqual(expect.objectContaining({ of: 'n', low: 4, high: 4 }));
  });
});
