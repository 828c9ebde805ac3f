import { seededRandom } from '../../../src/cli/demo/seeded-random';
import { simulateAnswer } from '../../../src/cli/demo/simulate-answer';
import { syntheticProgramme } from '../../../src/cli/demo/synthetic-programme';
import { questionIds } from '../../../src/cli/demo/synthetic-pulse';
import { families, siteGroups, sites } from '../../../src/cli/demo/synthetic-shape';
import type { Day } from '../../../src/domain/instant';
import { acceptPersonRow, vocabularyOf } from '../../../src/domain/programme/accept-person-row';
import { checkProgramme } from '../../../src/domain/programme/check-programme';
import type { PersonRow } from '../../../src/domain/programme/person-row';
import { wilsonInterval } from '../../../src/domain/score/wilson';

const today = '2026-03-02' as Day;
const { programme, rows, personas } = syntheticProgramme({ seed: 'demo', today });
const familyOf = new Map(programme.staffGroups.map(({ id, staffFamily }) => [id, staffFamily]));
const siteGroupOf = new Map(programme.sites.map(({ odsCode, siteGroup }) => [odsCode, siteGroup]));
const cellOf = (row: PersonRow) => `${siteGroupOf.get(row.site)} ${familyOf.get(row.staffGroup)}`;

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

describe('the synthetic programme', () => {
  it('is one that could be applied, with every row importable', () => {
    expect(checkProgramme(programme)).toEqual([]);
    const vocabulary = vocabularyOf(programme);
    const refused = rows.filter((row) => acceptPersonRow(row, vocabulary).outcome === 'refused');
    expect(refused).toEqual([]);
    expect(new Set(rows.map(({ aadObjectId }) => aadObjectId)).size).toBe(rows.length);
  });

  it('has the shape of the published trust, and says that it is invented', () => {
    expect(rows).toHaveLength(5077);
    expect(programme.isSynthetic).toBe(true);
    expect([siteGroups.length, sites.length, families.length, programme.staffGroups.length]).toEqual([
      5, 14, 6, 9,
    ]);
    for (const count of tally(rows, (row) => familyOf.get(row.staffGroup) ?? '').values()) {
      expect(count).toBeGreaterThanOrEqual(300);
    }
  });

  it('gives each of the 30 atoms at least 22 people', () => {
    const cells = tally(rows, cellOf);
    expect(cells.size).toBe(30);
    expect(Math.min(...cells.values())).toBeGreaterThanOrEqual(22);
  });

  it('is the same for the same seed and another for another', () => {
    const text = JSON.stringify({ programme, rows, personas });
    expect(JSON.stringify(syntheticProgramme({ seed: 'demo', today }))).toBe(text);
    expect(JSON.stringify(syntheticProgramme({ seed: 'other', today }).rows)).not.toBe(JSON.stringify(rows));
  });

  it('casts a clinician who works where confidence is low', () => {
    expect(cellOf(personas.clinician)).toBe('east nursing');
    expect(programme.roles.sro?.[0]?.aadObjectId).toBe(personas.sro.aadObjectId);
  });
});

describe.each(['demo', 'one', 'two'])('answers simulated with seed %s', (seed) => {
  const random = seededRandom(seed);
  const waves = [0, 1, 2].map((wave) =>
    rows.map((row) => ({ cell: cellOf(row), answer: simulateAnswer(row, wave, random) })),
  );

  it('come from about 45 % of the people', () => {
    for (const wave of waves) {
      const answered = wave.filter(({ answer }) => answer).length / wave.length;
      expect(answered).toBeGreaterThan(0.42);
      expect(answered).toBeLessThan(0.48);
    }
  });

  it('put the two groups in trouble, and no other, under the floor in the third wave', () => {
    expect(below(waves[2] ?? [])).toEqual(['east nursing', 'st-brannoc medical']);
  });
});

function below(wave: readonly { cell: string; answer: ReturnType<typeof simulateAnswer> }[]): string[] {
  const points = wave.flatMap(({ cell, answer }) => {
    const value = answer?.[questionIds.confident];
    return value?.kind === 'point' ? [{ cell, isFavourable: value.point >= 4 }] : [];
  });
  const totals = tally(points, ({ cell }) => cell);
  const favourable = tally(
    points.filter(({ isFavourable }) => isFavourable),
    ({ cell }) => cell,
  );
  return [...totals]
    .filter(([cell, n]) => n >= 11 && wilsonInterval(favourable.get(cell) ?? 0, n).upper < 0.6)
    .map(([cell]) => cell)
    .sort();
}
