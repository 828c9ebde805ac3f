/** The cards of what was sent: how far it is, and the question before it is stopped. */

import { countSent, listSent, type SentCampaign } from '../../app/campaign/campaign-standing.use-case';
import { leadRoles } from '../../app/campaign/plan-campaign';
import type { Message } from '../../app/ports/messenger';
import { checkRole } from '../../app/programme/check-role';
import { campaignCancelCard } from '../../cards/campaign-cancel.card';
import type { ShownCampaign } from '../../cards/campaign-parts';
import { campaignStandingCard } from '../../cards/campaign-standing.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { CampaignId, ProgrammeId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { readingRoles } from '../../domain/programme/reading-roles';
import type { CampaignNotice } from '../../text/en/campaigns';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { within } from '../within';

export interface ShownSends {
  readonly programmeId: ProgrammeId;
  /** One alone. */
  readonly campaignId?: CampaignId;
  readonly which?: 'staff' | 'all';
  readonly page?: number;
}

const mostShown = 3;
/** Teams waits 5 s: what takes longer to count is ready at the next refresh. */
const patienceMs = 2_500;

/** For those who read results; those who run the programme can stop and correct. */
export async function campaignsReply(
  edge: EdgeContext,
  actor: Actor,
  shown: ShownSends,
  notice?: CampaignNotice,
): Promise<Message> {
  const { programmeId, campaignId, which = 'staff', page = 0 } = shown;
  const reader = await checkRole(edge.app, { ...actor, programmeId, roles: readingRoles });
  if (reader.outcome !== 'allowed') return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  const manager = await checkRole(edge.app, { ...actor, programmeId, roles: leadRoles });
  const listing = { programmeId, which, ...(campaignId ? { campaignId } : {}) };
  const all = await listSent(edge.app, listing);
  const start = page * mostShown;
  const listed = all.slice(start, start + mostShown);
  const nextPage = all.length > start + mostShown ? page + 1 : page > 0 ? 0 : undefined;
  const view = {
    programme: reader.programme,
    campaigns: await withFigures(edge, reader.programme, listed),
    now: edge.app.clock.now(),
    mayManage: manager.outcome === 'allowed',
    which,
    page,
    ...(campaignId ? { only: campaignId } : {}),
    ...(notice ? { notice } : {}),
    ...(nextPage === undefined ? {} : { nextPage }),
  };
  return messageOf(campaignStandingCard, view, frameFor(edge, actor, reader.programme, shown));
}

/** Only the lists as they are asked for come back by themselves: a page, a notice and roles' cards do not. */
function frameFor(edge: EdgeContext, actor: Actor, programme: Programme, shown: ShownSends) {
  const { campaignId, which = 'staff', page = 0 } = shown;
  if (which === 'all' || page > 0) return frameOf(edge, actor, programme);
  return frameOf(edge, actor, programme, { card: 'campaigns', subjectId: campaignId ?? programme.id });
}

/** Asks before it is stopped. */
export async function cancelReply(
  edge: EdgeContext,
  actor: Actor,
  place: { readonly programmeId: ProgrammeId; readonly campaignId: CampaignId },
  programme: Programme,
  notice?: CampaignNotice,
): Promise<Message> {
  const sent = await listSent(edge.app, { ...place, which: 'all' });
  const [campaign] = await withFigures(edge, programme, sent);
  if (!campaign) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const view = { programme, campaign, ...(notice ? { notice } : {}) };
  return messageOf(campaignCancelCard, view, frameOf(edge, actor, programme));
}

async function withFigures(
  { app }: EdgeContext,
  { id: programmeId, minimumGroupSize }: Programme,
  listed: readonly SentCampaign[],
): Promise<readonly ShownCampaign[]> {
  const all = await listSent(app, { programmeId, which: 'staff' });
  const counted = await within(app.clock, patienceMs, countSent(app, listed, { all, minimumGroupSize }));
  return listed.map(({ campaign, title, wave, remindersToCome }) => {
    const { campaignId, purpose, status, reminderPass } = campaign;
    return {
      ...{ campaignId, purpose, status, title, remindersToCome },
      ...(reminderPass ? { reminderPass } : {}),
      ...(wave && !wave.reviewId ? { wave } : {}),
      ...(counted.outcome === 'done' ? counted.value.get(campaignId) : {}),
    };
  });
}
