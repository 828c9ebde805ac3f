/** A dialog of Teams, opened by the app's action on a message somewhere in Teams, and the presses in it. */

import type { Card } from '../../../src/app/ports/messenger';
import { isJsonObject } from './activity';
import type { BotEndpoint } from './bot-endpoint';
import type { EnteredInputs } from './card-inputs';
import { type ActionChoice, pressAction } from './card-press';
import { offeredActions } from './card-walk';
import { type ActivitySource, activityFrom } from './client-activity';

/** Somebody's message in a chat or channel of which the bot knows nothing. */
export interface TeamsMessage {
  /** As Teams keeps it: HTML. */
  readonly html: string;
  readonly authorName: string;
  readonly mentionedNames?: readonly string[];
}

const groupChat = '19:5f0e7c2b1d@thread.v2';

export class Dialog {
  readonly #endpoint: BotEndpoint;
  readonly #source: () => ActivitySource;
  readonly #about: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly title: string | undefined;
  /** Absent when the bot answered with words alone. */
  readonly card: Card | undefined;
  readonly words: string | undefined;

  private constructor(
    endpoint: BotEndpoint,
    source: () => ActivitySource,
    about: Readonly<Record<string, unknown>>,
    answer: { readonly status: number; readonly body: unknown },
  ) {
    this.#endpoint = endpoint;
    this.#source = source;
    this.#about = about;
    this.status = answer.status;
    const task = isJsonObject(answer.body) && isJsonObject(answer.body.task) ? answer.body.task : {};
    const value = isJsonObject(task.value) ? task.value : {};
    this.words = task.type === 'message' ? String(task.value) : undefined;
    this.title = typeof value.title === 'string' ? value.title : undefined;
    const card = task.type === 'continue' && isJsonObject(value.card) ? value.card.content : undefined;
    this.card = isJsonObject(card) ? card : undefined;
    const offered = this.card ? offeredActions(this.card) : [];
    const executes = offered.filter(({ action }) => action.type === 'Action.Execute');
    if (executes.length > 0) throw new Error('a dialog knows no Action.Execute');
  }

  static open(
    endpoint: BotEndpoint,
    source: () => ActivitySource,
    message: TeamsMessage,
    commandId: string,
  ): Promise<Dialog> {
    const user = (displayName: string) => ({ userIdentityType: 'aadUser', id: 'somebody', displayName });
    const messagePayload = {
      id: '1700000000000',
      createdDateTime: '2026-03-02T09:58:31.000Z',
      importance: 'normal',
      linkToMessage: `https://teams.microsoft.com/l/message/${groupChat}/1700000000000`,
      from: { device: null, conversation: null, user: user(message.authorName), application: null },
      body: { contentType: 'html', content: message.html },
      attachments: [],
      mentions: (message.mentionedNames ?? []).map((name, id) => ({
        id,
        mentionText: name,
        mentioned: { user: user(name) },
      })),
      reactions: [],
    };
    const about = { commandId, commandContext: 'message', messagePayload };
    return Dialog.#send(endpoint, source, about, 'composeExtension/fetchTask', {});
  }

  /** Presses a button; the dialog that comes of it. */
  press(choice: ActionChoice, entered?: EnteredInputs): Promise<Dialog> {
    if (!this.card) throw new Error('The dialog has no card');
    const { data } = pressAction(this.card, choice, entered);
    return Dialog.#send(this.#endpoint, this.#source, this.#about, 'composeExtension/submitAction', { data });
  }

  static async #send(
    endpoint: BotEndpoint,
    source: () => ActivitySource,
    about: Readonly<Record<string, unknown>>,
    name: string,
    more: Readonly<Record<string, unknown>>,
  ): Promise<Dialog> {
    const from = source();
    const activity = activityFrom(from, {
      type: 'invoke',
      name,
      conversation: {
        id: groupChat,
        isGroup: true,
        conversationType: 'groupChat',
        tenantId: from.chat.owner.tenantId,
      },
      channelData: { source: { name: 'message' } },
      value: { ...about, ...more },
    });
    return new Dialog(endpoint, source, about, await endpoint.deliverPatiently(activity));
  }
}
