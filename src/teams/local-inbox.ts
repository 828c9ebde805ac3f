/** In local use: to the window of a person who has one, else into an inbox that is labelled as nobody's. */

import type { PersonAddress } from '../app/ports/address';
import type { Message, Messenger, SendOutcome } from '../app/ports/messenger';
import type { InboxCards } from './local-inbox-cards';

const inboxUrl = 'local-inbox:';

type Conversing = PersonAddress & { readonly conversationId: string };

/** A window that does not answer has been closed: its person is one without a window then, so that nobody waits. */
export class LocalInbox implements Messenger {
  constructor(
    private readonly windows: Messenger,
    private readonly cards: InboxCards,
  ) {}

  async openConversation(
    address: PersonAddress,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly conversationId: string; readonly serviceUrl: string }>> {
    const opened = hasWindow(address) && (await this.windows.openConversation(address, signal));
    if (opened && !isGone(opened)) return opened;
    return { outcome: 'accepted', conversationId: `${inboxUrl}${address.personId}`, serviceUrl: inboxUrl };
  }

  async identify(
    address: Conversing,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly teamsUserId: string }>> {
    const identified = hasWindow(address) && (await this.windows.identify(address, signal));
    return identified && !isGone(identified) ? identified : { outcome: 'unreachable', reason: 'noWindow' };
  }

  async post(
    address: Conversing,
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    const posted = hasWindow(address) && (await this.windows.post(address, message, signal));
    if (posted && !isGone(posted)) return posted;
    return { outcome: 'accepted', activityId: `${inboxUrl}${this.cards.add(message)}` };
  }

  async postTo(
    channel: Parameters<Messenger['postTo']>[0],
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    const posted = await this.windows.postTo(channel, message, signal);
    return isGone(posted) ? { outcome: 'unreachable', reason: 'noWindow' } : posted;
  }

  async update(
    address: Conversing,
    activityId: string,
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<object>> {
    if (activityId.startsWith(inboxUrl)) {
      this.cards.change(activityId.slice(inboxUrl.length), message);
      return { outcome: 'accepted' };
    }
    const updated = hasWindow(address) && (await this.windows.update(address, activityId, message, signal));
    return updated && !isGone(updated) ? updated : { outcome: 'accepted' };
  }
}

function hasWindow({ serviceUrl }: PersonAddress): boolean {
  return serviceUrl !== undefined && serviceUrl !== inboxUrl;
}

function isGone(outcome: SendOutcome<object>): boolean {
  return outcome.outcome === 'retry' && outcome.reason === 'connectionRefused';
}
