/** What the sections of a programme file are made of. Each description completes the sentence "… must be". */

import { z } from 'zod';
import { asId, type Id } from '../../domain/ids';
import type { Day } from '../../domain/instant';

export const expected = <T extends z.ZodType>(schema: T, description: string): T =>
  schema.describe(description);

export const words = (longest: number) =>
  expected(z.string().regex(/\S/).max(longest), `a text of 1 to ${longest} characters`);
export const slug = expected(
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  'lower-case letters, digits and single hyphens, at most 60 characters, for instance community-north',
);
export const odsCode = expected(
  z.string().regex(/^[A-Z0-9]{2,20}$/),
  'an ODS code: capital letters and digits',
);
export const directoryId = expected(
  z.string().regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/),
  'a directory id such as 1b2c3d4e-0000-4000-8000-0123456789ab',
).transform((value) => value.toLowerCase());
export const day = expected(z.iso.date(), 'a day that exists, written as YYYY-MM-DD').transform(
  (value) => value as Day,
);
export const whole = (minimum: number, maximum: number, what = 'a whole number') =>
  expected(z.int().min(minimum).max(maximum), `${what} from ${minimum} to ${maximum}`);
export const branded = <T extends Id<string>>(schema: z.ZodType<string, string>) =>
  schema.transform((value) => asId<T>(value));
export const listOf = <T extends z.ZodType>(item: T, what: string) =>
  expected(z.array(item).min(1), `a list of at least one ${what}`);
