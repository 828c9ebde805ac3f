/** Sends one card to one person: opens the conversation where none is known, and posts. */

import type { FoundAddress } from '../app/audience/find-address';
import type { PersonAddress } from '../app/ports/address';
import type { Message, Messenger } from '../app/ports/messenger';
import { type AttemptCounts, type AttemptParts, type AttemptRequest, Attempts, type Final } from './attempts';
import { type InstallFor, MissingApp } from './installing';

export interface SendRequest extends Omit<AttemptRequest, 'message'> {
  readonly found: FoundAddress;
  /** The card as it is now, for this address; asked directly before each request, which is not made when there is
   * nothing to send. */
  readonly message: (address: PersonAddress) => Promise<Message | 'nothing'>;
  /** Called each time more is known of the address; never rejects. @returns it as it is on record. */
  readonly onOpened?: (found: FoundAddress) => Promise<FoundAddress>;
  /** Asked once, when Teams says that the app is not installed; without it that is the end. */
  readonly install?: InstallFor;
}

export type SendResult = AttemptCounts &
  (
    | { readonly status: 'delivered'; readonly activityId: string }
    | { readonly status: 'unreachable' | 'failed'; readonly reason: string }
    | { readonly status: 'nothing' }
  );

export class CardSender {
  constructor(private readonly parts: AttemptParts) {}

  /** @throws SendingStopped or the signal's reason when it must not go on; no request is then on its way. */
  async send(request: SendRequest): Promise<SendResult> {
    const { messenger } = this.parts;
    let { found } = request;
    const attempts = new Attempts(this.parts, { ...request, message: () => request.message(found.address) });
    const app = new MissingApp(this.parts.clock, request);
    for (;;) {
      const before = found;
      if (found.address.conversationId === undefined) {
        const opened = await attempts.make('open', () => messenger.openConversation(found.address));
        if (opened === 'nothing' || opened === 'reopen') return nothing(attempts);
        if ('final' in opened) {
          const again = await app.resolve(found, opened.final);
          if ('final' in again) return notDelivered(attempts, again.final);
          found = again.found;
          continue;
        }
        const { conversationId, serviceUrl } = opened.accepted;
        found = { ...found, address: { ...found.address, conversationId, serviceUrl } };
      }
      found = await this.identified(attempts, found);
      if (found !== before) found = (await request.onOpened?.(found)) ?? found;
      const address = withConversation(found.address);
      const posted = await attempts.make('post', (message) => messenger.post(address, message));
      if (posted === 'nothing') return nothing(attempts);
      if (posted !== 'reopen') {
        if ('accepted' in posted)
          return { status: 'delivered', activityId: posted.accepted.activityId, ...attempts.counts() };
        const again = await app.resolve(found, posted.final);
        if ('final' in again) return notDelivered(attempts, again.final);
        found = again.found;
        continue;
      }
      const { conversationId: _gone, ...rest } = found.address;
      found = { ...found, address: rest };
    }
  }

  private async identified(attempts: Attempts, found: FoundAddress): Promise<FoundAddress> {
    const { messenger, identifiesPeople } = this.parts;
    if (!identifiesPeople || found.address.teamsUserId !== undefined) return found;
    const address = withConversation(found.address);
    const known = await attempts.make('identify', () => messenger.identify(address));
    if (typeof known === 'string' || 'final' in known) return found;
    return { ...found, address: { ...address, teamsUserId: known.accepted.teamsUserId } };
  }

  /** Posts to a channel. @throws as `send`. */
  async postTo(channel: Parameters<Messenger['postTo']>[0], request: AttemptRequest): Promise<SendResult> {
    const attempts = new Attempts(this.parts, request);
    const posted = await attempts.make('post', (message) => this.parts.messenger.postTo(channel, message));
    if (posted === 'nothing' || posted === 'reopen') return nothing(attempts);
    if ('final' in posted) return notDelivered(attempts, posted.final);
    return { status: 'delivered', activityId: posted.accepted.activityId, ...attempts.counts() };
  }

  /** Replaces a message where it was sent. @throws as `send`. */
  async update(request: SendRequest, activityId: string): Promise<SendResult> {
    const address = withConversation(request.found.address);
    const attempts = new Attempts(this.parts, { ...request, message: () => request.message(address) });
    const updated = await attempts.make('update', (message) =>
      this.parts.messenger.update(address, activityId, message),
    );
    if (updated === 'nothing' || updated === 'reopen') return nothing(attempts);
    if ('final' in updated) return notDelivered(attempts, updated.final);
    return { status: 'delivered', activityId, ...attempts.counts() };
  }
}

function nothing(attempts: Attempts): SendResult {
  return { status: 'nothing', ...attempts.counts() };
}

function notDelivered(attempts: Attempts, { status, reason }: Final): SendResult {
  return { status, reason, ...attempts.counts() };
}

function withConversation(address: PersonAddress): PersonAddress & { readonly conversationId: string } {
  const { conversationId } = address;
  if (conversationId === undefined) throw new Error('a message needs a conversation');
  return { ...address, conversationId };
}
