/** Somebody's absence has ended by its date: what their role is asked waits for them again. */

import { settleEscalations } from '../escalation/settle-escalations';
import { isAwayIn } from '../people/who-is-there';
import { currentProgramme } from '../programme/current-programme';
import { defineIntent } from './define-intent';

/** On the person's desk. A longer absence that was noted since has planned its own end. */
export const absenceOverIntent = defineIntent('absence-over', 'desk', async (context, desk) => {
  const programme = await currentProgramme(context, desk.programmeId);
  if (!programme || (await isAwayIn(context, programme, desk.personId))) return;
  await settleEscalations(context, programme);
  context.poke();
});
