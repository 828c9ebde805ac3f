/** What each alert of a hazard is: to whoever holds the roles it names, in the urgent lane, at any hour. */

import type { CampaignPlan } from '../domain/campaign/plan-campaign';
import type { Intent } from '../domain/intent/intent';
import { hazardCampaignIdOf } from '../domain/issue/hazard-campaigns';
import type { Issue } from '../domain/issue/issue';
import { type Programme, roles } from '../domain/programme/programme';
import type { Keys } from './ports/keys';
import { holdersOf } from './role-holders';

export function planHazardCampaign(
  keys: Keys,
  programme: Programme,
  { programmeId, issueId }: Issue,
  { data }: Intent,
): CampaignPlan {
  const named = String(data?.roles ?? '').split(' ');
  const holders = holdersOf(
    keys,
    programme,
    roles.filter((role) => named.includes(role)),
  );
  return {
    programmeId,
    subjectId: issueId,
    campaignId: hazardCampaignIdOf(issueId, Number(data?.number)),
    purpose: 'hazard',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: [...new Set(holders.map(({ personId }) => personId))] },
    lane: 'urgent',
  };
}
