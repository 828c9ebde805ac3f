/** The cards that went to people without a window: each different card once, with how often it was delivered. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Message } from '../app/ports/messenger';

export interface InboxCard {
  readonly number: number;
  readonly message: Message;
  readonly deliveries: number;
}

const mostKept = 200;

const contents = z.object({
  cards: z.array(
    z.object({
      number: z.number(),
      message: z.object({ card: z.record(z.string(), z.unknown()), summary: z.string() }),
      deliveries: z.number(),
    }),
  ),
  changed: z.array(z.tuple([z.string(), z.number()])),
  soFar: z.object({ cards: z.number(), deliveries: z.number() }),
});

/** In memory; in a file between two starts. */
export class InboxCards {
  /** By what they show, the latest delivered last. */
  private readonly cards = new Map<string, InboxCard>();
  /** Which card a delivery shows, where that is no longer the one it began with. */
  private readonly changed = new Map<string, number>();
  private readonly cardKeys = new WeakMap<object, string>();
  /** No number is given twice. */
  private soFar = { cards: 0, deliveries: 0 };

  private constructor(private readonly path: string) {}

  /** Begins empty where there is no file, or none that can be read: nothing in it is needed. */
  static open(path: string): InboxCards {
    const opened = new InboxCards(path);
    try {
      opened.fill(contents.parse(JSON.parse(readFileSync(path, 'utf8'))));
    } catch {
      // Empty, then.
    }
    return opened;
  }

  save(): void {
    const cards = [...this.cards.values()];
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, JSON.stringify({ cards, changed: [...this.changed], soFar: this.soFar }));
  }

  /** The latest first; at most 200. */
  latest(): readonly InboxCard[] {
    return [...this.cards.values()].reverse();
  }

  /** @returns the id of this delivery, by which `change` finds it. */
  add(message: Message): string {
    const number = this.deliver(message);
    this.soFar.deliveries += 1;
    return `${number}.${this.soFar.deliveries}`;
  }

  /** The delivery shows another card from now on; one that is not known any more is let be. */
  change(deliveryId: string, message: Message): void {
    const from = this.changed.get(deliveryId) ?? Number.parseInt(deliveryId, 10);
    const before = [...this.cards].find(([, { number }]) => number === from);
    if (!before) return;
    const [key, card] = before;
    if (card.deliveries > 1) this.cards.set(key, { ...card, deliveries: card.deliveries - 1 });
    else this.cards.delete(key);
    this.changed.set(deliveryId, this.deliver(message));
  }

  private deliver(message: Message): number {
    const key = this.keyOf(message);
    const known = this.cards.get(key);
    const number = known?.number ?? ++this.soFar.cards;
    this.cards.delete(key);
    this.cards.set(key, { number, message, deliveries: (known?.deliveries ?? 0) + 1 });
    const [oldest] = this.cards.keys();
    if (this.cards.size > mostKept && oldest !== undefined) this.cards.delete(oldest);
    return number;
  }

  /** A card that is the same for thousands is the same object for most of them. */
  private keyOf({ card, summary }: Message): string {
    const cardKey = this.cardKeys.get(card) ?? JSON.stringify(card);
    this.cardKeys.set(card, cardKey);
    return `${summary}\n${cardKey}`;
  }

  private fill({ cards, changed, soFar }: z.infer<typeof contents>): void {
    for (const card of cards) this.cards.set(this.keyOf(card.message), card);
    for (const [deliveryId, number] of changed) this.changed.set(deliveryId, number);
    this.soFar = soFar;
  }
}
