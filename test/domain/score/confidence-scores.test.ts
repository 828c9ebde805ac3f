import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Release } from '../../../src/domain/disclosure/release';
import type { Day } from '../../../src/domain/instant';
import type { ConfidenceScore } from '../../../src/domain/score/confidence-score';
import { confidenceScoresOf } from '../../../src/domain/score/confidence-scores';
import { finitePopulationInterval, wilsonInterval } from '../../../src/domain/score/wilson';
import type { AskedOf } from '../../../src/domain/silence/response-by-group';
import { releaseOf } from '../disclosure/waves';

const programme = { programmeName: 'Shared record', isSynthetic: true };
const ordinary = { headcount: 40, answers: [2, 3, 3, 8, 4, 3, 2] };
const everyone: AskedOf = { audience: { kind: 'everyone' }, frame: { atoms: [] } };
const declared: AskedOf = {
  ...everyone,
  headcounts: [{ count: 4000, source: 'Staff record', asOf: '2026-03-31' as Day }],
};

describe('confidenceScoresOf', () => {
  let release: Release;
  let scores: readonly ConfidenceScore[];
  /** One of the ordinary atoms that no other needs for its sake. */
  const shownAtom = () => scores.find(({ groupKind, label }) => groupKind === 'atom' && label === 'shown');
  const scoreOf = (groupId: string) => scores.find((score) => score.groupId === groupId);

  beforeAll(async () => {
    release = await releaseOf([
      [ordinary, { headcount: 30, answers: [3] }, ordinary, ordinary],
      [ordinary, ordinary, ordinary, ordinary],
      [ordinary, ordinary, ordinary, { headcount: 30, answers: [10, 4] }],
      [ordinary, ordinary, ordinary, ordinary],
    ]);
    scores = confidenceScoresOf(release, programme, everyone);
  });

  it('gives a group named by words an id that a document may have', () => {
    const groupId = 'area:Women’s and children / “A”' as ConfidenceScore['groupId'];
    const tables = release.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, groupId })),
    }));
    const [score] = confidenceScoresOf({ ...release, tables }, programme, everyone);
    expect(score?.groupId).toBe(groupId);
    expect(score?.scoreId).toMatch(/^(?!.*[/\\?#])[!-~]{1,255}$/);
  });

  it('gives one document per group and question, not yet visible, with an id that follows from them', () => {
    expect(scores).toHaveLength(release.tables[0]?.rows.length ?? 0);
    expect(new Set(scores.map(({ scoreId }) => scoreId)).size).toBe(scores.length);
    expect(scores.every(({ visible }) => !visible)).toBe(true);
    expect(scoreOf('total')).toMatchObject({
      scoreId: 'score:wave-1:ready:total',
      programmeName: 'Shared record',
      isSynthetic: true,
      confidenceFloor: 0.6,
    });
  });

  it('holds null where nothing is shown', () => {
    expect(scoreOf('atom:s0.f1')).toMatchObject({
      label: 'notHeardYet',
      headcount: 30,
      n: null,
      favourableShare: null,
      intervalUpper: null,
      finitePopulationUpper: null,
      responsePercent: null,
      band: null,
      dontKnowYetShare: null,
      representative: null,
      notRepresentativeBecause: null,
    });
    expect(scoreOf('atom:s2.f3')).toMatchObject({
      label: 'band',
      n: 14,
      band: 'atMost20',
      favourableShare: null,
      finitePopulationUpper: null,
      mean: null,
      isBelowFloor: true,
    });
  });

  it('holds the interval, and beside it the one for a group of that size', () => {
    const shown = shownAtom();
    const plain = wilsonInterval(12, 20);
    const finite = finitePopulationInterval(12, 20, 40);
    expect(shown).toMatchObject({
      label: 'shown',
      n: 20,
      favourableShare: 0.6,
      netAgreement: 35,
      intervalLower: plain.lower,
      intervalUpper: plain.upper,
      finitePopulationLower: finite.lower,
      finitePopulationUpper: finite.upper,
    });
    expect(finite.lower).toBeGreaterThan(plain.lower);
  });

  it('keeps “I don’t know yet” and “not my area” out of the share, and shows both beside it', () => {
    expect(shownAtom()).toMatchObject({ n: 20, dontKnowYetShare: 0.12, notMyAreaShare: 0.08 });
  });

  it('says whether those who answered can stand for the group, and if not why', () => {
    expect(shownAtom()).toMatchObject({ representative: true, notRepresentativeBecause: null });
    const counted = confidenceScoresOf(release, programme, declared);
    expect(counted.find(({ groupId }) => groupId === 'total')).toMatchObject({
      representative: false,
      notRepresentativeBecause: expect.stringContaining('notListed total'),
    });
  });

  it('writes documents that the published schema describes, and only such', () => {
    const path = join(__dirname, '../../../docs/schema/confidence-score.schema.json');
    const published = z.fromJSONSchema(JSON.parse(readFileSync(path, 'utf8')));
    const labels = new Set(scores.map(({ label }) => label));
    expect([...labels].sort()).toEqual(['band', 'notHeardYet', 'shown', 'tooSmallToShow']);
    for (const score of [...scores, ...confidenceScoresOf(release, programme, declared)]) {
      expect(published.safeParse(JSON.parse(JSON.stringify(score))).error).toBeUndefined();
    }
    const [one] = scores;
    for (const wrong of [
      { favourableShare: 1.2 },
      { groupKind: 'person' },
      { personId: 'p' },
      { visible: 'yes' },
    ]) {
      expect(published.safeParse({ ...one, ...wrong }).success).toBe(false);
    }
  });
});
