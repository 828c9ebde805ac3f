/** What each send of a gate is: to whoever is asked, to the SRO about a change of terms, to the other roles afterwards. */

import type { CampaignPurpose } from '../domain/campaign/campaign';
import type { CampaignPlan } from '../domain/campaign/plan-campaign';
import type { Gate } from '../domain/gate/gate';
import {
  gateAskCampaignIdOf,
  gateChangeCampaignIdOf,
  gateToldCampaignIdOf,
} from '../domain/gate/gate-campaigns';
import type { CampaignId } from '../domain/ids';
import type { Intent } from '../domain/intent/intent';
import type { Programme, Role } from '../domain/programme/programme';
import type { Keys } from './ports/keys';
import { holdersOf } from './role-holders';

/** Who hears what was decided. The SRO's own card is brought up to date. */
const toldRoles: readonly Role[] = [
  'lead',
  'pmo',
  'deputySro',
  'sponsor',
  'clinicalSafetyOfficer',
  'clinicalSafetyDeputy',
];

/** @throws Error for a purpose a gate has no card for. */
export function planGateCampaign(
  keys: Keys,
  programme: Programme,
  { programmeId, gateId }: Gate,
  { data }: Intent,
): CampaignPlan {
  const number = Number(data?.number);
  const to = (roles: readonly Role[], purpose: CampaignPurpose, campaignId: CampaignId): CampaignPlan => ({
    programmeId,
    subjectId: gateId,
    campaignId,
    purpose,
    audienceKind: 'role',
    recipients: {
      kind: 'people',
      personIds: [...new Set(holdersOf(keys, programme, roles).map(({ personId }) => personId))],
    },
    lane: 'urgent',
  });
  switch (data?.purpose) {
    case 'gate-decision':
      return to([data.role as Role], 'gate-decision', gateAskCampaignIdOf(gateId, number));
    case 'gate-change':
      return to(['sro'], 'gate-change', gateChangeCampaignIdOf(gateId, number));
    case 'gate-decided':
      return to(toldRoles, 'gate-decided', gateToldCampaignIdOf(gateId, number));
    default:
      throw new Error(`a gate has no campaign for ${String(data?.purpose)}`);
  }
}
