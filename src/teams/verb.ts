/** One verb: the string a card's button carries, the data it brings, who may press it, and what answers it. */

import type { z } from 'zod';

import type { AppContext } from '../app/context';
import type { Message } from '../app/ports/messenger';
import type { PersonId } from '../domain/ids';
import type { Role } from '../domain/programme/programme';

/** Who did it: taken from the authenticated activity alone, never from a card's data. */
export interface Actor {
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly personId: PersonId;
  /** The person's id in Teams: what a card's `refresh.userIds` names. */
  readonly teamsUserId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
}

export interface EdgeContext {
  /** Its `log` carries the request's correlation id. */
  readonly app: AppContext;
  /** True for the local Playground, which knows no `refresh`: cards leave it out. */
  readonly isLocal: boolean;
}

export interface VerbRequest<D> {
  readonly actor: Actor;
  readonly data: D;
  /** Teams asked by itself for the current card: answer with it and change nothing. */
  readonly isAutomaticRefresh: boolean;
  readonly correlationId: string;
  /** The message that holds the card. */
  readonly activityId?: string;
}

export interface Verb<D> {
  readonly name: string;
  readonly schema: z.ZodType<D>;
  /** `respondent`: everybody of the tenant. Otherwise the roles of the programme that the data names. */
  readonly role: 'respondent' | readonly Role[];
  /** The card that replaces the one that was pressed. A thrown error becomes the card for failures. */
  handle(edge: EdgeContext, request: VerbRequest<D>): Promise<Message>;
}

/** A verb for a role names its programme, so that the edge can check the role before the handler runs. */
export function defineVerb<D extends { readonly programmeId: string }>(
  verb: Verb<D> & { readonly role: readonly Role[] },
): Verb<D>;
export function defineVerb<D>(verb: Verb<D> & { readonly role: 'respondent' }): Verb<D>;
export function defineVerb<D>(verb: Verb<D>): Verb<D> {
  return verb;
}
