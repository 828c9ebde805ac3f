/** A pulse that is being set up in chat, and those of a programme that are. */

import { stageToAskIn, usualFirstQuestion } from '../../domain/bank/usual-first-question';
import { localDay } from '../../domain/calendar/local-time';
import type { ProgrammeId, PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { newDefinition } from '../../domain/pulse/change-draft';
import { type ChatPulse, isChatPulse } from '../../domain/pulse/chat-pulse';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { listRecords, readRecord } from '../records';

export interface PulsePlace {
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
}

type Stored = Pick<AppContext, 'store'>;

/** Undefined also for one that the programme's file declares. */
export async function findChatPulse(
  { store }: Stored,
  { programmeId, pulseId }: PulsePlace,
): Promise<ChatPulse | undefined> {
  const stored = await readRecord(store, 'pulse', programmeId, pulseDocumentId(pulseId));
  return stored && isChatPulse(stored.document) ? stored.document : undefined;
}

/** Whoever of the programme's team began them. */
export async function listPulseDrafts(
  { store }: Stored,
  programmeId: ProgrammeId,
): Promise<readonly ChatPulse[]> {
  const drafts: ChatPulse[] = [];
  for await (const { document } of listRecords(store, 'pulse', programmeId, { status: 'draft' })) {
    if (isChatPulse(document)) drafts.push(document);
  }
  return drafts;
}

/** One of which nothing was filled in: its question of confidence is there, its title is not. */
export function emptyPulseDraft(programme: Programme, pulseId: PulseId, now: Instant): ChatPulse {
  const stage = stageToAskIn(programme, localDay(now, programme.timeZone));
  return {
    programmeId: programme.id,
    pulseId,
    status: 'draft',
    definition: newDefinition(pulseId, '', usualFirstQuestion(stage)),
    revision: 0,
    intents: [],
  };
}
