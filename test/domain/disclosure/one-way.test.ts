import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { Profile } from '../../../src/domain/disclosure/profile';
import type { GroupRow } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import { solve } from '../../support/solver';
import { confidence } from './waves';

interface Sketch {
  readonly atom: string;
  readonly shift?: string;
  readonly area?: string;
  readonly headcount: number;
  /** Answers by point, 1 to 5. */
  readonly answers: readonly number[];
}

const add = (a: readonly number[], b: readonly number[]) => b.map((count, index) => count + (a[index] ?? 0));

async function rowsOf(sketches: readonly Sketch[]): Promise<readonly GroupRow[]> {
  const atoms = [...new Set(sketches.map(({ atom }) => atom))].map((atom) => {
    const members = sketches.filter((sketch) => sketch.atom === atom);
    const [siteGroup = '', staffFamily = ''] = atom.split('.');
    return {
      atom: {
        id: asId<never>(atom),
        name: atom,
        cells: [{ siteGroup, staffFamily }],
        headcount: members.reduce((sum, { headcount }) => sum + headcount, 0),
      },
      answers: members.map(({ answers }) => answers).reduce(add, []),
    };
  });
  const countsOf = (answers: readonly number[]) =>
    Object.fromEntries(answers.map((count, index) => [`point${index + 1}`, count]));
  const release = await computeRelease(
    {
      wave: {
        waveId: asId('wave'),
        programmeId: asId('programme'),
        pulseId: asId('pulse'),
        title: 'Pulse',
        questions: [confidence],
        frame: { atoms: atoms.map(({ atom }) => atom) },
        minimumGroupSize: 11,
        confidenceFloor: 0.6,
      },
      tallies: atoms.map(({ atom, answers }) => ({
        atomId: atom.id,
        questionId: confidence.id,
        counts: countsOf(answers),
      })),
      profiles: sketches.map(
        ({ atom, shift = 'days', area = 'ward', headcount, answers }): Profile => ({
          atomId: asId(atom),
          groups: { shift, area, cohort: 'notStated', employment: 'notStated' },
          headcount,
          counts: new Map([[confidence.id, countsOf(answers)]]),
        }),
      ),
      releasedAt: instantOf(0),
    },
    solve,
  );
  return release.tables[0]?.rows ?? [];
}

const labels = (rows: readonly GroupRow[], kind: string) =>
  Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.groupId, row.figures.label]));

const many = { headcount: 100, answers: [5, 6, 8, 20, 10] };
const few = { headcount: 40, answers: [1, 1, 1, 1, 1] };

describe('one-way margins', () => {
  it('shows each shift, and no margin that has one group only', async () => {
    const rows = await rowsOf([
      { atom: 'a.x', shift: 'days', ...many },
      { atom: 'a.x', shift: 'nights', ...many },
      { atom: 'b.x', shift: 'days', ...many },
      { atom: 'b.x', shift: 'nights', ...many },
    ]);
    expect(labels(rows, 'shift')).toEqual({ 'shift:days': 'shown', 'shift:nights': 'shown' });
    for (const kind of ['area', 'cohort', 'employment']) expect(labels(rows, kind)).toEqual({});
    expect(rows.find(({ groupId }) => groupId === 'shift:nights')).toMatchObject({
      headcount: 200,
      responsePercent: 50,
      figures: { n: 98, favourable: 60 },
    });
  });

  it('withholds a second shift beside one that is not heard, so that the total does not tell it', async () => {
    const rows = await rowsOf([
      { atom: 'a.x', shift: 'days', ...many },
      { atom: 'a.x', shift: 'rotating', headcount: 60, answers: [5, 5, 5, 10, 5] },
      { atom: 'a.x', shift: 'nights', headcount: 40, answers: [0, 0, 1, 0, 0] },
      { atom: 'b.x', shift: 'days', ...many },
      { atom: 'b.x', shift: 'rotating', headcount: 60, answers: [5, 5, 5, 10, 5] },
      { atom: 'b.x', shift: 'nights', headcount: 40, answers: [2, 2, 1, 2, 2] },
    ]);
    expect(labels(rows, 'shift')).toEqual({
      'shift:days': 'shown',
      'shift:nights': 'notHeardYet',
      'shift:rotating': 'tooSmallToShow',
    });
  });

  it('merges groups of fewer than 2k people before it withholds any', async () => {
    const rows = await rowsOf([
      { atom: 'a.x', shift: 'days', ...many },
      { atom: 'a.x', shift: 'nights', headcount: 12, answers: [2, 2, 2, 2, 2] },
      { atom: 'a.x', shift: 'unknown', headcount: 15, answers: [2, 2, 2, 2, 2] },
    ]);
    expect(labels(rows, 'shift')).toEqual({ 'shift:days': 'shown', 'shift:nights~unknown': 'shown' });
  });

  it('leaves a margin out whose groups are whole atoms but for a few people', async () => {
    const nearly: readonly Sketch[] = [
      { atom: 'a.x', area: 'theatres', ...many },
      { atom: 'b.x', area: 'theatres', headcount: 3, answers: [0, 0, 1, 1, 1] },
      { atom: 'b.x', area: 'wards', ...many },
    ];
    expect(labels(await rowsOf(nearly), 'area')).toEqual({});
    const wholly = nearly.filter(({ headcount }) => headcount > 3);
    expect(labels(await rowsOf(wholly), 'area')).toEqual({ 'area:theatres': 'shown', 'area:wards': 'shown' });
  });

  it('leaves out an area that is one whole atom wherever that atom is withheld', async () => {
    const rows = await rowsOf([
      { atom: 'a.x', area: 'theatres', ...few },
      { atom: 'a.y', area: 'wards', ...many },
      { atom: 'b.x', area: 'wards', ...many },
      { atom: 'b.y', area: 'clinics', ...many },
    ]);
    // Not even the label is said again: together with the total it would tell more.
    expect(labels(rows, 'area')).toEqual({});
  });
});
