/** What was sent to staff lately and how far it is: for the lead's card and for the command line alike. */

import { isRunning } from '../../domain/campaign/advance-campaign';
import type { Campaign } from '../../domain/campaign/campaign';
import type { CampaignReport } from '../../domain/campaign/campaign-report';
import { estimateEnd } from '../../domain/campaign/estimate-end';
import { foldChoices } from '../../domain/campaign/fold-choices';
import { asId, type CampaignId, type ProgrammeId } from '../../domain/ids';
import { type Instant, plusDays } from '../../domain/instant';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords, readRecord } from '../records';
import { findReview } from '../review/save-review-draft.use-case';
import { type CountedCampaign, countCampaign } from './count-campaign';

/** A campaign with what it is about. */
export interface SentCampaign {
  readonly campaign: Campaign;
  readonly title: string;
  /** The wave it is about; absent where it is of something else. */
  readonly wave?: Wave;
  /** Reminders that are planned and have not begun. */
  readonly remindersToCome: number;
  /** By which it is sorted: when what it is about began, or closed. */
  readonly at: Instant;
}

const recentDays = 14;
const usualRequestsPerSecond = 50;

/** What is going out or went out in the last two weeks, what is going out first, then the latest first.
 * @param which `staff`: what went to people as respondents. `all`: the cards of roles and replies as well, however old. */
export async function listSent(
  context: AppContext,
  {
    programmeId,
    campaignId,
    which,
  }: { programmeId: ProgrammeId; campaignId?: CampaignId; which: 'staff' | 'all' },
): Promise<readonly SentCampaign[]> {
  const chosen: Campaign[] = [];
  for await (const { document } of listRecords(context.store, 'campaign', programmeId)) {
    const isWanted = campaignId ? document.campaignId === campaignId : which === 'all' || isToStaff(document);
    if (isWanted) chosen.push(document);
  }
  const sent = await Promise.all(chosen.map((campaign) => withSubject(context, campaign)));
  const since = plusDays(context.clock.now(), -recentDays);
  return sent
    .filter(({ campaign, at }) => campaignId || which === 'all' || isRunning(campaign) || at >= since)
    .sort((one, other) => rank(other) - rank(one) || (one.at < other.at ? 1 : -1));
}

function isToStaff({ audienceKind }: Campaign): boolean {
  return audienceKind === 'respondent';
}

const rank = ({ campaign }: SentCampaign) => (isRunning(campaign) ? 1 : 0);

async function withSubject(context: AppContext, campaign: Campaign): Promise<SentCampaign> {
  const { programmeId, subjectId, campaignId, purpose } = campaign;
  const wave = (await readRecord(context.store, 'wave', programmeId, subjectId))?.document;
  if (wave) {
    const isInvitation = wave.campaignId === campaignId;
    const isReminded = isInvitation && !campaign.isReminderless && campaign.status !== 'cancelled';
    const remindersToCome = isReminded ? wave.intents.filter(({ kind }) => kind === 'remind').length : 0;
    const { title, closedAt, closesAt, opensAt } = wave;
    const at = purpose === 'wave-heard' ? (closedAt ?? closesAt) : opensAt;
    return { campaign, title, wave, remindersToCome, at: isInvitation && !closedAt ? closesAt : at };
  }
  const review = await findReview(context, { programmeId, reviewId: asId(subjectId) });
  const round = review?.rounds.at(-1);
  const title = review?.title ?? '';
  return { campaign, title, remindersToCome: 0, at: round?.closesAt ?? ('' as Instant) };
}

export interface CampaignFigures {
  readonly report: CampaignReport;
  /** Absent where nobody is waited for. */
  readonly endsAt?: Instant;
}

/** The figures of each, by campaign id.
 * @param about `all`: the sends that share the rate with them; `minimumGroupSize`: fewer who chose not to be asked are not
 * told apart. */
export async function countSent(
  context: AppContext,
  shown: readonly SentCampaign[],
  about: { readonly all?: readonly SentCampaign[]; readonly minimumGroupSize: number },
): Promise<ReadonlyMap<CampaignId, CampaignFigures>> {
  const { all = shown, minimumGroupSize } = about;
  const sending = all.filter(({ campaign }) => campaign.status === 'sending');
  const counted = new Map<CampaignId, CountedCampaign>();
  for (const { campaign } of [...shown, ...sending]) {
    counted.set(campaign.campaignId, await countCampaign(context, campaign));
  }
  const now = context.clock.now();
  const ready = new Map(
    sending.map(({ campaign: { campaignId } }) => [campaignId, readyIn(counted.get(campaignId), now)]),
  );
  const figuresOf = ({ campaign }: SentCampaign, { report, work }: CountedCampaign): CampaignFigures => {
    const { requestsPerSecond = usualRequestsPerSecond } = context.settings;
    const others = [...ready].filter(([id]) => id !== campaign.campaignId).map(([, requests]) => requests);
    const endsAt =
      campaign.status === 'sending' ? estimateEnd(work, others, requestsPerSecond, now) : undefined;
    const reasons = foldChoices(report.reasons, minimumGroupSize);
    return { report: { ...report, reasons }, ...(endsAt ? { endsAt } : {}) };
  };
  return new Map(
    shown.flatMap((one) => {
      const own = counted.get(one.campaign.campaignId);
      return own ? [[one.campaign.campaignId, figuresOf(one, own)] as const] : [];
    }),
  );
}

/** Requests that could be made at once. */
function readyIn(counted: CountedCampaign | undefined, now: Instant): number {
  const ready = (counted?.work ?? []).filter(({ from }) => from <= now);
  return ready.reduce((sum, { requests }) => sum + requests, 0);
}
