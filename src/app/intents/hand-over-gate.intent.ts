/** Nobody decided a gate in time: the deputy is asked as well, or everybody again while it goes up. */

import { handOverGate } from '../../domain/gate/ask-gate';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const handOverGateIntent = defineIntent('hand-over-gate', 'gate', async (context, gate, intent) => {
  const { store, keys, clock } = context;
  const programme = await currentProgramme(context, gate.programmeId);
  if (!programme) return;
  const hasDeputies = holdersOf(keys, programme, ['deputySro']).length > 0;
  await changeRecord(store, 'gate', gate.programmeId, gate.gateId, (current) => {
    if (!current.intents.some(({ id }) => id === intent.id)) return { outcome: 'overtaken' };
    const next = handOverGate(current, programme, clock.now(), hasDeputies);
    return next ? { outcome: 'handedOver', next } : { outcome: 'settled' };
  });
});
