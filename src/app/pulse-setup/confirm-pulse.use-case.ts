/** Confirms a pulse that was set up in chat: its schedule is planned, or its wave opens at once. Confirmed twice is once. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { type ChatPulse, isChatPulse } from '../../domain/pulse/chat-pulse';
import { backToDraft, confirmDraft } from '../../domain/pulse/confirm-draft';
import type { MissingInDraft } from '../../domain/pulse/missing-in-draft';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { changeRecord } from '../records';
import { findChatPulse, type PulsePlace } from './find-pulse-draft';
import { openConfirmed } from './open-confirmed';
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

/** @param signal aborted when nobody waits for the outcome any more: what is not decided by then stays a draft, and a wave that
 * is being opened opens, or its lead is told why not. */
export async function confirmPulse(
  context: AppContext,
  command: ConfirmPulse,
  signal?: AbortSignal,
): Promise<ConfirmPulseOutcome> {
  const { store, clock } = context;
  const { revision, confirmedBy } = command;
  const programme = await findProgramme(store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const found = await findChatPulse(context, command);
  if (!found || found.status === 'retired') return { outcome: 'noSuchDraft' };
  if (found.status === 'draft') {
    if (found.revision !== revision) return { outcome: 'outOfDate', pulse: found };
    const missing = await missingIn(context, programme, found);
    if (missing.length > 0) return { outcome: 'incomplete', pulse: found, missing };
  }
  signal?.throwIfAborted();
  const confirmed = await changeChatPulse(context, found, (pulse) =>
    pulse.status === 'draft' && pulse.revision === revision
      ? confirmDraft(pulse, programme, { confirmedBy, now: clock.now() })
      : undefined,
  );
  if (!confirmed) return { outcome: 'noSuchDraft' };
  if (confirmed.status !== 'confirmed') return { outcome: 'outOfDate', pulse: confirmed };
  context.poke();
  if (confirmed.definition.schedule) return { outcome: 'planned', pulse: confirmed };
  const opened = await openConfirmed(context, confirmed, confirmedBy);
  if (opened.outcome === 'opened') return { outcome: 'opened', pulse: confirmed, wave: opened.wave };
  signal?.throwIfAborted();
  const draft = await changeChatPulse(context, confirmed, (pulse) =>
    pulse.status === 'confirmed' ? backToDraft(pulse) : undefined,
  );
  if (!draft) return { outcome: 'noSuchDraft' };
  return { outcome: 'incomplete', pulse: draft, missing: await missingIn(context, programme, draft) };
}

/** As it is afterwards; undefined where it is gone. */
async function changeChatPulse(
  { store }: AppContext,
  { programmeId, pulseId }: ChatPulse,
  change: (pulse: ChatPulse) => ChatPulse | undefined,
): Promise<ChatPulse | undefined> {
  return changeRecord<'pulse', ChatPulse | undefined>(
    store,
    'pulse',
    programmeId,
    pulseDocumentId(pulseId),
    (pulse) => {
      if (!isChatPulse(pulse)) return { outcome: undefined };
      const next = change(pulse);
      return next ? { outcome: next, next } : { outcome: pulse };
    },
  );
}

async function missingIn(
  context: AppContext,
  programme: Programme,
  pulse: ChatPulse,
): Promise<readonly MissingInDraft[]> {
  return (await readOutlook(context, programme, pulse)).missing;
}
