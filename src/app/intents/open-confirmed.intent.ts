/** A pulse was confirmed, and whoever did so could not see its wave open. */

import { asId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { isChatPulse } from '../../domain/pulse/chat-pulse';
import { openConfirmed as kind } from '../../domain/pulse/confirm-draft';
import { recordRun } from '../../domain/pulse/plan-run';
import { pulseDocumentId } from '../documents';
import { openConfirmed } from '../pulse-setup/open-confirmed';
import { changeRecord } from '../records';
import { whyRefused } from '../schedule/run-pulse.use-case';
import { defineIntent } from './define-intent';

/** What is in its way is told as of a run that did not happen: the card that confirmed it said that it opens. */
export const openConfirmedIntent = defineIntent(kind, 'pulse', async (context, pulse, { data }) => {
  if (!isChatPulse(pulse) || pulse.status !== 'confirmed') return;
  const opened = await openConfirmed(context, pulse, asId(String(data?.confirmedBy)));
  if (opened.outcome === 'opened') return;
  const plannedFor = String(data?.confirmedAt) as Instant;
  const missed = { outcome: 'missed', plannedFor, at: context.clock.now(), ...whyRefused(opened) } as const;
  const { programmeId, pulseId } = pulse;
  await changeRecord(context.store, 'pulse', programmeId, pulseDocumentId(pulseId), (current) =>
    current.status === 'confirmed'
      ? { outcome: 'recorded', next: recordRun(current, missed, undefined) }
      : { outcome: 'overtaken' },
  );
});
