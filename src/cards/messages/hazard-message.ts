/** The card of a hazard as one reader should see it now. */

import type { Issue } from '../../domain/issue/issue';
import type { ShownPlace } from '../../domain/issue/shown-place';
import type { ThreadEntry } from '../../domain/issue/thread';
import type { Programme, Role } from '../../domain/programme/programme';
import { type HazardView, hazardCard } from '../hazard.card';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';

export interface HazardPlace {
  readonly programme: Programme;
  readonly issue: Issue;
  readonly place: ShownPlace;
  readonly review?: string;
  readonly thread: readonly ThreadEntry[];
  readonly reader: { readonly roles: readonly Role[] };
}

/** What a tap is told, with what was typed given back where it was refused. */
export type HazardSaid = Pick<HazardView, 'notice' | 'typed'>;

export function hazardMessage(
  { programme, issue, place, review, thread, reader }: HazardPlace,
  frame: CardFrame,
  said: HazardSaid = {},
): CardMessage {
  const about = review === undefined ? {} : { review };
  const view = { programme, issue, place, ...about, thread, roles: reader.roles, ...said };
  return messageOf(hazardCard, view, frame);
}
