/** The time has come to look at a desk: the day begins, or something comes within a day of its deadline. */

import { settleDesk } from '../desk/settle-desk.use-case';
import { currentProgramme } from '../programme/current-programme';
import { defineIntent } from './define-intent';

export const settleDeskIntent = defineIntent('settle-desk', 'desk', async (context, desk) => {
  const programme = await currentProgramme(context, desk.programmeId);
  if (programme) await settleDesk(context, programme, desk.personId);
});
