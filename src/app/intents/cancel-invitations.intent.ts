/** A wave that closes asks nobody any more: neither first cards nor reminders. */

import { cancelCampaign } from '../campaign/cancel-campaign.use-case';
import { defineIntent } from './define-intent';

export const cancelInvitationsIntent = defineIntent('cancel-invitations', 'wave', async (context, wave) => {
  await cancelCampaign(context, wave);
});
