/** A bot that answers as a test tells it, and remembers what it received. */

import type { Server } from 'node:http';
import type { ClientActivity } from '../support/loopback-teams/activity';
import { listen } from '../support/loopback-teams/http-listener';

/** An answer after a delay; undefined is an empty 200. */
export type Script = (activity: ClientActivity, turn: number) => Promise<unknown> | unknown;

export class ScriptedBot {
  readonly received: ClientActivity[] = [];
  script: Script = () => undefined;
  readonly #server: Server;
  readonly url: string;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.url = `${origin}/api/messages`;
  }

  static async start(): Promise<ScriptedBot> {
    const { server, origin } = await listen(async (_request, body, response) => {
      const activity = JSON.parse(body) as ClientActivity;
      bot.received.push(activity);
      const answer = await bot.script(activity, bot.received.length);
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    }, 0);
    const bot = new ScriptedBot(server, origin);
    return bot;
  }

  /** The values of the actions received, oldest first. */
  actions(): readonly unknown[] {
    return this.received.filter((each) => each.type === 'invoke').map((each) => each.value);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

/** The body with which a bot replaces a card. */
export function cardReply(card: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}
