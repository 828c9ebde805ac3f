/** In local use, the people who have no window: their cards are kept here, labelled as delivered to nobody real. */

import type { PersonAddress } from '../app/ports/address';
import type { Message, Messenger, SendOutcome } from '../app/ports/messenger';
import type { PersonId } from '../domain/ids';

export interface InboxEntry {
  readonly personId: PersonId;
  readonly message: Message;
}

const inboxUrl = 'local-inbox:';
const entriesKept = 200;

/** Sends to a window where one has written to the bot, and into the inbox otherwise. */
export class LocalInbox implements Messenger {
  private readonly entries = new Map<string, InboxEntry>();
  private posted = 0;

  constructor(private readonly windows: Messenger) {}

  /** The latest messages, newest first; at most 200, in memory alone. */
  latest(): readonly InboxEntry[] {
    return [...this.entries.values()].reverse();
  }

  async openConversation(
    address: PersonAddress,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly conversationId: string; readonly serviceUrl: string }>> {
    if (hasWindow(address)) return this.windows.openConversation(address, signal);
    return { outcome: 'accepted', conversationId: `${inboxUrl}${address.personId}`, serviceUrl: inboxUrl };
  }

  async identify(
    address: PersonAddress & { readonly conversationId: string },
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly teamsUserId: string }>> {
    if (hasWindow(address)) return this.windows.identify(address, signal);
    return { outcome: 'unreachable', reason: 'noWindow' };
  }

  async post(
    address: PersonAddress & { readonly conversationId: string },
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    if (hasWindow(address)) return this.windows.post(address, message, signal);
    this.posted += 1;
    const activityId = `${inboxUrl}${this.posted}`;
    this.keep(activityId, { personId: address.personId, message });
    return { outcome: 'accepted', activityId };
  }

  async update(
    address: PersonAddress & { readonly conversationId: string },
    activityId: string,
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<object>> {
    const isHere = activityId.startsWith(inboxUrl);
    if (!isHere && hasWindow(address)) return this.windows.update(address, activityId, message, signal);
    if (this.entries.has(activityId)) this.keep(activityId, { personId: address.personId, message });
    return { outcome: 'accepted' };
  }

  private keep(activityId: string, entry: InboxEntry): void {
    this.entries.set(activityId, entry);
    const oldest = this.entries.keys().next().value;
    if (this.entries.size > entriesKept && oldest !== undefined) this.entries.delete(oldest);
  }
}

function hasWindow({ serviceUrl }: PersonAddress): boolean {
  return serviceUrl !== undefined && serviceUrl !== inboxUrl;
}
