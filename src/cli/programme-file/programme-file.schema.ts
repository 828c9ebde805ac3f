/** What a programme file may hold. Each description completes the sentence "… must be". */

import { z } from 'zod';
import { questionBank } from '../../domain/bank/question-bank';
import type { Id } from '../../domain/ids';
import { lowestMinimumGroupSize } from '../../domain/programme/check-programme';
import { maximumQuestions } from '../../domain/programme/check-pulses';
import { employments, shifts } from '../../domain/programme/person';
import type { Role } from '../../domain/programme/programme';
import { stageNames } from '../../domain/programme/stage-name';
import { audience } from './audience.schema';
import { champions } from './champions.schema';
import { directory } from './directory.schema';
import { escalationPolicy, workingHours } from './escalation-policy.schema';
import { gates } from './gates.schema';
import { issuePolicy } from './issue-policy.schema';
import { reviewPolicy, workflows } from './reviews.schema';
import { hospitalNumber, place, safety, speakUp } from './safety.schema';
import { schedule } from './schedule.schema';
import { branded, day, directoryId, expected, listOf, odsCode, slug, whole, words } from './schema-parts';
import { sending } from './sending.schema';

const named = { id: slug, name: words(120) };
const roleHolders = listOf(
  expected(z.strictObject({ aadObjectId: directoryId, displayName: words(200) }), 'a person'),
  'person',
).optional();

const questionBase = { id: branded<Id<'question'>>(slug), text: words(300) };
export const question = expected(
  z.discriminatedUnion('kind', [
    z.strictObject({ ...questionBase, kind: z.enum(['confidence', 'agreement']) }),
    z.strictObject({
      ...questionBase,
      kind: z.literal('scale'),
      minimum: whole(0, 100).default(0),
      maximum: whole(0, 100).default(10),
    }),
    z.strictObject({
      ...questionBase,
      kind: z.literal('choice'),
      choices: expected(
        z
          .array(expected(z.strictObject({ id: slug, text: words(100) }), 'a choice'))
          .min(2)
          .max(10),
        'a list of 2 to 10 choices',
      ),
    }),
    z.strictObject({ ...questionBase, kind: z.literal('text') }),
  ]),
  'a question whose kind is confidence, agreement, scale, choice or text',
);
/** May stand in place of a question; `resolveBank` exchanges it before the rest is read. */
export const bankReference = expected(
  z.strictObject({
    bank: expected(
      z.enum(questionBank.map((item) => item.question.id)),
      'the id of a question in docs/question-bank.md',
    ),
  }),
  'a question of the bank, by its id',
);

const sections = {
  id: branded<Id<'programme'>>(slug),
  name: words(120),
  tenantId: directoryId,
  isSynthetic: expected(z.boolean(), 'true or false').default(false),
  timeZone: words(60).default('Europe/London'),
  minimumGroupSize: expected(
    z.int().min(lowestMinimumGroupSize).max(1_000),
    `a whole number of at least ${lowestMinimumGroupSize} (11 is usual)`,
  ).default(11),
  confidenceFloor: expected(z.number().min(0).max(1), 'a share from 0 to 1, such as 0.6'),
  organisations: listOf(
    expected(
      z.strictObject({ odsCode: branded<Id<'organisation'>>(odsCode), name: words(120) }),
      'an organisation',
    ),
    'organisation',
  ),
  siteGroups: listOf(expected(z.strictObject(named), 'a site group'), 'site group'),
  sites: listOf(
    expected(
      z.strictObject({
        odsCode,
        name: words(120),
        organisation: branded<Id<'organisation'>>(odsCode),
        siteGroup: slug,
      }),
      'a site',
    ),
    'site',
  ),
  staffFamilies: listOf(expected(z.strictObject(named), 'a staff family'), 'staff family'),
  staffGroups: listOf(
    expected(z.strictObject({ ...named, staffFamily: slug }), 'a staff group'),
    'staff group',
  ),
  stages: expected(
    z.array(
      expected(
        z.strictObject({
          name: expected(z.enum(stageNames), `one of: ${stageNames.join(', ')}`),
          startsOn: day,
          setBy: words(120),
          why: words(500),
        }),
        'a stage',
      ),
    ),
    'a list of stages',
  ).default([]),
  roles: expected(
    z.strictObject({
      lead: roleHolders,
      pmo: roleHolders,
      sro: roleHolders,
      deputySro: roleHolders,
      sponsor: roleHolders,
      clinicalSafetyOfficer: roleHolders,
      clinicalSafetyDeputy: roleHolders,
      viewer: roleHolders,
    } satisfies Record<Role, typeof roleHolders>),
    'roles, each with its list of people',
  ),
  champions: champions.optional(),
  pulses: expected(
    z.array(
      expected(
        z.strictObject({
          id: branded<Id<'pulse'>>(slug),
          title: words(100),
          questions: expected(
            z.array(question).min(1).max(maximumQuestions),
            `a list of 1 to ${maximumQuestions} questions`,
          ),
          openForDays: whole(1, 60).default(14),
          audience: audience.default({ kind: 'everyone' }),
          schedule: schedule.optional(),
          isCheck: expected(z.boolean(), 'true or false').optional(),
        }),
        'a pulse',
      ),
    ),
    'a list of pulses',
  ).default([]),
  gates: gates.optional(),
  escalationPolicy: escalationPolicy.default({ leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 }),
  workingHours: workingHours.optional(),
  issuePolicy: issuePolicy.optional(),
  sending: sending.optional(),
  workflows: workflows.optional(),
  reviewPolicy: reviewPolicy.optional(),
  directory: directory.optional(),
  headcounts: expected(
    z.array(
      expected(
        z.strictObject({
          siteGroup: slug.optional(),
          staffFamily: slug.optional(),
          shift: expected(z.enum(shifts), `one of: ${shifts.join(', ')}`).optional(),
          employment: expected(z.enum(employments), `one of: ${employments.join(', ')}`).optional(),
          count: whole(1, 2_000_000, 'how many people there are,'),
          source: words(200),
          asOf: day,
        }),
        'a headcount',
      ),
    ),
    'a list of headcounts, each of one site group, staff family, shift or employment, or of everyone',
  ).optional(),
  declaredChanges: expected(
    z.array(expected(z.strictObject({ on: day, what: words(200), setBy: words(120) }), 'a change')),
    'a list of changes after which confidence is another matter',
  ).optional(),
  safety: safety.optional(),
  speakUp: speakUp.optional(),
  hospitalNumber: hospitalNumber.optional(),
  links: expected(
    z.record(expected(z.string().regex(/^[a-z][A-Za-z0-9]*$/), 'a name such as privacy'), place),
    'names, each with an address or a telephone number',
  ).default({}),
};

export const programmeSections = sections;
export const programmeFile = z.strictObject(sections).describe('a Soundings programme');
