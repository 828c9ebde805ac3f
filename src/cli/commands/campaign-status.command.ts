/** `soundings campaign status`: how far each send is, why somebody has not got it, and when the rest will. */

import { type Command, Option } from 'commander';
import {
  type CampaignFigures,
  countSent,
  listSent,
  type SentCampaign,
} from '../../app/campaign/campaign-standing.use-case';
import { type CampaignRecipient, listRecipients } from '../../app/campaign/list-recipients.use-case';
import { findProgramme } from '../../app/programme/find-programme';
import type { CampaignReport } from '../../domain/campaign/campaign-report';
import { asId, type CampaignId, type ProgrammeId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { type Catalogue, catalogueFor } from '../../text/catalogue';
import type { Act, Cli } from '../cli';
import { checkTableOptions, exportTable, type TableOptions } from '../export/export-table';
import { InputError } from '../input-error';
import { progressBar } from '../progress-bar';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options extends TableOptions {
  readonly campaign?: string;
  readonly all?: boolean;
  readonly recipients?: boolean;
}

export function addCampaignStatus(campaign: Command, act: Act): void {
  campaign
    .command('status')
    .requiredOption('--programme <id>', 'the programme')
    .option('--campaign <id>', 'one campaign only')
    .option('--all', 'the cards of roles as well, however old')
    .option('--recipients', 'one row for each person: who has it, who has not, and why')
    .addOption(
      new Option('--format <format>', 'of the list of recipients')
        .choices(['csv', 'xlsx', 'json'])
        .default('csv'),
    )
    .option('--out <file>', 'write the list of recipients to this file')
    .description('how far each send to staff is, why somebody has not got it, and when the rest will')
    .action((options: Options) =>
      act((cli) => (options.recipients ? listPeople(cli, options) : showStatus(cli, options))),
    );
}

async function showStatus(cli: Cli, options: Options): Promise<Report> {
  const programmeId = asId<ProgrammeId>(options.programme);
  return withContext(cli, async (context) => {
    const programme = await findProgramme(context.store, programmeId);
    const json = { programmeId };
    if (!programme) {
      return refused({ outcome: 'noSuchProgramme', ...json }, `${programmeId}: there is no such programme.`);
    }
    const campaignId = options.campaign ? { campaignId: asId<CampaignId>(options.campaign) } : {};
    const which = options.all ? 'all' : 'staff';
    const sent = await listSent(context, { programmeId, which, ...campaignId });
    if (options.campaign && sent.length === 0) {
      return refused(
        { outcome: 'noSuchCampaign', ...json },
        `${options.campaign}: the programme has no such campaign.`,
      );
    }
    const figures = await countSent(context, sent, programme);
    const now = context.clock.now();
    const text = catalogueFor(programme.timeZone);
    const campaigns = sent.flatMap((one) => {
      const counted = figures.get(one.campaign.campaignId);
      return counted ? [{ sent: one, figures: counted }] : [];
    });
    const words = campaigns.flatMap(({ sent: one, figures: counted }) => describe(one, counted, now, text));
    return done(
      { outcome: 'counted', ...json, campaigns: campaigns.map(jsonOf) },
      ...(words.length > 0 ? words : [`${programmeId}: ${text.campaigns.none}`]),
    );
  });
}

function jsonOf({ sent, figures }: { readonly sent: SentCampaign; readonly figures: CampaignFigures }) {
  const { campaign, title, remindersToCome } = sent;
  const { campaignId, purpose, status, reminderPass } = campaign;
  const { totals, reasons, waiting, waitsUntil } = figures.report;
  return {
    ...{ campaignId, purpose, title, status, totals, reasons, waiting, remindersToCome },
    ...(reminderPass ? { reminderPass } : {}),
    ...(waitsUntil ? { waitsUntil } : {}),
    ...(figures.endsAt ? { endsAt: figures.endsAt } : {}),
  };
}

function describe(
  { campaign, title, remindersToCome }: SentCampaign,
  { report, endsAt }: CampaignFigures,
  now: Instant,
  { campaigns }: Catalogue,
): readonly string[] {
  const { campaignId, purpose, status, reminderPass } = campaign;
  const { totals, reasons, waiting, waitsUntil } = report;
  const lines = [
    progressBar(totals),
    campaigns.progress(totals),
    `${sumOf(report, campaigns)} = ${campaigns.count(totals.invited)} ${campaigns.asked.toLowerCase()}`,
    ...reasons.map((one) => campaigns.because(one.status, one.reason, one.people)),
    totals.possibleDuplicates > 0 ? campaigns.twice(totals.possibleDuplicates) : undefined,
    reminderPass ? campaigns.reminding(reminderPass) : undefined,
    remindersToCome > 0 ? campaigns.remindersToCome(remindersToCome) : undefined,
    waitsUntil && campaigns.waiting(waiting, waitsUntil, now),
    endsAt && campaigns.ends(endsAt, now),
  ];
  const heading = `${campaignId}: ${campaigns.heading(purpose, title)}. ${campaigns.states[status]}`;
  return [heading, ...lines.filter((one) => one !== undefined).map((one) => `  ${one}`)];
}

function sumOf({ totals }: CampaignReport, { counts, count }: Catalogue['campaigns']): string {
  const { delivered, pending, unreachable, failed, cancelled } = totals;
  return Object.entries({ delivered, pending, unreachable, failed, cancelled })
    .map(([status, people]) => `${count(people)} ${counts[status as keyof typeof counts].toLowerCase()}`)
    .join(' + ');
}

const columns = ['directory_id', 'display_name', 'site', 'outcome', 'reason', 'may_have_it_twice'] as const;

async function listPeople(cli: Cli, options: Options): Promise<Report> {
  checkTableOptions(options);
  const { programme, campaign } = options;
  if (!campaign) throw new InputError('--recipients lists the people of one campaign: add --campaign ID');
  const place = { programmeId: asId<ProgrammeId>(programme), campaignId: asId<CampaignId>(campaign) };
  const result = await withContext(cli, (context) => listRecipients(context, place));
  if (result.outcome !== 'listed') {
    const isProgramme = result.outcome === 'noSuchProgramme';
    const words = isProgramme
      ? `${programme}: there is no such programme.`
      : `${campaign}: the programme has no such campaign.`;
    return refused({ ...result, ...place }, words);
  }
  const rows = result.recipients.map(rowOf);
  return exportTable({ name: 'recipients', sheet: 'Recipients', columns, rows }, options);
}

function rowOf({ directoryId, name, site, outcome, reason, mayHaveItTwice }: CampaignRecipient) {
  return {
    ...{ directory_id: directoryId || null, display_name: name || null, site: site || null },
    ...{ outcome, reason: reason ?? null, may_have_it_twice: mayHaveItTwice },
  };
}
