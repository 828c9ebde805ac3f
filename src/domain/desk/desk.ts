/** What a role holder has been sent on which day, so that nobody gets a card for every item. */

import type { CampaignId, EscalationId, PersonId, ProgrammeId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';

/** `digest`: what is new, once a working day. `dueSoon`: what is due within 24 hours, all on one card. */
export type DeskSendKind = 'digest' | 'dueSoon';

export const deskItemKinds = ['escalation', 'gate', 'gateChange', 'issue', 'hazard', 'review'] as const;
export type DeskItemKind = (typeof deskItemKinds)[number];

/** What the reader is to do with it. */
export type DeskTask =
  | 'decide'
  | 'review'
  | 'prepare'
  | 'answer'
  | 'gate'
  | 'gateChange'
  | 'triage'
  | 'hazard'
  | 'decideReview'
  | 'confirmReview';

/** What waits, by the document it is about. */
export interface DeskItemRef {
  readonly kind: DeskItemKind;
  readonly id: string;
}

export interface AskedItem extends DeskItemRef {
  /** Tells one asking from the next: the same question asked again is new. */
  readonly asking: number;
}

/** Something that waits for one person. */
export interface DeskItem extends AskedItem {
  readonly deadline: Instant;
  /** Since when a card of its own has said so; the desk then tells only that it is due soon. */
  readonly announcedAt?: Instant;
}

export interface DeskSend {
  readonly kind: DeskSendKind;
  readonly campaignId: CampaignId;
  /** In the programme's time zone. Never the time: an issue goes out as it is raised. */
  readonly on: Day;
  /** One: that item's own card; several, or any that is due soon: the list of them. */
  readonly shows: readonly AskedItem[];
  /** What its reader has opened from the list: renewing the list would take away what they type. */
  readonly opened?: DeskItemRef;
}

/** What a card has said waits. */
export interface ShownItem {
  readonly key: string;
  readonly on: Day;
  /** Whether it was due within 24 hours then: that is said once. */
  readonly isDueSoon: boolean;
}

export interface Desk extends Intending {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  /** The latest ones, oldest first. */
  readonly sends: readonly DeskSend[];
  readonly shown: readonly ShownItem[];
  /** The latest decisions that came back to be looked at again: found by their ids among all there ever were. */
  readonly reviews?: readonly EscalationId[];
}

export function emptyDesk(programmeId: ProgrammeId, personId: PersonId): Desk {
  return { programmeId, personId, sends: [], shown: [], intents: [] };
}

export function isSameItem(one: DeskItemRef, other: DeskItemRef): boolean {
  return one.kind === other.kind && one.id === other.id;
}

export function deskItemKey({ kind, id, asking }: AskedItem): string {
  return `${kind}:${id}:${asking}`;
}

const reviewsKept = 20;

export function withReview(desk: Desk, escalationId: EscalationId): Desk {
  const { reviews = [] } = desk;
  if (reviews.includes(escalationId)) return desk;
  return { ...desk, reviews: [...reviews, escalationId].slice(-reviewsKept) };
}
