/** What each send of a gate is: to the other roles, after it was decided. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import type { Gate } from '../../domain/gate/gate';
import { gateToldCampaignIdOf } from '../../domain/gate/gate-campaigns';
import type { Intent } from '../../domain/intent/intent';
import type { Programme, Role } from '../../domain/programme/programme';
import { holdersOf } from '../people/role-holders';
import type { Keys } from '../ports/keys';

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
  if (data?.purpose !== 'gate-decided')
    throw new Error(`a gate has no campaign for ${String(data?.purpose)}`);
  const told = holdersOf(keys, programme, toldRoles).map(({ personId }) => personId);
  return {
    programmeId,
    subjectId: gateId,
    campaignId: gateToldCampaignIdOf(gateId, Number(data.number)),
    purpose: 'gate-decided',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: [...new Set(told)] },
    lane: 'urgent',
  };
}
