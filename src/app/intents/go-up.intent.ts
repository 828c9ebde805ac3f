/** The lead's time is over: the escalation goes up by itself, with the standard options. */

import { forwardEscalation } from '../escalation/forward-escalation.use-case';
import { defineIntent } from './define-intent';

export const goUpIntent = defineIntent('go-up', 'escalation', async (context, escalation) => {
  const { outcome } = await forwardEscalation(context, { ...escalation, lead: 'clock' });
  if (outcome === 'noExecutive') throw new Error('an escalation is due and the programme names no executive');
});
