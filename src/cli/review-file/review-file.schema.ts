/** What a design review's file may hold. Each description completes the sentence "… must be". */

import { z } from 'zod';
import type { Day } from '../../domain/instant';
import { roles } from '../../domain/programme/programme';
import { mostImages, mostTableRows, optionLimits } from '../../domain/review/missing-parts';
import { contributorKinds, optionAuthors } from '../../domain/review/review';
import type { JsonSchema } from '../programme-file/json-schema';
import { day, directoryId, expected, slug, words } from '../programme-file/schema-parts';

const address = expected(
  z
    .string()
    .regex(/^https:\/\/\S+$/)
    .max(500),
  'an address that begins with https://',
);
const list = <T extends z.ZodType>(item: T, most: number, what: string) =>
  expected(z.array(item).max(most), `a list of at most ${most} ${what}`).default([]);
const oneOf = (values: readonly string[]) => `one of: ${values.join(', ')}`;
const noDay = '' as Day;
const person = { aadObjectId: directoryId, displayName: words(200) };

const option = expected(
  z.strictObject({
    id: slug,
    title: words(100),
    consequence: words(600).default(''),
    author: expected(z.enum(optionAuthors), oneOf(optionAuthors)).optional(),
    authorName: words(120).default(''),
    affects: list(slug, 100, 'staff groups'),
  }),
  'an option with id, title, consequence, author, authorName and affects',
);

/** What is left out is named when it is to be opened. */
export const reviewFile = z
  .strictObject({
    id: slug,
    workflow: slug.default(''),
    title: words(120).default(''),
    question: words(300).default(''),
    kind: expected(z.enum(['full', 'confirm']), 'full or confirm').default('full'),
    voting: expected(z.enum(['confidential', 'attributed']), 'confidential or attributed').default(
      'confidential',
    ),
    proposal: expected(
      z.strictObject({
        artefact: words(120).default(''),
        version: words(60).default(''),
        link: address.optional(),
        images: list(
          expected(
            z.strictObject({ url: address, alternativeText: words(300).default('') }),
            'a picture with url and alternativeText',
          ),
          mostImages,
          'pictures',
        ),
        beforeAfter: list(
          expected(
            z.strictObject({ what: words(120), before: words(200), after: words(200) }),
            'a row with what, before and after',
          ),
          mostTableRows,
          'rows',
        ),
      }),
      'a proposal with artefact and version',
    ).default({ artefact: '', version: '', images: [], beforeAfter: [] }),
    options: list(option, optionLimits.most, 'options'),
    contributors: list(
      expected(
        z.strictObject({
          kind: expected(z.enum(contributorKinds), oneOf(contributorKinds)),
          name: words(120),
        }),
        'a contributor with kind and name',
      ),
      20,
      'contributors',
    ),
    decider: expected(z.enum(roles), oneOf(roles)).default('sro'),
    closesOn: day.default(noDay),
    reviewAgainOn: day.default(noDay),
    representatives: list(
      expected(
        z.strictObject({ groupName: words(200), ...person }),
        'somebody with groupName, aadObjectId and displayName',
      ),
      50,
      'people',
    ),
    panel: list(expected(z.strictObject(person), 'somebody with aadObjectId and displayName'), 50, 'people'),
  })
  .describe('a design review');

export type ReviewFile = z.output<typeof reviewFile>;

export function reviewJsonSchema(): JsonSchema {
  return { title: 'Soundings design review', ...z.toJSONSchema(reviewFile, { io: 'input' }) } as JsonSchema;
}
