/** `soundings campaign cancel`: stops what a campaign has not sent yet, and says who already got it. */

import type { Command } from 'commander';
import { countSent } from '../../app/campaign/campaign-standing.use-case';
import { stopCampaign } from '../../app/campaign/stop-campaign.use-case';
import { asId, type CampaignId, type ProgrammeId } from '../../domain/ids';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { done, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly campaign: string;
}

export function addCampaignCancel(campaign: Command, act: Act): void {
  campaign
    .command('cancel')
    .requiredOption('--programme <id>', 'the programme')
    .requiredOption('--campaign <id>', 'one of its campaigns')
    .description('stop sending: the running service stops within a second, reminders included')
    .action((options: Options) =>
      act((cli) =>
        withContext(cli, async (context) => {
          const ids = { programmeId: options.programme, campaignId: options.campaign };
          const result = await stopCampaign(context, {
            programmeId: asId<ProgrammeId>(options.programme),
            campaignId: asId<CampaignId>(options.campaign),
          });
          const { outcome } = result;
          if (outcome === 'noSuchCampaign') {
            return refused({ outcome, ...ids }, `${options.campaign}: the programme has no such campaign.`);
          }
          const { sent } = result;
          const counted = await countSent(context, [sent], { minimumGroupSize: 0 });
          const totals = counted.get(sent.campaign.campaignId)?.report.totals;
          const { campaigns } = catalogueFor('Europe/London');
          const isOpen = sent.wave?.status === 'open';
          return done(
            { outcome, ...ids, ...(totals ? { totals } : {}) },
            `${options.campaign}: ${campaigns.notices[outcome]}`,
            ...(totals
              ? [`  ${campaigns.have(totals.delivered)} To list them, add --recipients to campaign status.`]
              : []),
            ...(isOpen && sent.wave ? [`  ${campaigns.stillOpen(sent.wave.closesAt)}`] : []),
          );
        }),
      ),
    );
}
