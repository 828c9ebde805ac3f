/** What each send of a hazard is: an alert to whoever holds the roles it names, or what was said since to whoever has it. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import { asId, type CampaignId, type PersonId } from '../../domain/ids';
import type { Intent } from '../../domain/intent/intent';
import { hazardCampaignIdOf, hazardReplyCampaignIdOf } from '../../domain/issue/hazard-campaigns';
import type { Issue } from '../../domain/issue/issue';
import { type Programme, roles } from '../../domain/programme/programme';
import { holdersOf } from '../people/role-holders';
import type { Keys } from '../ports/keys';

/** In the urgent lane, at any hour. */
export function planHazardCampaign(
  keys: Keys,
  programme: Programme,
  { programmeId, issueId }: Issue,
  { data }: Intent,
): CampaignPlan {
  const to = (campaignId: CampaignId, personIds: readonly PersonId[]): CampaignPlan => ({
    programmeId,
    subjectId: issueId,
    campaignId,
    purpose: 'hazard',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: [...new Set(personIds)] },
    lane: 'urgent',
  });
  if (data?.reply !== undefined) {
    return to(hazardReplyCampaignIdOf(issueId, Number(data.reply)), [asId(String(data.to))]);
  }
  const named = String(data?.roles ?? '').split(' ');
  const holders = holdersOf(
    keys,
    programme,
    roles.filter((role) => named.includes(role)),
  );
  return to(
    hazardCampaignIdOf(issueId, Number(data?.number)),
    holders.map(({ personId }) => personId),
  );
}
