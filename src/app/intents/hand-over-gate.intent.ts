/** Nobody decided a gate in time: the deputy is asked as well. */

import { handOverGate } from '../../domain/gate/ask-gate';
import { currentProgramme } from '../current-programme';
import { changeRecord } from '../records';
import { holdersOf } from '../role-holders';
import { defineIntent } from './define-intent';

export const handOverGateIntent = defineIntent('hand-over-gate', 'gate', async (context, gate) => {
  const { store, keys, clock } = context;
  const programme = await currentProgramme(context, gate.programmeId);
  if (!programme || holdersOf(keys, programme, ['deputySro']).length === 0) return;
  await changeRecord(store, 'gate', gate.programmeId, gate.gateId, (current) => {
    const next = handOverGate(current, programme, clock.now());
    return next ? { outcome: 'handedOver', next } : { outcome: 'settled' };
  });
});
