/** A card that a desk has sent, as it stands now: the item it shows, or the list with what became of each. */

import {
  type Desk,
  type DeskItemRef,
  type DeskSend,
  type DeskTask,
  isSameItem,
} from '../../domain/desk/desk';
import {
  asId,
  type CampaignId,
  type EscalationId,
  type GateId,
  type IssueId,
  type PersonId,
  type ReviewId,
} from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { deskDocumentId } from '../documents';
import { readRecord } from '../records';
import type { WaitingItem } from './waiting-item';
import { waitingItemsOf } from './waiting-items';

export interface ListedItem extends DeskItemRef {
  readonly programmeId: Programme['id'];
  readonly about: string;
  /** Absent once it no longer waits for this person. */
  readonly waits?: { readonly task: DeskTask; readonly deadline: Instant; readonly step?: number };
}

export interface ReadDeskSend {
  readonly programme: Programme;
  readonly send: DeskSend;
  /** Whatever waits for the person now, whether or not this card shows it. */
  readonly waiting: readonly WaitingItem[];
  readonly lines: readonly ListedItem[];
}

/** Undefined for a send that this person's desk does not know. */
export async function readDeskSend(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  programme: Programme,
  personId: PersonId,
  campaignId: CampaignId,
): Promise<ReadDeskSend | undefined> {
  const stored = await readRecord(context.store, 'desk', programme.id, deskDocumentId(personId));
  const send = stored && sendOf(stored.document, campaignId);
  if (!send) return undefined;
  const waiting = await waitingItemsOf(context, programme, personId);
  const lines = await Promise.all(
    send.shows.map(async (shown) => {
      const item = waiting.find((one) => isSameItem(one, shown));
      return item ? listedItem(item) : settledItem(context, programme, shown);
    }),
  );
  return { programme, send, waiting, lines };
}

/** The one item that the card is about: opened by its reader, or new on its own. Undefined where it is a list. */
export function soleItemOf({ opened, kind, shows }: DeskSend): DeskItemRef | undefined {
  return opened ?? (kind === 'digest' && shows.length === 1 ? shows[0] : undefined);
}

export function listedItem({ kind, id, programmeId, about, task, deadline, step }: WaitingItem): ListedItem {
  return {
    kind,
    id,
    programmeId,
    about,
    waits: { task, deadline, ...(step === undefined ? {} : { step }) },
  };
}

function sendOf({ sends }: Desk, campaignId: CampaignId): DeskSend | undefined {
  return sends.find((send) => send.campaignId === campaignId);
}

async function settledItem(
  context: Pick<AppContext, 'store'>,
  { id: programmeId }: Programme,
  { kind, id }: DeskItemRef,
): Promise<ListedItem> {
  return { kind, id, programmeId, about: await wordsOf(context, programmeId, { kind, id }) };
}

/** Empty where the document is gone. */
async function wordsOf(
  { store }: Pick<AppContext, 'store'>,
  programmeId: Programme['id'],
  { kind, id }: DeskItemRef,
): Promise<string> {
  switch (kind) {
    case 'escalation': {
      const found = await readRecord(store, 'escalation', programmeId, asId<EscalationId>(id));
      return found?.document.case?.question ?? '';
    }
    case 'gate':
    case 'gateChange':
      return (await readRecord(store, 'gate', programmeId, asId<GateId>(id)))?.document.name ?? '';
    case 'review':
      return (await readRecord(store, 'review', programmeId, asId<ReviewId>(id)))?.document.title ?? '';
    case 'hazard':
    case 'issue': {
      const found = await readRecord(store, 'issue', programmeId, asId<IssueId>(id));
      return found?.document.publishedTitle ?? found?.document.text ?? '';
    }
  }
}
