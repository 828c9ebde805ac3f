/** The attacker's own tools: they must find what is there, and claim nothing that is not. */

import fc from 'fast-check';
import { attackProgramme } from './attacker/attack-programme';
import { Polytope } from './attacker/polytope';
import type { SurfaceFigures, SurfaceRow, SurfaceWave } from './attacker/surfaces';
import { type LegacyHighs, loadSolver } from './attacker/whole-numbers';

const k = 10;
let solver: LegacyHighs;
beforeAll(async () => {
  solver = await loadSolver();
});

/** People in atoms of 25 each, `a0`, `a1` … */
const rosterOf = (atoms: number, night: (index: number) => boolean = () => false) =>
  Array.from({ length: atoms * 25 }, (_, index) => ({
    id: `p${index}`,
    atomId: `a${Math.floor(index / 25)}`,
    shift: night(index) ? 'nights' : 'days',
  }));

const row = (
  kind: string,
  id: string,
  atomIds: readonly string[],
  headcount: number,
  figures: SurfaceFigures,
): SurfaceRow => ({
  groupId: `${kind}:${id}`,
  kind,
  name: id,
  atomIds,
  headcount,
  figures,
  isBelowFloor: false,
});
const shown = (n: number, favourable: number, unfavourable: number): SurfaceFigures => ({
  label: 'shown',
  n,
  favourable,
  distribution: [
    { label: 'favourable', count: favourable },
    { label: 'neutral', count: n - favourable - unfavourable },
    { label: 'unfavourable', count: unfavourable },
  ],
});
const atom = (id: string, figures: SurfaceFigures) => row('atom', id, [id], 25, figures);
const notHeard: SurfaceFigures = { label: 'notHeardYet' };

function waveOf(rows: readonly SurfaceRow[], roster: SurfaceWave['roster']): SurfaceWave {
  const tables = [{ questionId: 'q', questionKind: 'confidence', rows }];
  return {
    waveId: 'w',
    roster,
    minimumGroupSize: k,
    confidenceFloor: 0.6,
    releases: [{ tables }],
    scores: [],
    cards: [],
  };
}

const claimsOn = (
  wave: SurfaceWave,
  said?: { readonly personId: string; readonly said: 'favourable' | 'neutral' | 'unfavourable' },
) =>
  attackProgramme({
    waves: [wave],
    insiders: said ? [{ waveId: 'w', questionId: 'q', ...said }] : [],
    solver,
    isThorough: true,
  }).claims.map(({ of, low, high, people }) => `${of} of ${people.length}: ${low} to ${high}`);

