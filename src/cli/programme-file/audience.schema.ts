/** Whom a pulse of a programme file asks. */

import { z } from 'zod';
import { directoryId, expected, listOf, slug, words } from './schema-parts';

/** More reasons for leaving people out than this cannot be read beside a result. */
const maximumLeaveOuts = 10;

const groups = {
  siteGroups: listOf(slug, 'site group').optional(),
  staffFamilies: listOf(slug, 'staff family').optional(),
};
const why = words(300);

const selection = {
  only: expected(
    z.strictObject(groups),
    'whole groups: siteGroups, staffFamilies, or both for those who are in both',
  ).optional(),
  leaveOut: expected(
    z
      .array(
        expected(
          z.strictObject({ ...groups, cohorts: listOf(words(100), 'cohort').optional(), why }),
          'a whole group (siteGroups, staffFamilies, cohorts; of several kinds those who are in all) and why',
        ),
      )
      .min(1)
      .max(maximumLeaveOuts),
    `a list of 1 to ${maximumLeaveOuts} whole groups that are not asked, each with why`,
  ).optional(),
};

export const audience = expected(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everyone'), ...selection }),
    z.strictObject({
      kind: z.literal('random'),
      share: expected(z.number().gt(0).max(1), 'a share above 0 and at most 1'),
      seed: words(100),
      ...selection,
    }),
    z.strictObject({
      kind: z.literal('list'),
      people: listOf(directoryId, 'directory id'),
      why,
    }),
  ]),
  'an audience whose kind is everyone, random or list',
);
