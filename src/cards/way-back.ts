/** Gives a card that was opened from a list a button that leads back there, and keeps it over every tap on the card. */

import { z } from 'zod';
import { asId, type ProgrammeId } from '../domain/ids';
import type { CardMessage } from './messages/message';
import type { Card } from './template';
import { cardVersion, verbNames } from './verb-names';

export interface WayBack {
  readonly programmeId: ProgrammeId;
  /** The send whose list it is, or `all`. */
  readonly from: string;
  readonly title: string;
}

/** What the buttons of an opened card carry: where it was opened from, and what its way back is called. */
const carried = z.object({
  programmeId: z.string().min(1).max(200),
  desk: z.object({ from: z.string().min(1).max(200), title: z.string().min(1).max(100) }),
});

type Json = Readonly<Record<string, unknown>>;

/** The same card with the button at its end. It checks no input: what was typed is left behind on purpose. */
export function withWayBack({ card, summary }: CardMessage, way: WayBack): CardMessage {
  const { body = [], ...rest } = marked(card, way) as Json & { readonly body?: readonly unknown[] };
  return { card: { ...rest, body: [...body, buttonOf(way)] } as Card, summary };
}

/** The reply to a tap on a card that was opened from a list, with the same way back; any other reply as it is.
 * @param data as the button brought it. */
export function keepWayBack(data: unknown, message: CardMessage): CardMessage {
  const found = carried.safeParse(data).data;
  return found ? withWayBack(message, { programmeId: asId(found.programmeId), ...found.desk }) : message;
}

function buttonOf({ programmeId, from, title }: WayBack) {
  return {
    type: 'ActionSet',
    separator: true,
    spacing: 'Medium',
    actions: [
      {
        type: 'Action.Execute',
        title,
        verb: verbNames.deskList,
        associatedInputs: 'none',
        data: { cardVersion, programmeId, from },
      },
    ],
  };
}

/** Every button says where its card came from, so that the card that answers it has the same way back. */
function marked(value: unknown, way: WayBack): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, way));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, marked(part, way)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(entries);
  if (copy.type !== 'Action.Execute') return copy;
  const data = typeof copy.data === 'object' ? copy.data : {};
  return { ...copy, data: { ...data, desk: { from: way.from, title: way.title } } };
}
