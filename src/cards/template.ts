/** Turns a view into a card: binds it, checks what is bound, and expands the card's template once. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { z } from 'zod';
import type { ChartSubject } from '../domain/chart/chart-subject';
import { type Catalogue, catalogueFor } from '../text/catalogue';
import { RecentlyUsed } from './recently-used';
import { cardVersion, verbNames } from './verb-names';

/** A rendered Adaptive Card: plain JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** What every card is shown in. */
export interface CardFrame {
  /** True for invented people and places: the card says so. */
  readonly isSynthetic: boolean;
  readonly timeZone: string;
  /** For a card whose state changes: the one person's Teams id, and what their client sends to get the current card. */
  readonly refresh?: { readonly userId: string; readonly data: Readonly<Record<string, string>> };
  /** Where the picture of a chart is to be had; where there is no such place, cards carry no charts. */
  readonly chartUrl?: ChartUrl;
}

export type ChartUrl = (subject: ChartSubject) => string | undefined;

export interface CardDefinition<View, Schema extends z.ZodObject> {
  /** The name of the template, of the card's file and of its test. */
  readonly name: string;
  /** Exactly what the template binds: strings, numbers, and arrays of objects of these. A part that may be absent is
   * an array, so that a template needs no condition. */
  readonly schema: Schema;
  /** By name; the tests and the gallery show each. */
  readonly samples: Readonly<Record<string, View>>;
  /** One line for notifications and screen readers; says nothing an onlooker may not read. */
  readonly summarise: (view: View, text: Catalogue) => string;
  readonly bind: (view: View, text: Catalogue, chartUrl: ChartUrl) => z.input<Schema>;
  /** The same with less in it, where a large programme makes it too large to be sent; undefined when nothing is left to
   * be left out. */
  readonly shorten?: (bindings: z.output<Schema>) => z.input<Schema> | undefined;
  /** True where many people get the same card: it is then expanded once. Never for words that one person typed. */
  readonly isSharedByMany?: (view: View) => boolean;
}

export interface CardType<View> {
  readonly name: string;
  readonly schema: z.ZodObject;
  readonly samples: Readonly<Record<string, View>>;
  /** @throws ZodError when the view lacks something that the template binds. */
  render(view: View, frame: CardFrame): Card;
  /** The `summary` of the message that carries the card. */
  summary(view: View, frame: Pick<CardFrame, 'timeZone'>): string;
}

const templatesFolder = join(__dirname, '..', '..', 'adaptive-cards');
const cardsKept = 200;

export function defineCard<View, Schema extends z.ZodObject>(
  definition: CardDefinition<View, Schema>,
): CardType<View> {
  const { name, schema, samples, bind, summarise } = definition;
  const recent = new RecentlyUsed<Card>(cardsKept);
  let template: Template | undefined;

  const expand = (bindings: z.input<Schema>, host: object): Card => {
    template ??= new Template(JSON.parse(readFileSync(join(templatesFolder, `${name}.json`), 'utf8')));
    const parsed = schema.parse(bindings);
    const card = template.expand({ $root: parsed, $host: host }) as Card;
    const less = isTooLarge(card) ? definition.shorten?.(parsed) : undefined;
    return less ? expand(less, host) : card;
  };

  return {
    name,
    schema,
    samples,
    summary: (view, frame) => summarise(view, catalogueFor(frame.timeZone)),
    render: (view, frame) => {
      const text = catalogueFor(frame.timeZone);
      const host = {
        verbs: verbNames,
        cardVersion,
        fallbackText: text.frame.fallback,
        syntheticLines: frame.isSynthetic ? [{ text: text.frame.synthetic }] : [],
      };
      const bindings = bind(view, text, frame.chartUrl ?? noCharts);
      const card = definition.isSharedByMany?.(view)
        ? recent.getOrMake(JSON.stringify([host.syntheticLines, bindings]), () =>
            frozen(expand(bindings, host)),
          )
        : expand(bindings, host);
      return withRefresh(card, frame);
    },
  };
}

const noCharts: ChartUrl = () => undefined;

/** What a card may take with what `refresh` adds to it: 28 KB as it is sent, and 40 KB as Teams counts letters. */
function isTooLarge(card: Card): boolean {
  const json = JSON.stringify(card);
  return Buffer.byteLength(json, 'utf8') > 27 * 1024 || Buffer.byteLength(json, 'utf16le') > 39 * 1024;
}

/** The card as one person's client can ask for it again, where the frame names one. */
export function withRefresh(
  card: Card,
  { refresh, timeZone }: Pick<CardFrame, 'refresh' | 'timeZone'>,
): Card {
  return refresh ? { ...card, refresh: refreshBlock(refresh, catalogueFor(timeZone)) } : card;
}

function refreshBlock({ userId, data }: NonNullable<CardFrame['refresh']>, text: Catalogue) {
  return {
    action: {
      type: 'Action.Execute',
      title: text.frame.refresh,
      verb: verbNames.cardRefresh,
      data: { ...data, cardVersion },
    },
    userIds: [userId],
  };
}

/** A card that several people get must not be changed on its way to one of them. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
