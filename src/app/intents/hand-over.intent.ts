/** Nobody looked, or nobody decided, in time: the next step is asked as well, or everybody again. */

import type { ClockKind } from '../../domain/escalation/ask-executive';
import { goOn } from '../../domain/escalation/chain';
import { assignmentNumberOf } from '../../domain/escalation/escalation-campaigns';
import { changeChain } from '../escalation/change-escalation';
import { defineIntent } from './define-intent';

export const handOverIntent = defineIntent('hand-over', 'escalation', async (context, escalation, intent) => {
  const { clock, number } = intent.data ?? {};
  const kind: ClockKind = clock === 'acknowledge' ? 'acknowledge' : 'decide';
  const passed = { kind, number: Number(number ?? assignmentNumberOf(escalation)) };
  await changeChain(context, escalation, (current, asking) => {
    const next = goOn(current, passed, asking);
    return next ? { outcome: 'askedOn', next } : { outcome: 'overtaken' };
  });
});
