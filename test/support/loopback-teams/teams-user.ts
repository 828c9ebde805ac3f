/** A person with Teams: their chat with the bot, their devices, and what they do. */

import type { Card } from '../../../src/app/ports/messenger';
import { type ClientActivity, cardOf, type StoredMessage } from './activity';
import type { BotEndpoint, InvokeResult } from './bot-endpoint';
import type { EnteredInputs } from './card-inputs';
import type { ActionChoice } from './card-press';
import type { Chat } from './chat';
import { type ActivitySource, activityFrom } from './client-activity';
import { Device, type PressTarget } from './device';
import { Dialog, type TeamsMessage } from './dialog';

export class TeamsUser {
  readonly #chat: Chat;
  readonly #endpoint: BotEndpoint;
  readonly #source: () => ActivitySource;
  /** The device on which `press` and `prepare` happen. */
  readonly phone: Device;

  constructor(chat: Chat, endpoint: BotEndpoint, source: () => ActivitySource) {
    this.#chat = chat;
    this.#endpoint = endpoint;
    this.#source = source;
    this.phone = this.newDevice();
  }

  get aadObjectId(): string {
    return this.#chat.owner.aadObjectId;
  }

  get tenantId(): string {
    return this.#chat.owner.tenantId;
  }

  get teamsUserId(): string {
    return this.#chat.teamsUserId;
  }

  get conversationId(): string {
    return this.#chat.id;
  }

  newDevice(): Device {
    return new Device(this.#chat, this.#endpoint, this.#source);
  }

  /** The messages of the chat, oldest first, as they stand after updates; deleted ones are gone. */
  messages(): readonly StoredMessage[] {
    return this.#chat.messages.filter((message) => !message.isDeleted);
  }

  /** The bot's messages that have a card. */
  cardMessages(): readonly StoredMessage[] {
    return this.messages().filter(
      (message) => message.from === 'bot' && cardOf(message.activity) !== undefined,
    );
  }

  /** The newest message with a card. @throws Error when there is none. */
  latest(): StoredMessage {
    const message = this.cardMessages().at(-1);
    if (message === undefined) throw new Error('The bot has sent this person no card');
    return message;
  }

  /** The stored card of a message, which a device may show differently. */
  storedCard(message: StoredMessage): Card | undefined {
    return cardOf(message.activity);
  }

  prepare(target: PressTarget, choice: ActionChoice, entered?: EnteredInputs): ClientActivity {
    return this.phone.prepare(target, choice, entered);
  }

  press(target: PressTarget, choice: ActionChoice, entered?: EnteredInputs): Promise<InvokeResult> {
    return this.phone.press(target, choice, entered);
  }

  /** Types into the chat. */
  say(text: string): Promise<InvokeResult> {
    const activity = activityFrom(this.#source(), { type: 'message', text, textFormat: 'plain' });
    this.#chat.write(activity.id, text);
    return this.#endpoint.deliver(activity);
  }

  /** Starts the app's action on a message anywhere in Teams, also without having met the bot. */
  actOn(message: TeamsMessage, commandId: string): Promise<Dialog> {
    return Dialog.open(this.#endpoint, this.#source, message, commandId);
  }

  /** Gets the app; ends a block. */
  async install(): Promise<readonly InvokeResult[]> {
    this.unblock();
    const members = {
      membersAdded: [this.#source().bot, { id: this.teamsUserId, aadObjectId: this.aadObjectId }],
    };
    return this.#deliverBoth('add', members);
  }

  /** Somebody for whom the app was never installed. */
  lackApp(): void {
    this.#chat.lacksApp = true;
  }

  /** Removes the app: Teams tells the bot, and refuses its messages from now on. */
  async uninstall(): Promise<readonly InvokeResult[]> {
    this.block();
    return this.#deliverBoth('remove', { membersRemoved: [this.#source().bot] });
  }

  /** Teams refuses the bot's messages with 403 and this code; the bot is not told. */
  block(code = 'MessageWritesBlocked'): void {
    this.#chat.blockedWith = code;
  }

  unblock(): void {
    this.#chat.lacksApp = false;
    this.#chat.blockedWith = undefined;
  }

  async #deliverBoth(
    action: 'add' | 'remove',
    members: Readonly<Record<string, unknown>>,
  ): Promise<readonly InvokeResult[]> {
    const channelData = { eventType: action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved' };
    const updates = [
      activityFrom(this.#source(), { type: 'conversationUpdate', ...members, channelData }),
      activityFrom(this.#source(), { type: 'installationUpdate', action }),
    ];
    const results: InvokeResult[] = [];
    for (const update of updates) results.push(await this.#endpoint.deliver(update));
    return results;
  }
}
