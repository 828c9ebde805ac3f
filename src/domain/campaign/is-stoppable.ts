/** Whether there is anything left of a campaign that stopping it would keep from people. */

import type { Campaign } from './campaign';

/** @param remindersToCome of the wave whose invitations it sends. */
export function isStoppable({
  status,
  reminderPass,
  remindersToCome,
}: Pick<Campaign, 'status' | 'reminderPass'> & { readonly remindersToCome: number }): boolean {
  if (status === 'cancelled') return false;
  return status !== 'done' || reminderPass !== undefined || remindersToCome > 0;
}
