/** The alarm of a run that did not happen: to whoever runs the programme, at once and once for each run. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import type { Instant } from '../../domain/instant';
import type { Intent } from '../../domain/intent/intent';
import type { Programme } from '../../domain/programme/programme';
import { missedCampaignIdOf } from '../../domain/pulse/plan-run';
import type { Pulse } from '../../domain/pulse/pulse';
import { holdersOf } from '../people/role-holders';
import type { Keys } from '../ports/keys';

/** @throws Error for a purpose a pulse has no card for. */
export function planPulseCampaign(
  keys: Keys,
  programme: Programme,
  pulse: Pulse,
  { data }: Intent,
): CampaignPlan {
  if (data?.purpose !== 'pulse-missed')
    throw new Error(`a pulse has no campaign for ${String(data?.purpose)}`);
  const told = holdersOf(keys, programme, ['lead', 'pmo']).map(({ personId }) => personId);
  return {
    programmeId: pulse.programmeId,
    subjectId: pulse.pulseId,
    campaignId: missedCampaignIdOf(pulse, String(data.plannedFor) as Instant),
    purpose: 'pulse-missed',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: [...new Set(told)] },
    lane: 'urgent',
  };
}
