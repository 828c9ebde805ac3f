/** On whose devices people without Teams answer. */

import { z } from 'zod';
import { directoryId, expected, listOf, odsCode, words } from './schema-parts';

export const champions = listOf(
  expected(
    z.strictObject({
      aadObjectId: directoryId,
      displayName: words(200),
      sites: listOf(odsCode, 'ODS code of a site').optional(),
    }),
    'a champion: aadObjectId, displayName and, if not for every site, sites',
  ),
  'champion',
);
