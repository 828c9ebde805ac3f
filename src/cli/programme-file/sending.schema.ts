/** What a programme file says about when staff are written to. */

import { z } from 'zod';
import { day, directoryId, expected, listOf, slug, words } from './schema-parts';

const blackout = expected(
  z.strictObject({
    from: day,
    to: day,
    why: words(200),
    siteGroups: listOf(slug, 'site group').optional(),
  }),
  'days left out, with from, to (the last day), why and, where it is not everybody, siteGroups',
);

const goLiveChecks = expected(
  z.strictObject({ approvedBy: directoryId, approvedOn: day }),
  'the approval of one-question checks after go-live, with approvedBy (the aadObjectId of an SRO) and approvedOn',
);

export const sending = expected(
  z.strictObject({
    notOnBankHolidays: expected(z.boolean(), 'true or false').optional(),
    blackouts: expected(z.array(blackout), 'a list of days left out').optional(),
    goLiveChecks: goLiveChecks.optional(),
    anyTime: expected(
      z.boolean(),
      'true or false; true leaves out the quiet hours, and only a programme of invented people may',
    ).optional(),
  }),
  'when staff are written to, with notOnBankHolidays, blackouts and goLiveChecks',
);
