/** Starts the campaign that a wave or an escalation asks for. */

import { invitedPeople } from '../audience/invited-people';
import { planCampaign } from '../campaign/plan-campaign';
import { startCampaign } from '../campaign/start-campaign.use-case';
import type { IntentHandler } from '../intent-handler';
import { currentProgramme } from '../programme/current-programme';

export const startCampaignIntent: IntentHandler = {
  kind: 'start-campaign',
  // A snapshot of tens of thousands of people lasts.
  isLong: true,
  async carryOut(context, { document, intent, signal }) {
    const programme = await currentProgramme(context, document.programmeId);
    if (!programme) throw new Error('the programme of a campaign does not exist');
    const plan = planCampaign(context.keys, programme, document, intent);
    const invited =
      document.type === 'wave' && plan.campaignId === document.campaignId
        ? { invited: invitedPeople(context, programme, document) }
        : {};
    await startCampaign(context, plan, { ...invited, signal });
    context.poke();
  },
};
