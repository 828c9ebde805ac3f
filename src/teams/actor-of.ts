/** Who is behind an authenticated activity: nothing that a card carries has a say in it. */

import type { Keys } from '../app/ports/keys';
import type { IncomingActivity } from './incoming-activity';
import type { Actor } from './verb';

export type ActorAnswer =
  | {
      readonly outcome: 'known';
      readonly actor: Actor;
      /** In the 1:1 chat with the bot, where nobody else reads along. */
      readonly isPersonal: boolean;
      readonly isChannel: boolean;
    }
  | { readonly outcome: 'otherTenant' }
  | { readonly outcome: 'unnamed' };

/** Every tenant that the activity names must be the one that is served; an activity that names none is refused. */
export function actorOf(
  activity: IncomingActivity,
  tenantId: string,
  keys: Pick<Keys, 'personIdOf'>,
): ActorAnswer {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (tenant) => tenant !== undefined,
  );
  const isServed = named.every((tenant) => tenant.toLowerCase() === tenantId.toLowerCase());
  if (named.length === 0 || !isServed) return { outcome: 'otherTenant' };
  const { aadObjectId, id: teamsUserId } = activity.from;
  if (!aadObjectId) return { outcome: 'unnamed' };
  const actor: Actor = {
    tenantId,
    aadObjectId,
    personId: keys.personIdOf(tenantId, aadObjectId),
    teamsUserId,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
  };
  const { conversationType } = activity.conversation;
  return {
    outcome: 'known',
    actor,
    isPersonal: conversationType === 'personal',
    isChannel: conversationType === 'channel',
  };
}
