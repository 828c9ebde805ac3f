/** Confirms a pulse that was set up in chat: its schedule is planned, or its wave opens at once. Confirmed twice is once. */

import type { PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { type ChatPulse, isChatPulse } from '../../domain/pulse/chat-pulse';
import type { MissingInDraft } from '../../domain/pulse/missing-in-draft';
import { planRun } from '../../domain/pulse/plan-run';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { changeRecord, listRecords } from '../records';
import { openWave } from '../wave/open-wave.use-case';
import { findChatPulse, type PulsePlace } from './find-pulse-draft';
import { readOutlook } from './read-outlook';

export interface ConfirmPulse extends PulsePlace {
  readonly confirmedBy: PersonId;
  readonly revision: number;
}

export type ConfirmPulseOutcome =
  | { readonly outcome: 'opened'; readonly pulse: ChatPulse; readonly wave: Wave }
  /** Its schedule has planned the next run, which `pulse` names. */
  | { readonly outcome: 'planned'; readonly pulse: ChatPulse }
  | {
      readonly outcome: 'incomplete';
      readonly pulse: ChatPulse;
      readonly missing: readonly MissingInDraft[];
    }
  | { readonly outcome: 'outOfDate'; readonly pulse: ChatPulse }
  | { readonly outcome: 'noSuchProgramme' | 'noSuchDraft' };

export async function confirmPulse(context: AppContext, command: ConfirmPulse): Promise<ConfirmPulseOutcome> {
  const { store, clock } = context;
  const programme = await findProgramme(store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const found = await findChatPulse(context, command);
  if (!found || found.status === 'retired') return { outcome: 'noSuchDraft' };
  if (found.status === 'draft') {
    if (found.revision !== command.revision) return { outcome: 'outOfDate', pulse: found };
    const missing = await missingIn(context, programme, found);
    if (missing.length > 0) return { outcome: 'incomplete', pulse: found, missing };
  }
  const confirmed = await changeRecord<'pulse', ChatPulse>(
    store,
    'pulse',
    programme.id,
    pulseDocumentId(command.pulseId),
    (pulse) => {
      if (!isChatPulse(pulse)) return { outcome: found };
      if (pulse.status !== 'draft' || pulse.revision !== command.revision) return { outcome: pulse };
      const next = confirmedPulse(pulse, programme, clock.now());
      return { outcome: next, next };
    },
  );
  if (!confirmed) return { outcome: 'noSuchDraft' };
  if (confirmed.status !== 'confirmed') return { outcome: 'outOfDate', pulse: confirmed };
  context.poke();
  if (confirmed.definition.schedule) return { outcome: 'planned', pulse: confirmed };
  return openOnce(context, programme, confirmed, command.confirmedBy);
}

function confirmedPulse(pulse: ChatPulse, programme: Programme, now: Instant): ChatPulse {
  const confirmed = { ...pulse, status: 'confirmed' as const, revision: pulse.revision + 1 };
  return { ...planRun(confirmed, pulse.definition.schedule, programme, now), definition: pulse.definition };
}

/** Its first wave; the one that is there already, when it was opened before. */
async function openOnce(
  context: AppContext,
  programme: Programme,
  pulse: ChatPulse,
  openedBy: PersonId,
): Promise<ConfirmPulseOutcome> {
  const { pulseId } = pulse;
  const before = await waveOf(context, pulse);
  if (before) return { outcome: 'opened', pulse, wave: before };
  const opened = await openWave(context, { programmeId: programme.id, pulseId, openedBy });
  if (opened.outcome === 'opened') return { outcome: 'opened', pulse, wave: opened.wave };
  const meanwhile = await waveOf(context, pulse);
  if (meanwhile) return { outcome: 'opened', pulse, wave: meanwhile };
  const draft = await backToDraft(context, pulse);
  const missing = await missingIn(context, programme, draft);
  return { outcome: 'incomplete', pulse: draft, missing };
}

/** What came in the way after it was looked at is named, and mended in the draft. */
async function backToDraft({ store }: AppContext, pulse: ChatPulse): Promise<ChatPulse> {
  const { programmeId, pulseId } = pulse;
  const draft = await changeRecord<'pulse', ChatPulse>(
    store,
    'pulse',
    programmeId,
    pulseDocumentId(pulseId),
    (current) => {
      if (!isChatPulse(current) || current.status !== 'confirmed') return { outcome: pulse };
      const next = { ...current, status: 'draft' as const, revision: current.revision + 1 };
      return { outcome: next, next };
    },
  );
  return draft ?? pulse;
}

async function waveOf({ store }: AppContext, { programmeId, pulseId }: ChatPulse): Promise<Wave | undefined> {
  for await (const { document } of listRecords(store, 'wave', programmeId, { pulseId })) return document;
  return undefined;
}

async function missingIn(
  context: AppContext,
  programme: Programme,
  pulse: ChatPulse,
): Promise<readonly MissingInDraft[]> {
  return (await readOutlook(context, programme, pulse)).missing;
}
