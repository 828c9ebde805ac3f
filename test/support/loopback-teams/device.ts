/** One device of a person: what it shows, which is not always what is stored, and what a tap on it sends. */

import type { Card } from '../../../src/app/ports/messenger';
import { type ClientActivity, cardOf, isJsonObject, type StoredMessage } from './activity';
import type { BotEndpoint, InvokeResult } from './bot-endpoint';
import type { EnteredInputs } from './card-inputs';
import { type ActionChoice, actionToSend, pressAction } from './card-press';
import type { Chat } from './chat';
import { type ActivitySource, activityFrom, executeActivity, submitActivity } from './client-activity';

/** A message, or the card that this device shows for it. */
export type PressTarget = StoredMessage | Card;

export class Device {
  readonly #chat: Chat;
  readonly #endpoint: BotEndpoint;
  readonly #source: () => ActivitySource;
  readonly #replaced = new Map<string, { readonly card: Card; readonly edition: number }>();

  constructor(chat: Chat, endpoint: BotEndpoint, source: () => ActivitySource) {
    this.#chat = chat;
    this.#endpoint = endpoint;
    this.#source = source;
  }

  /** The card as this device shows it: an Execute's reply until the message is loaded again or updated. */
  shown(message: StoredMessage): Card | undefined {
    const replaced = this.#replaced.get(message.id);
    return replaced?.edition === message.edition ? replaced.card : cardOf(message.activity);
  }

  /** Every card of the chat as this device shows it, oldest first. */
  cards(): readonly Card[] {
    return this.#live()
      .map((message) => this.shown(message))
      .filter((card) => card !== undefined);
  }

  /** Builds what a tap would send, without sending it. */
  prepare(target: PressTarget, choice: ActionChoice, entered?: EnteredInputs): ClientActivity {
    const message = this.#messageOf(target);
    const card = this.shown(message);
    if (card === undefined) throw new Error('The message has no card');
    const pressed = pressAction(card, choice, entered);
    return pressed.type === 'Action.Submit'
      ? submitActivity(this.#source(), message.id, pressed)
      : executeActivity(this.#source(), message.id, pressed, 'manual');
  }

  /** Taps a button and shows the reply. @throws ClientValidationError when an input keeps the client from sending. */
  async press(target: PressTarget, choice: ActionChoice, entered?: EnteredInputs): Promise<InvokeResult> {
    const message = this.#messageOf(target);
    const activity = this.prepare(message, choice, entered);
    return this.#show(message, await this.#endpoint.deliverPatiently(activity));
  }

  /** Loads the chat again: the stored cards come back, and those with a refresh for this person ask the bot. */
  async reload(): Promise<readonly InvokeResult[]> {
    this.#replaced.clear();
    const results: InvokeResult[] = [];
    for (const message of this.#live()) {
      const result = await this.#refresh(message);
      if (result !== undefined) results.push(result);
    }
    return results;
  }

  /** Reacts to a message, which makes Teams load it again on this device. */
  async react(message: StoredMessage, type = 'like'): Promise<InvokeResult | undefined> {
    const reaction = { type: 'messageReaction', replyToId: message.id, reactionsAdded: [{ type }] };
    await this.#endpoint.deliver(activityFrom(this.#source(), reaction));
    this.#replaced.delete(message.id);
    return this.#refresh(message);
  }

  async #refresh(message: StoredMessage): Promise<InvokeResult | undefined> {
    const refresh = cardOf(message.activity)?.refresh;
    if (!isJsonObject(refresh) || !isJsonObject(refresh.action)) return undefined;
    const isForMe = Array.isArray(refresh.userIds) && refresh.userIds.includes(this.#chat.teamsUserId);
    if (!isForMe) return undefined;
    const activity = executeActivity(
      this.#source(),
      message.id,
      actionToSend(refresh.action, {}),
      'automatic',
    );
    this.#chat.refreshing = message.id;
    try {
      return this.#show(message, await this.#endpoint.deliverPatiently(activity));
    } finally {
      this.#chat.refreshing = undefined;
    }
  }

  #show(message: StoredMessage, result: InvokeResult): InvokeResult {
    if (result.card !== undefined) {
      this.#replaced.set(message.id, { card: result.card, edition: message.edition });
    }
    return result;
  }

  #messageOf(target: PressTarget): StoredMessage {
    const message = this.#live().find((each) => each === target || this.shown(each) === target);
    if (message === undefined) throw new Error('This device does not show that message or card');
    return message;
  }

  #live(): readonly StoredMessage[] {
    return this.#chat.messages.filter((message) => !message.isDeleted);
  }
}
