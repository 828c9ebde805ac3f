/** The day has come to put a gate to the SRO, or to the deputy of one who is away: a week before it is decided, after a delay,
 * or to look at a condition. */

import { askGate } from '../../domain/gate/ask-gate';
import { askAboutGate } from '../escalation/hand-over-waiting';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const askGateIntent = defineIntent('ask-gate', 'gate', async (context, gate, intent) => {
  const { store, clock } = context;
  const programme = await currentProgramme(context, gate.programmeId);
  if (!programme) return;
  await changeRecord(store, 'gate', gate.programmeId, gate.gateId, (current) =>
    current.intents.some(({ id }) => id === intent.id) && current.status !== 'withdrawn'
      ? { outcome: 'asked', next: askGate(current, programme, clock.now()) }
      : { outcome: 'overtaken' },
  );
  await askAboutGate(context, programme, gate.gateId);
});
