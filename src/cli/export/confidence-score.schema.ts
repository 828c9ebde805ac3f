/** The published schema of a confidence score, as analysts read it. */

import { z } from 'zod';
import { oneWayKinds } from '../../domain/disclosure/release';
import type { ConfidenceScore } from '../../domain/score/confidence-score';

const share = z.number().min(0).max(1).nullable();
const id = z.string().min(1);

export const confidenceScore = z
  .strictObject({
    scoreId: id,
    programmeId: id,
    programmeName: z.string(),
    isSynthetic: z.boolean().describe('True: invented people, not to be reported.'),
    pulseId: id,
    waveId: id,
    waveTitle: z.string(),
    releasedAt: z.iso.datetime().describe('UTC.'),
    questionId: id,
    questionText: z.string(),
    groupId: id,
    groupKind: z.enum(['total', 'siteGroup', 'staffFamily', 'atom', ...oneWayKinds]),
    groupName: z.string(),
    label: z
      .enum(['shown', 'band', 'notHeardYet', 'tooSmallToShow'])
      .describe('Figures are null where they are not shown.'),
    headcount: z.int().min(0).describe('N: people invited plus those who chose not to be asked.'),
    n: z.int().min(0).nullable().describe('Answers in the denominator.'),
    favourableShare: share.describe('0 to 1.'),
    intervalLower: share.describe('Wilson 95 %: covers chance, not those who chose not to answer.'),
    intervalUpper: share,
    finitePopulationLower: share.describe(
      'Wilson 95 % for a group of headcount people (O’Neill 2021): beside the interval, never in a verdict.',
    ),
    finitePopulationUpper: share,
    band: z
      .enum(['atMost20', 'from20To80', 'atLeast80'])
      .nullable()
      .describe('Instead of a share where nearly everybody answered alike, in per cent favourable.'),
    netAgreement: z.number().min(-100).max(100).nullable(),
    mean: z.number().min(0).max(100).nullable(),
    dontKnowYetShare: share.describe('Of all who answered the question; outside the favourable share.'),
    notMyAreaShare: share,
    dontKnowYetOrNotMyAreaShare: share.describe('Where the two may not be told apart.'),
    responsePercent: z.number().min(0).max(100).multipleOf(5).nullable(),
    representative: z
      .boolean()
      .nullable()
      .describe('False: those who answered cannot stand for the group; null where no figure is shown.'),
    notRepresentativeBecause: z
      .string()
      .nullable()
      .describe('lowResponse, or unevenResponse, notHeard or notListed with a group id; comma-separated.'),
    audience: z
      .enum(['everyone', 'random', 'list'])
      .nullable()
      .describe(
        'list: people whom the lead chose by name; null, as the next three, in scores of an earlier version.',
      ),
    chosenBecause: z.string().nullable().describe('Why the people on a list were chosen.'),
    wholeGroup: z
      .boolean()
      .nullable()
      .describe('False: a part of the group was not to be asked, so that no gate is judged on it.'),
    leftOut: z
      .string()
      .nullable()
      .describe('Whole groups of the programme that were left out, with their number and why.'),
    assistedPeople: z
      .int()
      .min(1)
      .nullable()
      .describe('Of a total alone: people without Teams among the headcount, who answer beside a champion.'),
    assistedAnswersAtLeast: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'Of a total alone: how many answered beside a champion, as a range; null where it may not be told.',
      ),
    assistedAnswersAtMost: z.int().min(0).nullable(),
    confidenceFloor: z.number().min(0).max(1),
    isBelowFloor: z.boolean().describe('The whole interval, or the whole band, is below the floor.'),
    visible: z.boolean().describe('Read only what is true: the wave is then complete.'),
  } satisfies Record<keyof ConfidenceScore, z.ZodType>)
  .describe('One confidence score: a wave, a released group, a question.');

export const scoreColumns = Object.keys(confidenceScore.shape) as readonly (keyof ConfidenceScore)[];

export function confidenceScoreJsonSchema(): object {
  return { title: 'Soundings confidence score', ...z.toJSONSchema(confidenceScore) };
}
