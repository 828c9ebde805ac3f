/** `soundings campaign status`: what became of every recipient. */

import type { Command } from 'commander';
import { type CampaignState, campaignStatus } from '../../app/campaign-status.use-case';
import { asId, type CampaignId, type ProgrammeId } from '../../domain/ids';
import type { Act } from '../cli';
import { done, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly campaign?: string;
}

export function addCampaignStatus(campaign: Command, act: Act): void {
  campaign
    .command('status')
    .requiredOption('--programme <id>', 'the programme')
    .option('--campaign <id>', 'one campaign only')
    .description('how many recipients were reached, and how many not')
    .action((options: Options) =>
      act(async (cli) => {
        const result = await withContext(cli, (context) =>
          campaignStatus(context, {
            programmeId: asId<ProgrammeId>(options.programme),
            ...(options.campaign ? { campaignId: asId<CampaignId>(options.campaign) } : {}),
          }),
        );
        const json = { programmeId: options.programme, ...result };
        switch (result.outcome) {
          case 'noSuchProgramme':
            return refused(json, `${options.programme}: there is no such programme.`);
          case 'noSuchCampaign':
            return refused(json, `${options.campaign}: the programme has no such campaign.`);
          case 'counted':
            if (result.campaigns.length === 0) return done(json, `${options.programme}: no campaign yet`);
            return done(json, ...result.campaigns.map(describe));
        }
      }),
    );
}

function describe({ campaignId, purpose, status, totals }: CampaignState): string {
  const { invited, delivered, unreachable, failed, pending, cancelled, possibleDuplicates } = totals;
  const counts = Object.entries({ delivered, pending, unreachable, failed, cancelled })
    .map(([name, value]) => `${value.toLocaleString('en-GB')} ${name}`)
    .join(', ');
  const twice = possibleDuplicates > 0 ? `; ${possibleDuplicates} may have arrived twice` : '';
  return `${campaignId}: ${purpose}, ${status}: ${invited.toLocaleString('en-GB')} invited = ${counts}${twice}`;
}
