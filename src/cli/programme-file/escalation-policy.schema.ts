/** What a programme file says about who is asked to decide, how long they have, and when they are at work. */

import { z } from 'zod';
import { issueCategories } from '../../domain/issue/issue';
import { decidingRoles } from '../../domain/programme/held-roles';
import { day, directoryId, expected, listOf, whole, words } from './schema-parts';

const person = expected(
  z.strictObject({ aadObjectId: directoryId, displayName: words(200) }),
  'a person with aadObjectId and displayName',
);
const hours = expected(z.number().min(0.25).max(400), 'working hours from 0.25 to 400');

const step = expected(
  z.strictObject({
    role: expected(z.enum(decidingRoles), `one of: ${decidingRoles.join(', ')}`).optional(),
    person: person.optional(),
    acknowledgeWithinHours: hours.optional(),
    decideWithinHours: hours,
  }),
  'a step with a role or a person, and decideWithinHours',
);

const sponsor = expected(
  z.strictObject({
    category: expected(z.enum(issueCategories), `one of: ${issueCategories.join(', ')}`),
    aadObjectId: directoryId,
  }),
  'a sponsor with the category they answer for and their aadObjectId',
);

export const escalationPolicy = expected(
  z.strictObject({
    leadWithinWorkingDays: whole(1, 20).default(3),
    decideWithinWorkingDays: whole(1, 20).default(5),
    steps: listOf(step, 'step').optional(),
    board: person.optional(),
    sponsors: listOf(sponsor, 'sponsor').optional(),
  }),
  'an escalation policy',
);

const time = (pattern: RegExp, latest: string) =>
  expected(z.string().regex(pattern), `a time from 00:00 to ${latest}, in quotes`);

export const workingHours = expected(
  z.strictObject({
    opensAt: time(/^([01]\d|2[0-3]):[0-5]\d$/, '23:59').default('09:00'),
    closesAt: time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '24:00').default('17:00'),
    weekdays: listOf(whole(1, 7, 'a day of the week, 1 for Monday,'), 'day of the week').default([
      1, 2, 3, 4, 5,
    ]),
    bankHolidays: expected(
      z.union([z.literal('england'), z.array(day)]),
      'england, or a list of days that take the place of England’s bank holidays',
    ).default('england'),
  }),
  'working hours with opensAt, closesAt, weekdays and bankHolidays',
);
