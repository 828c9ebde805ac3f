/** What a programme file promises about issues. */

import { z } from 'zod';
import { expected, whole } from './schema-parts';

export const issuePolicy = expected(
  z.strictObject({
    oldAfterWorkingDays: whole(
      1,
      30,
      'working days after which an issue that nobody dealt with is old,',
    ).default(5),
    backlogOf: whole(2, 1_000, 'how many old issues go up as one card,').default(10),
    confirmWithinWorkingDays: whole(
      1,
      60,
      'working days in which somebody may say that it did not help,',
    ).default(10),
  }),
  'an issue policy with oldAfterWorkingDays, backlogOf and confirmWithinWorkingDays',
);
