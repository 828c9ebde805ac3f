/** A chat's person as Teams lists them to a bot. */

import type { Chat } from './chat';

export function memberOf(chat: Chat): Record<string, unknown> {
  const { aadObjectId, tenantId } = chat.owner;
  return {
    id: chat.teamsUserId,
    name: chat.name,
    objectId: aadObjectId,
    aadObjectId,
    userPrincipalName: `${aadObjectId}@synthetic.invalid`,
    email: `${aadObjectId}@synthetic.invalid`,
    tenantId,
    userRole: 'user',
  };
}
