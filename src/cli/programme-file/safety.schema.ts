/** Where a programme file sends what is not for the programme: safety, and what cannot be said to it. */

import { z } from 'zod';
import { expected, whole, words } from './schema-parts';

export const place = expected(
  z
    .string()
    .regex(/\S/)
    .max(500)
    .regex(/^(https:\/\/\S+|(?!.*:\/\/).*)$/),
  'an address that begins with https://, or a text such as a telephone number',
);

export const safety = expected(
  z.strictObject({
    callNow: words(120),
    incidentSystem: place,
    acknowledgeWithinMinutes: whole(5, 1_440, 'a number of minutes').default(60),
  }),
  'the routes of safety: callNow, incidentSystem and acknowledgeWithinMinutes',
);

export const speakUp = expected(
  z.strictObject({ name: words(120), contact: place }),
  'a contact for what cannot be said to the programme: name and contact',
);

export const hospitalNumber = expected(
  z.string().regex(/\S/),
  "the pattern of your own patient numbers in quotes, such as '\\d{7}'",
);
