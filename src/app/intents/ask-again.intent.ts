/** A deferred escalation comes back on the day they named: to those it was asked of, by who holds the steps now. */

import { askAnew } from '../../domain/escalation/chain';
import { changeChain } from '../escalation/change-escalation';
import { defineIntent } from './define-intent';

export const askAgainIntent = defineIntent('ask-again', 'escalation', async (context, escalation) => {
  await changeChain(context, escalation, (current, asking) => {
    const next = askAnew(current, asking);
    return next ? { outcome: 'asked', next } : { outcome: 'settled' };
  });
});
