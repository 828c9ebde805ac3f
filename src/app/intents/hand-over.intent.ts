/** Nobody decided in time: the deputy is asked as well. */

import { handOver } from '../../domain/escalation/delegate-escalation';
import { currentProgramme } from '../current-programme';
import { changeRecord } from '../records';
import { holdersOf } from '../role-holders';
import { defineIntent } from './define-intent';

export const handOverIntent = defineIntent('hand-over', 'escalation', async (context, escalation) => {
  const { store, keys, clock } = context;
  const programme = await currentProgramme(context, escalation.programmeId);
  if (!programme) return;
  const deputies = holdersOf(keys, programme, ['deputySro']).map(({ personId, role }) => ({
    personId,
    role,
  }));
  await changeRecord(store, 'escalation', escalation.programmeId, escalation.escalationId, (current) => {
    const next = handOver(current, programme, deputies, clock.now());
    return next ? { outcome: 'handedOver', next } : { outcome: 'nobodyNew' };
  });
});
