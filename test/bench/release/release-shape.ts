/** The shapes that the benchmark of the release computes, and invented waves and answers of such a shape. */

import type { FrameInput } from '../../../src/domain/disclosure/build-frame';
import type { ReleaseInput } from '../../../src/domain/disclosure/compute-release';
import { asId, type CampaignId, type QuestionId, type WaveId } from '../../../src/domain/ids';
import type { Question } from '../../../src/domain/pulse/question';
import type { Frame } from '../../../src/domain/pulse/wave';
import { seededRandom } from '../../support/loopback-teams/seeded-random';

export interface ReleaseShape {
  readonly name: string;
  readonly sites: number;
  readonly staffGroups: number;
  readonly questions: number;
  /** People who answer, each every question. */
  readonly answers: number;
  /** Through an embedded file: the answers read from it, the release written to it. */
  readonly isStored: boolean;
}

const trust = { sites: 14, staffGroups: 9, questions: 3, isStored: true };

export const releaseShapes: readonly ReleaseShape[] = [
  { name: '1k', ...trust, answers: 1_000 },
  { name: '10k', ...trust, answers: 10_000 },
  { name: '100k', ...trust, answers: 100_000 },
  { name: 'wide', sites: 300, staffGroups: 9, questions: 9, answers: 100_000, isStored: false },
];

export const benchWaveId = asId<WaveId>('bench.readiness.w1');
export const benchCampaignId = asId<CampaignId>('bench.readiness.w1.invitations');
export const minimumGroupSize = 11;
/** Of those invited, over all groups. */
const responseShare = 0.4;

export interface BenchCell {
  readonly siteGroup: string;
  readonly staffFamily: string;
  readonly headcount: number;
  readonly answers: number;
  /** The chance of a favourable answer. */
  readonly favours: number;
}

/** Cells as uneven as a trust's: some ten times as large as others, some nearly silent, families apart in mood. Each site
 * is a site group of its own and each staff group a family of its own: the most cells that there can be. */
export function cellsOf({ sites, staffGroups, answers }: ReleaseShape): readonly BenchCell[] {
  const random = seededRandom(20_261_122 + sites);
  const siteSizes = Array.from({ length: sites }, () => Math.exp(1.4 * (random() - 0.5) * 2));
  const familySizes = Array.from({ length: staffGroups }, () => Math.exp(1.1 * (random() - 0.5) * 2));
  const drafts = siteSizes.flatMap((siteSize, site) =>
    familySizes.map((familySize, family) => {
      const isNearlySilent = random() < 0.05;
      const size = siteSize * familySize * (0.7 + 0.6 * random());
      return {
        siteGroup: `s${site}`,
        staffFamily: `f${family}`,
        size,
        weight: size * (isNearlySilent ? 0.1 : 0.6 + 0.8 * random()),
        favours: 0.4 + 0.04 * family + 0.2 * random(),
      };
    }),
  );
  const totalSize = sumOf(drafts.map(({ size }) => size));
  const counts = shareOut(
    answers,
    drafts.map(({ weight }) => weight),
  );
  return drafts.map(({ siteGroup, staffFamily, size, favours }, index) => {
    const answered = counts[index] ?? 0;
    const headcount = Math.max(answered, Math.round((answers / responseShare / totalSize) * size), 1);
    return { siteGroup, staffFamily, headcount, answers: answered, favours };
  });
}

export function frameInputOf(shape: ReleaseShape, cells: readonly BenchCell[]): FrameInput {
  const named = (prefix: string, count: number, what: string) =>
    Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, name: `${what} ${index + 1}` }));
  return {
    cells,
    siteGroups: named('s', shape.sites, 'Site'),
    staffFamilies: named('f', shape.staffGroups, 'Family'),
    minimumGroupSize,
  };
}

/** A question of confidence, then agreement, with a scale every fourth. */
export function questionsOf({ questions }: ReleaseShape): readonly Question[] {
  return Array.from({ length: questions }, (_, index): Question => {
    const base = { id: asId<QuestionId>(`q${index}`), text: `Question ${index + 1}` };
    if (index % 4 === 3) return { ...base, kind: 'scale', minimum: 1, maximum: 7 };
    return { ...base, kind: index === 0 ? 'confidence' : 'agreement' };
  });
}

/** As much of a wave as its release reads. */
export function waveOf(
  shape: ReleaseShape,
  frame: Frame,
): ReleaseInput['wave'] & { readonly campaignId: CampaignId } {
  return {
    waveId: benchWaveId,
    programmeId: asId('bench'),
    campaignId: benchCampaignId,
    pulseId: asId('readiness'),
    title: 'Bench',
    questions: questionsOf(shape),
    frame,
    minimumGroupSize,
    confidenceFloor: 0.6,
  };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Whole numbers that add up to `total`, each as near to its share as can be (largest remainder). */
function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const all = sumOf(weights);
  const exact = weights.map((weight) => (total * weight) / all);
  const counts = exact.map(Math.floor);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, total - sumOf(counts)))
    counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
