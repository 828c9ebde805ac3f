/** Delivers activities to the bot's messaging endpoint, with Teams' deadline and repeats. */

import { Agent, request } from 'node:http';
import type { Card } from '../../../src/app/ports/messenger';
import type { TokenFlaw, TokenIssuer } from '../token-issuer';
import { type ClientActivity, isJsonObject } from './activity';

export interface InvokeResult {
  /** The HTTP status of the bot's answer; 0 when none came in time. */
  readonly status: number;
  readonly body: unknown;
  /** The card with which the bot answered an Execute. */
  readonly card?: Card;
  /** The text with which the bot answered instead. */
  readonly message?: string;
  /** How often the activity was delivered until an answer came. */
  readonly deliveries: number;
}

export interface Patience {
  readonly deadlineMs: number;
  readonly retries: number;
}

export interface DeliveryOptions extends Partial<Patience> {
  readonly flaw?: TokenFlaw;
}

type Arrival = { readonly status: number; readonly text: string } | undefined;

export class BotEndpoint {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #issuer: TokenIssuer | undefined;
  readonly #patience: Patience;
  url: string;

  constructor(url: string, issuer: TokenIssuer | undefined, patience: Patience) {
    this.url = url;
    this.#issuer = issuer;
    this.#patience = patience;
  }

  /** Delivers once, or, with `retries`, again when no answer or an empty one came before the deadline. */
  async deliver(activity: ClientActivity, options: DeliveryOptions = {}): Promise<InvokeResult> {
    const { deadlineMs = this.#patience.deadlineMs, retries = 0, flaw } = options;
    const authorization = await this.#issuer?.channelAuthorization(activity.serviceUrl, flaw);
    const body = JSON.stringify(activity);
    for (let deliveries = 1; ; deliveries += 1) {
      const arrival = await this.#post(body, authorization, deadlineMs);
      const isAnswered = arrival !== undefined && !(activity.type === 'invoke' && isEmptySuccess(arrival));
      if (isAnswered || deliveries > retries) return resultOf(arrival, deliveries);
    }
  }

  /** Delivers as a Teams client does when a person taps. */
  deliverPatiently(activity: ClientActivity): Promise<InvokeResult> {
    return this.deliver(activity, { retries: this.#patience.retries });
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Resolves to undefined when no answer came: Teams gives up waiting, the bot may still be at work. */
  #post(body: string, authorization: string | undefined, deadlineMs: number): Promise<Arrival> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), deadlineMs);
      const finish = (arrival: Arrival): void => {
        clearTimeout(timer);
        resolve(arrival);
      };
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...(authorization === undefined ? {} : { authorization }),
      };
      const sent = request(this.url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => finish(undefined));
        response.on('end', () =>
          finish({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on('error', () => finish(undefined));
      sent.end(body);
    });
  }
}

function isEmptySuccess(arrival: { readonly status: number; readonly text: string }): boolean {
  return arrival.status < 300 && arrival.text.trim() === '';
}

function resultOf(arrival: Arrival, deliveries: number): InvokeResult {
  if (arrival === undefined) return { status: 0, body: undefined, deliveries };
  const body = parse(arrival.text);
  const result = { status: arrival.status, body, deliveries };
  if (!isJsonObject(body)) return result;
  if (body.type === 'application/vnd.microsoft.card.adaptive' && isJsonObject(body.value)) {
    return { ...result, card: body.value };
  }
  const isText = body.type === 'application/vnd.microsoft.activity.message' && typeof body.value === 'string';
  return isText ? { ...result, message: String(body.value) } : result;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
