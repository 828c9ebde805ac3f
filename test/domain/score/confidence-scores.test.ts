import { confidenceScoresOf } from '../../../src/domain/score/confidence-scores';
import { releaseOf } from '../disclosure/waves';

const programme = { programmeName: 'Shared record', isSynthetic: true };
const ordinary = { headcount: 40, answers: [2, 3, 3, 8, 4] };

describe('confidenceScoresOf', () => {
  const release = releaseOf([
    [ordinary, { headcount: 30, answers: [3] }],
    [ordinary, { headcount: 30, answers: [10, 4] }],
  ]);
  const scores = confidenceScoresOf(release, programme);
  const scoreOf = (groupId: string) => scores.find((score) => score.groupId === groupId);

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
      responsePercent: null,
      band: null,
    });
    expect(scoreOf('atom:s1.f1')).toMatchObject({
      label: 'band',
      n: 14,
      band: 'atMost20',
      favourableShare: null,
      mean: null,
      isBelowFloor: true,
    });
    expect(scoreOf('atom:s1.f0')).toMatchObject({
      label: 'shown',
      n: 20,
      favourableShare: 0.6,
      netAgreement: 35,
    });
  });
});
