/** What a programme file says about people who come from a group of the directory. */

import { z } from 'zod';
import { directoryAttributes } from '../../domain/programme/directory-rules';
import { directoryId, expected, words } from './schema-parts';

const attributeRule = expected(
  z.strictObject({
    attribute: expected(z.enum(directoryAttributes), `one of: ${directoryAttributes.join(', ')}`),
    map: expected(
      z.record(z.string(), words(120)),
      'values of the attribute, each with what it stands for',
    ).optional(),
  }),
  'an attribute of the directory and a map of its values',
);

export const directory = expected(
  z.strictObject({
    group: directoryId.optional(),
    staffGroup: attributeRule,
    site: attributeRule,
    area: attributeRule.optional(),
    cohort: attributeRule.optional(),
    shift: attributeRule.optional(),
    employment: attributeRule.optional(),
  }),
  'which attributes of the directory say the staff group, the site and, if wanted, area, cohort, shift, employment',
);