describe('the attacker', () => {
  it('subtracts what is shown from the total', () => {
    const rows = [
      row('total', 'all', ['a0', 'a1'], 50, shown(20, 10, 6)),
      atom('a0', shown(16, 8, 4)),
      atom('a1', notHeard),
    ];
    expect(claimsOn(waveOf(rows, rosterOf(2)))).toEqual([
      'n of 25: 4 to 4',
      'favourable of 25: 2 to 2',
      'unfavourable of 25: 2 to 2',
    ]);
  });

  it('learns nothing where two atoms hide each other', () => {
    const rows = [
      row('total', 'all', ['a0', 'a1', 'a2'], 75, shown(32, 16, 12)),
      atom('a0', shown(16, 8, 4)),
      atom('a1', notHeard),
      atom('a2', { label: 'tooSmallToShow' }),
    ];
    expect(claimsOn(waveOf(rows, rosterOf(3)))).toEqual([]);
  });

  it('bounds a group by what little is left of one kind', () => {
    const rows = [
      row('total', 'all', ['a0', 'a1', 'a2'], 75, shown(32, 9, 15)),
      atom('a0', shown(16, 8, 4)),
      atom('a1', notHeard),
      atom('a2', { label: 'tooSmallToShow' }),
    ];
    expect(claimsOn(waveOf(rows, rosterOf(3)))).toEqual(['favourable of 25: 0 to 1']);
  });

  it('learns from its own answer what others cannot', () => {
    const rows = [
      row('total', 'all', ['a0', 'a1', 'a2'], 75, shown(32, 10, 15)),
      atom('a0', shown(16, 8, 4)),
      atom('a1', notHeard),
      atom('a2', { label: 'tooSmallToShow' }),
    ];
    expect(claimsOn(waveOf(rows, rosterOf(3)))).toEqual([]);
    const insider = { personId: 'p60', said: 'favourable' as const };
    expect(claimsOn(waveOf(rows, rosterOf(3)), insider)).toEqual(['favourable of 25: 0 to 1']);
  });

  it('takes one nearly equal group from another', () => {
    // Everybody on nights is in the second atom, and one more person is.
    const rows = [atom('a1', shown(14, 7, 4)), row('shift', 'nights', [], 24, shown(13, 6, 4))];
    const claims = claimsOn(
      waveOf(
        rows,
        rosterOf(2, (index) => index > 25),
      ),
    );
    expect(claims).toContain('n of 1: 1 to 1');
    expect(claims).toContain('favourable of 1: 1 to 1');
  });

  it('adds up groups of one kind and takes those of another away', () => {
    const rows = [
      atom('a0', shown(14, 7, 4)),
      atom('a1', shown(15, 7, 4)),
      row('shift', 'nights', [], 46, shown(26, 12, 8)),
    ];
    const claims = claimsOn(
      waveOf(
        rows,
        rosterOf(2, (index) => index < 46),
      ),
    );
    expect(claims).toContain('n of 4: 3 to 3');
  });

  it('compares two releases of one wave and uses both', () => {
    const rows = (figures: SurfaceFigures) => [
      row('total', 'all', ['a0', 'a1', 'a2'], 75, shown(32, 16, 12)),
      atom('a0', shown(16, 8, 4)),
      atom('a1', notHeard),
      atom('a2', figures),
    ];
    const once = waveOf(rows({ label: 'tooSmallToShow' }), rosterOf(3));
    const twice = waveOf(rows(shown(12, 6, 6)), rosterOf(3));
    expect(claimsOn({ ...once, releases: [...once.releases, ...twice.releases] })).toContain(
      'n of 25: 4 to 4',
    );
  });

  it('looks at who came between two waves', () => {
    const rows = [
      row('total', 'all', ['a0', 'a1'], 50, shown(40, 20, 15)),
      atom('a0', shown(16, 8, 4)),
      atom('a1', shown(24, 12, 11)),
    ];
    const later = waveOf(rows, rosterOf(2));
    const earlier = {
      ...later,
      waveId: 'v',
      roster: later.roster.filter(({ id }) => id !== 'p30' && id !== 'p31'),
    };
    const { sets, claims } = attackProgramme({ waves: [later, earlier], insiders: [], solver });
    expect(sets).toBeGreaterThan(0);
    // Two people of 25 of whom 24 answered: at least one of them did, and that is all that can be said.
    expect(claims).toEqual([]);
  });

  it('turns a share, a net agreement and a rounded response back into people', () => {
    const rows = [
      row('total', 'all', ['a0', 'a1'], 50, {
        label: 'shown',
        n: 20,
        favourableShare: 0.5,
        netAgreement: 20,
      }),
      atom('a0', { label: 'shown', n: 16, favourableShare: 0.5, netAgreement: 25 }),
      atom('a1', notHeard),
    ];
    expect(claimsOn(waveOf(rows, rosterOf(2)))).toContain('unfavourable of 25: 2 to 2');
  });
});

describe('its linear programmes', () => {
  const entry = fc.integer({ min: -2, max: 3 });
  it('agree with HiGHS', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            factors: fc.array(entry, { minLength: 4, maxLength: 4 }),
            high: fc.integer({ min: 0, max: 9 }),
          }),
          { maxLength: 5 },
        ),
        fc.array(entry, { minLength: 4, maxLength: 4 }),
        fc.array(entry, { minLength: 4, maxLength: 4 }),
        (rows, first, second) => {
          const terms = (factors: readonly number[]) =>
            factors.map((factor, index) => [index, factor] as const);
          const all = [
            ...rows.map(({ factors, high }) => ({
              terms: terms(factors),
              low: Number.NEGATIVE_INFINITY,
              high,
            })),
            ...[0, 1, 2, 3].map((index) => ({
              terms: [[index, 1] as const],
              low: Number.NEGATIVE_INFINITY,
              high: 7,
            })),
          ];
          const polytope = new Polytope(4, all);
          for (const objective of [first, second]) {
            const text = (factors: readonly number[]) =>
              factors
                .map((factor, index) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${index}`)
                .join(' ');
            const programme = [
              'Maximize',
              ` ${text(objective)}`,
              'Subject To',
              ...rows.map(({ factors, high }) => ` ${text(factors)} <= ${high}`),
              ...[0, 1, 2, 3].map((index) => ` x${index} <= 7`),
              'End',
            ].join('\n');
            const { ObjectiveValue } = solver.solve(programme);
            expect(polytope.maximise(Float64Array.from(objective)).value).toBeCloseTo(ObjectiveValue, 5);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
