/** What each campaign is: its id, its card, its recipients and its lane, derived from the document that asks for it. */

import type { CampaignPurpose } from '../../domain/campaign/campaign';
import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import type { Escalation } from '../../domain/escalation/escalation';
import {
  copyCampaignIdOf,
  moreCampaignIdOf,
  preparationCampaignIdOf,
  toldCampaignIdOf,
} from '../../domain/escalation/escalation-campaigns';
import { asId, type CampaignId, type PersonId, type WaveId } from '../../domain/ids';
import type { Intent } from '../../domain/intent/intent';
import type { Programme, Role } from '../../domain/programme/programme';
import type { Wave } from '../../domain/pulse/wave';
import { planDeskCampaign } from '../desk/plan-desk-campaign';
import { planGateCampaign } from '../gate/plan-gate-campaign';
import { planHazardCampaign } from '../hazard/plan-hazard-campaign';
import type { IntendingDocument } from '../intent-handler';
import { planFixCampaign } from '../issue/plan-fix-campaign';
import { holdersOf } from '../people/role-holders';
import type { Keys } from '../ports/keys';
import { planReviewCampaign } from '../review/plan-review-campaign';
import { planPulseCampaign } from '../schedule/plan-pulse-campaign';

/** Who runs a programme day to day: results and preparation go to them. */
export const leadRoles: readonly Role[] = ['lead', 'pmo'];

/** The plan behind a `start-campaign` intent: the same intent always gives the same campaign.
 * @throws Error for a purpose this document has no card for. */
export function planCampaign(
  keys: Keys,
  programme: Programme,
  document: IntendingDocument,
  intent: Intent,
): CampaignPlan {
  const purpose = intent.data?.purpose;
  if (document.type === 'wave') return planWaveCampaign(keys, programme, document, purpose);
  if (document.type === 'escalation') return planEscalationCampaign(keys, programme, document, intent);
  if (document.type === 'gate') return planGateCampaign(keys, programme, document, intent);
  if (document.type === 'desk') return planDeskCampaign(document, intent);
  if (document.type === 'review') return planReviewCampaign(document, intent);
  if (document.type === 'pulse') return planPulseCampaign(keys, programme, document, intent);
  if (document.type === 'issue' && purpose === 'issue-fix') return planFixCampaign(document, intent);
  if (document.type === 'issue' && purpose === 'hazard') {
    return planHazardCampaign(keys, programme, document, intent);
  }
  throw new Error(`a ${document.type} starts no campaign`);
}

function planWaveCampaign(keys: Keys, programme: Programme, wave: Wave, purpose: unknown): CampaignPlan {
  const { programmeId, waveId, campaignId, frame, closesAt } = wave;
  const common = { programmeId, subjectId: waveId };
  switch (purpose as CampaignPurpose) {
    case 'pulse-invitation':
    case 'ballot-invitation':
      return {
        ...common,
        campaignId,
        purpose: purpose as CampaignPurpose,
        audienceKind: 'respondent',
        recipients: { kind: 'wave', waveId },
        lane: 'normal',
        pointlessAfter: closesAt,
      };
    case 'wave-heard':
      return {
        ...common,
        campaignId: campaignIdOf('heard', waveId),
        purpose: 'wave-heard',
        audienceKind: 'respondent',
        recipients: { kind: 'atoms', waveId, atomIds: frame.atoms.map(({ id }) => id) },
        lane: 'normal',
      };
    case 'wave-result':
      return {
        ...common,
        campaignId: campaignIdOf('result', waveId),
        purpose: 'wave-result',
        audienceKind: 'role',
        recipients: { kind: 'people', personIds: peopleOf(keys, programme, leadRoles) },
        lane: 'urgent',
      };
    default:
      throw new Error(`a wave has no campaign for ${String(purpose)}`);
  }
}

function planEscalationCampaign(
  keys: Keys,
  programme: Programme,
  escalation: Escalation,
  intent: Intent,
): CampaignPlan {
  const { programmeId, escalationId, source } = escalation;
  const number = Number(intent.data?.number ?? 1);
  const forRole = (
    campaignId: CampaignId,
    purpose: CampaignPurpose,
    personIds: readonly PersonId[],
  ): CampaignPlan => ({
    programmeId,
    subjectId: escalationId,
    campaignId,
    purpose,
    audienceKind: 'role',
    recipients: { kind: 'people', personIds },
    lane: 'urgent',
  });
  switch (intent.data?.purpose) {
    case 'escalation-preparation':
      return forRole(
        preparationCampaignIdOf(escalationId),
        'escalation-preparation',
        peopleOf(keys, programme, leadRoles),
      );
    case 'escalation-copy':
      return forRole(copyCampaignIdOf(escalationId), 'escalation-copy', escalation.copiedTo ?? []);
    case 'escalation-more':
      return forRole(
        moreCampaignIdOf(escalationId, number),
        'escalation-more',
        peopleOf(keys, programme, leadRoles),
      );
    case 'decision-told':
      if (intent.data.audience === 'lead') {
        return forRole(
          toldCampaignIdOf(escalationId, number, 'lead'),
          'decision-told',
          peopleOf(keys, programme, leadRoles),
        );
      }
      return {
        ...forRole(toldCampaignIdOf(escalationId, number, 'staff'), 'decision-told', []),
        audienceKind: 'reply',
        recipients:
          source.kind === 'wave'
            ? { kind: 'atoms', waveId: source.waveId, ...groupsOf(escalation, source.waveId) }
            : { kind: 'people', personIds: [] },
        lane: 'normal',
      };
    default:
      throw new Error(`an escalation has no campaign for ${String(intent.data?.purpose)}`);
  }
}

/** The groups it is about, in the frame of the wave it came of. */
function groupsOf({ evidence }: Escalation, waveId: WaveId) {
  const own = evidence.filter((item) => item.waveId === waveId);
  const oneWay = own.filter(({ atomIds }) => atomIds.length === 0).map(({ groupId }) => groupId);
  return {
    atomIds: [...new Set(own.flatMap(({ atomIds }) => atomIds))],
    ...(oneWay.length > 0 ? { oneWayGroups: oneWay } : {}),
  };
}

function peopleOf(keys: Keys, programme: Programme, roles: readonly Role[]): readonly PersonId[] {
  return [...new Set(holdersOf(keys, programme, roles).map(({ personId }) => personId))];
}

function campaignIdOf(kind: string, subjectId: string): CampaignId {
  return asId(`${kind}.${subjectId}`);
}
