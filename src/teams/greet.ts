/** Greets a person once when the app reaches them, though Teams announces it in two activities, in either order. */

import { rememberAddress } from '../app/people/remember-address.use-case';
import { actorOf } from './actor-of';
import { type EdgeParts, edgeWith } from './edge-parts';
import type { IncomingActivity } from './incoming-activity';
import { reasonOf, sendReply } from './send-reply';
import type { Actor } from './verb';

const oneAnnouncementMs = 10_000;
const mostRemembered = 10_000;

export class Greeter {
  readonly #parts: EdgeParts;
  /** When a conversation was greeted on account of its `conversationUpdate`. */
  readonly #greetedAtMs = new Map<string, number>();

  constructor(parts: EdgeParts) {
    this.#parts = parts;
  }

  /** The app was installed, or its chat opened anew: greets, unless the other activity just led to it. */
  async installed(activity: IncomingActivity, correlationId: string): Promise<void> {
    if (!activity.action?.startsWith('add')) return;
    const actor = this.#personalActor(activity);
    if (!actor) return;
    if ((await this.#remember(actor, correlationId)) === 'expected') return;
    const { clock } = this.#parts.edge.app;
    const greetedAtMs = this.#greetedAtMs.get(actor.conversationId);
    this.#greetedAtMs.delete(actor.conversationId);
    if (greetedAtMs !== undefined && clock.monotonicMs() - greetedAtMs < oneAnnouncementMs) return;
    await this.#greet(actor, correlationId);
  }

  /** The bot was added to a chat: greets only when the chat was not known before. */
  async added(activity: IncomingActivity, correlationId: string): Promise<void> {
    if (!activity.membersAdded?.some((member) => member.id === activity.recipient.id)) return;
    const actor = this.#personalActor(activity);
    if (!actor) return;
    if ((await this.#remember(actor, correlationId)) !== 'learned') return;
    if (this.#greetedAtMs.size >= mostRemembered) this.#greetedAtMs.clear();
    this.#greetedAtMs.set(actor.conversationId, this.#parts.edge.app.clock.monotonicMs());
    await this.#greet(actor, correlationId);
  }

  #personalActor(activity: IncomingActivity): Actor | undefined {
    const asked = actorOf(activity, this.#parts.tenantId, this.#parts.edge.app.keys);
    return asked.outcome === 'known' && asked.isPersonal ? asked.actor : undefined;
  }

  async #remember(actor: Actor, correlationId: string) {
    const { app } = this.#parts.edge;
    try {
      return await rememberAddress(app, actor);
    } catch (error) {
      app.log.error('address.notRemembered', error, { correlationId });
      return undefined;
    }
  }

  async #greet(actor: Actor, correlationId: string): Promise<void> {
    const { chat, messenger } = this.#parts;
    const edge = edgeWith(this.#parts.edge, { correlationId });
    for (const message of await chat.onInstalled(edge, actor)) {
      const sent = await sendReply(messenger, edge.app.clock, actor, message);
      edge.app.log.info('greeted', { reply: reasonOf(sent) });
    }
  }
}
