import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import { asId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import { isDontKnowYetHigh } from '../../../src/domain/score/dont-know-yet';
import { solve } from '../../support/solver';
import { labelsOf, releaseOf, rowOf } from './waves';

/** Every class at least 2: n 20, 12 favourable. */
const ordinary = { headcount: 40, answers: [2, 3, 3, 8, 4] };
const silent = (n: number) => ({ headcount: 30, answers: [n] });

describe('computeRelease', () => {
  it('shows every group when all have answered enough', async () => {
    const release = await releaseOf([
      [ordinary, ordinary],
      [ordinary, ordinary],
    ]);
    const total = rowOf(release, 'total');
    expect(total.figures).toMatchObject({ label: 'shown', n: 80, favourable: 48, favourableShare: 0.6 });
    expect(total.figures).toMatchObject({
      netAgreement: 35,
      distribution: [{ label: 'point1', count: 8 }, {}, {}, {}, {}],
    });
    expect(total.figures).toMatchObject({ mean: (100 * (3 * 1 + 3 * 2 + 8 * 3 + 4 * 4)) / 80 });
    expect(total.responsePercent).toBe(50);
    for (const kind of ['siteGroup', 'staffFamily'])
      expect(labelsOf(release, kind)).toEqual(['shown', 'shown']);
    expect(labelsOf(release, 'atom')).toEqual(['shown', 'shown', 'shown', 'shown']);
  });

  it('tells a group that has not been heard from one that is too small to show', async () => {
    const release = await releaseOf([
      [ordinary, silent(3)],
      [ordinary, { ...ordinary, headcount: 39 }],
    ]);
    expect(rowOf(release, 'atom:s0.f1').figures).toEqual({ label: 'notHeardYet' });
    expect(rowOf(release, 'atom:s1.f1').figures).toEqual({ label: 'tooSmallToShow' });
    expect(rowOf(release, 'atom:s0.f1').responsePercent).toBeUndefined();
    expect(rowOf(release, 'total').figures.label).toBe('shown');
    // The four atoms hide one another, so both margins can be shown.
    for (const kind of ['siteGroup', 'staffFamily'])
      expect(labelsOf(release, kind)).toEqual(['shown', 'shown']);
  });

  it('withholds no atom for silent ones that hide one another in every sum', async () => {
    const mixed = { headcount: 30, answers: [2, 1, 2, 2, 1] };
    const release = await releaseOf([
      [mixed, mixed, ordinary],
      [mixed, mixed, ordinary],
    ]);
    const quiet = ['notHeardYet', 'notHeardYet', 'shown'];
    expect(labelsOf(release, 'atom')).toEqual([...quiet, ...quiet]);
    for (const kind of ['total', 'siteGroup', 'staffFamily']) {
      expect(new Set(labelsOf(release, kind))).toEqual(new Set(['shown']));
    }
  });

  it('withholds a figure in every sum of silent ones that stand alone in it', async () => {
    const mixed = { headcount: 30, answers: [2, 1, 2, 2, 1] };
    const release = await releaseOf([
      [ordinary, mixed, ordinary],
      [ordinary, mixed, ordinary],
    ]);
    expect(labelsOf(release, 'atom')?.filter((label) => label === 'tooSmallToShow')).toHaveLength(2);
    for (const kind of ['total', 'siteGroup', 'staffFamily']) {
      expect(new Set(labelsOf(release, kind))).toEqual(new Set(['shown']));
    }
  });

  it('does not leave silent atoms whose sums tell each of them', async () => {
    const almost = { headcount: 30, answers: [2, 2, 2, 2, 2] };
    const release = await releaseOf([
      [almost, almost, ordinary],
      [almost, almost, ordinary],
    ]);
    // 10 + 10 with fewer than 11 each could only be 10 and 10.
    expect(labelsOf(release, 'atom')?.filter((label) => label === 'tooSmallToShow')).toHaveLength(2);
  });

  it('shows no share where only a silent group could hide it', async () => {
    const release = await releaseOf([[silent(3), { headcount: 40, answers: [20, 0, 0, 0, 0] }]]);
    expect(labelsOf(release, 'atom')).toEqual(['notHeardYet', 'tooSmallToShow']);
    expect(rowOf(release, 'total').figures).toEqual({ label: 'band', n: 23, band: 'atMost20' });
    expect(rowOf(await releaseOf([[silent(3), silent(4)]]), 'total').figures.label).toBe('notHeardYet');
  });

  it('never shows one atom of fewer than 2k people', async () => {
    const release = await releaseOf([[{ headcount: 15, answers: [3, 3, 3, 3, 3] }]]);
    for (const row of release.tables[0]?.rows ?? []) expect(row.figures).toEqual({ label: 'tooSmallToShow' });
  });

  it('publishes that everybody is unfavourable, and raises the flag, but not the distribution', async () => {
    const release = await releaseOf([
      [ordinary, { headcount: 30, answers: [10, 4] }],
      [ordinary, ordinary],
    ]);
    const row = rowOf(release, 'atom:s0.f1');
    expect(row.figures).toEqual({ label: 'band', n: 14, band: 'atMost20' });
    expect(row.isBelowFloor).toBe(true);
    // Only bands beside it and below it, or a sum would give its share away; the sums themselves are shown.
    expect(labelsOf(release, 'atom')).toEqual(['band', 'band', 'band', 'band']);
    expect(labelsOf(release, 'siteGroup')).toEqual(['shown', 'shown']);
    expect(rowOf(release, 'total').figures.label).toBe('shown');
  });

  it('gives the total the band that every atom has', async () => {
    const none = { headcount: 30, answers: [10, 4] };
    const release = await releaseOf([[none, none]]);
    expect(rowOf(release, 'total').figures).toEqual({ label: 'band', n: 28, band: 'atMost20' });
    expect(rowOf(release, 'total').isBelowFloor).toBe(true);
  });

  it('merges the five classes to three, or to the share, rather than show a class of one', async () => {
    const three = { headcount: 40, answers: [1, 5, 4, 9, 1] };
    const share = { headcount: 40, answers: [4, 5, 1, 6, 4] };
    const release = await releaseOf([
      [ordinary, three],
      [share, share],
    ]);
    expect(rowOf(release, 'atom:s0.f1').figures).toMatchObject({
      netAgreement: 20,
      distribution: [
        { label: 'unfavourable', count: 6 },
        { label: 'neutral', count: 4 },
        { label: 'favourable', count: 10 },
      ],
    });
    expect(rowOf(release, 'atom:s0.f1').figures).not.toHaveProperty('mean');
    expect(rowOf(release, 'atom:s1.f0').figures).not.toHaveProperty('netAgreement');
    // Two neutral answers among the two: each is known to have 0 or 1, so both would be told.
    expect(rowOf(release, 'total').figures).not.toHaveProperty('netAgreement');
    expect(rowOf(release, 'siteGroup:s0').figures).toMatchObject({ label: 'shown', n: 40 });
    expect(rowOf(release, 'siteGroup:s0').figures).not.toHaveProperty('netAgreement');
  });

  it('shows the outside shares apart, together, or not at all', async () => {
    const apart = { headcount: 40, answers: [...ordinary.answers, 10, 2] };
    const together = { headcount: 40, answers: [...ordinary.answers, 4, 1] };
    const release = await releaseOf([
      [apart, together],
      [apart, ordinary],
    ]);
    expect(rowOf(release, 'atom:s0.f0').figures).toMatchObject({
      outside: { kind: 'each', dontKnowYet: 10 / 32, notMyArea: 2 / 32 },
    });
    expect(isDontKnowYetHigh(rowOf(release, 'atom:s0.f0').figures)).toBe(true);
    expect(rowOf(release, 'atom:s0.f1').figures).toMatchObject({
      outside: { kind: 'together', dontKnowYetOrNotMyArea: 0.2 },
    });
    expect(isDontKnowYetHigh(rowOf(release, 'atom:s0.f1').figures)).toBe(false);
    expect(rowOf(release, 'atom:s1.f1').figures).not.toHaveProperty('outside');
    // Only one atom shows none: the total would tell it.
    expect(rowOf(release, 'total').figures).not.toHaveProperty('outside');
  });

  it('does not let the response tell an answer that is not shown', async () => {
    const release = await releaseOf([[{ headcount: 22, answers: [2, 2, 2, 3, 3, 1] }, ordinary]]);
    // 13 of 22 answered, which would be 60 %; 12 are shown.
    expect(rowOf(release, 'atom:s0.f0').responsePercent).toBe(55);
  });

  it('counts a scale around its middle and shows choices for everybody alone', async () => {
    const scale = {
      id: asId<never>('scale'),
      text: 'How ready?',
      kind: 'scale' as const,
      minimum: 1,
      maximum: 4,
    };
    const keys = ['number:1', 'number:2', 'number:3', 'number:4'];
    const site = [{ headcount: 40, answers: [3, 5, 6, 6] }];
    const rows = await releaseOf([site, site], { question: scale, keys });
    expect(rowOf(rows, 'total').figures).toMatchObject({
      favourable: 24,
      netAgreement: 20,
      distribution: [
        { label: 'unfavourable', count: 16 },
        { label: 'favourable', count: 24 },
      ],
    });
    const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }));
    const choice = { id: asId<never>('choice'), text: 'What next?', kind: 'choice' as const, choices };
    const choiceKeys = choices.map(({ id }) => `choice:${id}`);
    const chosen = async (answers: readonly number[]) =>
      (await releaseOf([[{ headcount: 40, answers }]], { question: choice, keys: choiceKeys })).tables[0];
    expect(await chosen([9, 4, 2, 1])).toMatchObject({
      rows: [],
      choices: {
        label: 'shown',
        n: 16,
        distribution: [{ label: 'a', count: 9 }, { label: 'b' }, { label: 'other', count: 3 }],
      },
    });
    expect((await chosen([15, 1, 0, 0]))?.choices).toEqual({ label: 'tooSmallToShow' });
    expect((await chosen([3, 1, 0, 0]))?.choices).toEqual({ label: 'notHeardYet' });
  });

  it('refuses a tally from outside the frame', async () => {
    const wave = {
      waveId: asId<never>('w'),
      programmeId: asId<never>('p'),
      pulseId: asId<never>('q'),
      title: '',
      questions: [],
      frame: { atoms: [] },
      minimumGroupSize: 11,
      confidenceFloor: 0.6,
    };
    const tallies = [{ atomId: asId<never>('a'), questionId: asId<never>('q'), counts: {} }];
    const input = { wave, tallies, releasedAt: instantOf(0) };
    await expect(computeRelease(input, solve)).rejects.toThrow(RangeError);
  });

  it('leaves nearly everything in sight on a hospital of the usual shape at 40 % response', async () => {
    const shares = [0.27, 0.24, 0.15, 0.13, 0.13, 0.08];
    const places = [1900, 1600, 600, 500, 400];
    const sites = places.map((people, site) =>
      shares.map((share, family) => {
        const headcount = Math.round(people * share);
        const n = Math.round(headcount * (0.3 + 0.05 * ((site + family) % 5)));
        const answers = [0.1, 0.2, 0.15, 0.35, 0.2].map((part, point) =>
          Math.round(n * (part + 0.03 * (((site * 3 + family + point) % 3) - 1))),
        );
        return { headcount, answers };
      }),
    );
    const release = await releaseOf(sites);
    const atoms = release.tables[0]?.rows.filter((row) => row.kind === 'atom') ?? [];
    const published = atoms.filter(({ figures }) => 'n' in figures);
    const all = sites.flat().reduce((sum, { answers }) => sum + answers.reduce((a, b) => a + b, 0), 0);
    const shown = published.reduce((sum, { figures }) => sum + ('n' in figures ? figures.n : 0), 0);
    expect(atoms).toHaveLength(30);
    expect(published.length).toBeGreaterThanOrEqual(22);
    expect(shown / all).toBeGreaterThan(0.85);
    expect(rowOf(release, 'total').figures.label).toBe('shown');
  });
});
