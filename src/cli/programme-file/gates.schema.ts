/** The gates of a programme file. */

import { z } from 'zod';
import { calendarKinds, evidenceTopics } from '../../domain/gate/gate-definition';
import type { Id } from '../../domain/ids';
import { employments, shifts } from '../../domain/programme/person';
import { branded, day, expected, listOf, slug, words } from './schema-parts';

/** More cannot be read on a phone. */
const maximumCriteria = 20;
const maximumEntries = 20;

const floor = expected(z.number().min(0).max(1), 'a share from 0 to 1, such as 0.8');
/** The response is released to the nearest 5 %, so that nothing above this can be told from it. */
const responseFloor = expected(z.number().min(0).max(0.95), 'a share from 0 to 0.95, such as 0.5');
const pulse = branded<Id<'pulse'>>(slug);

const group = expected(
  z.strictObject({
    siteGroups: listOf(slug, 'site group').optional(),
    staffFamilies: listOf(slug, 'staff family').optional(),
    shift: expected(z.enum(shifts), `one of: ${shifts.join(', ')}`).optional(),
    employment: expected(z.enum(employments), `one of: ${employments.join(', ')}`).optional(),
    area: words(100).optional(),
    cohort: words(100).optional(),
  }),
  'a group: siteGroups, staffFamilies, both, or one of shift, area, cohort and employment; {} is everyone',
).default({});

const criterion = expected(
  z.discriminatedUnion('kind', [
    z.strictObject({
      id: slug,
      kind: z.literal('confidence'),
      pulse,
      question: branded<Id<'question'>>(slug).optional(),
      group,
      floor: floor.optional(),
    }),
    z.strictObject({ id: slug, kind: z.literal('response'), pulse, group, floor: responseFloor }),
    z.strictObject({ id: slug, kind: z.literal('training'), group, floor }),
    z.strictObject({ id: slug, kind: z.literal('accessTested'), group, floor }),
    z.strictObject({
      id: slug,
      kind: z.literal('evidence'),
      topic: expected(z.enum(evidenceTopics), `one of: ${evidenceTopics.join(', ')}`),
      what: words(200),
      owner: words(120),
      dueOn: day,
    }),
    z.strictObject({ id: slug, kind: z.literal('safetyCase') }),
    z.strictObject({ id: slug, kind: z.literal('openBlockers') }),
    z.strictObject({
      id: slug,
      kind: z.literal('reviewsAgreed'),
      workflows: listOf(slug, 'workflow').optional(),
    }),
  ]),
  'a criterion whose kind is confidence, response, training, accessTested, evidence, safetyCase, openBlockers or reviewsAgreed',
);

const calendarEntry = expected(
  z.strictObject({
    kind: expected(z.enum(calendarKinds), `one of: ${calendarKinds.join(', ')}`),
    what: words(200),
    startsOn: day,
    endsOn: day,
    setBy: words(120),
    why: words(500),
  }),
  'an entry of the change calendar',
);

export const gates = expected(
  z.array(
    expected(
      z.strictObject({
        id: slug,
        name: words(120),
        decidesOn: day,
        goLiveOn: day,
        setBy: words(120),
        why: words(500),
        criteria: expected(
          z.array(criterion).min(1).max(maximumCriteria),
          `a list of 1 to ${maximumCriteria} criteria`,
        ),
        calendar: expected(
          z.array(calendarEntry).max(maximumEntries),
          `a list of at most ${maximumEntries} entries`,
        ).default([]),
      }),
      'a gate',
    ),
  ),
  'a list of gates',
);
