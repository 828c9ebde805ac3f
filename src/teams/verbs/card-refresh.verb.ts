/** A client asks by itself for the current form of a card it has just loaded. Changes nothing. */

import { z } from 'zod';
import { readCurrentStep } from '../../app/wave/read-current-step';
import { verbNames } from '../../cards/verb-names';
import { asId, type CampaignId, type WaveId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { defineVerb } from '../verb';
import { ballotListReply, ballotReply } from './ballot-reply';
import { campaignsReply } from './campaigns-reply';
import { commentsReply } from './comments-reply';
import { concernedReply } from './concerned-reply';
import { deskSendReply } from './desk-reply';
import { escalationReply } from './escalation-reply';
import { gateReply } from './gate-reply';
import { hazardReply } from './hazard-reply';
import { myIssuesReply } from './my-issues-reply';
import { fixReply } from './owning-fix';
import { currentStepReply } from './pulse-reply';
import { missedReply } from './pulses-reply';
import { reviewReply } from './review-reply';
import { subject } from './subject';
import { triageReply } from './triage-reply';

export const cardRefreshVerb = defineVerb({
  name: verbNames.cardRefresh,
  schema: z.object({
    ...subject,
    card: z.enum([
      'pulse',
      'pulseMissed',
      'escalation',
      'comments',
      'gate',
      'hazard',
      'gateChange',
      'triage',
      'fix',
      'concern',
      'desk',
      'myIssues',
      'campaigns',
      'ballot',
      'ballots',
      'review',
    ]),
    subjectId: z.string().min(1).max(200),
    page: z.string().min(1).max(200).optional(),
  }),
  role: 'respondent',
  async handle(edge, { actor, data: { card, programmeId, subjectId, page } }) {
    if (card === 'comments') {
      return commentsReply(edge, actor, { programmeId, waveId: asId(subjectId), page });
    }
    if (card === 'desk') return deskSendReply(edge, actor, { programmeId, campaignId: asId(subjectId) });
    if (card === 'escalation') {
      return escalationReply(edge, actor, { programmeId, escalationId: asId(subjectId) });
    }
    if (card === 'gate' || card === 'gateChange') {
      const about = card === 'gateChange' ? 'change' : 'gate';
      return gateReply(edge, actor, { programmeId, gateId: asId(subjectId), about });
    }
    if (card === 'hazard') return hazardReply(edge, actor, { programmeId, issueId: asId(subjectId) });
    if (card === 'triage') return triageReply(edge, actor, { programmeId, issueId: asId(subjectId) });
    if (card === 'fix') return fixReply(edge, actor, { programmeId, issueId: asId(subjectId) });
    if (card === 'concern') return concernedReply(edge, actor, { programmeId, issueId: asId(subjectId) });
    if (card === 'campaigns') {
      const one = subjectId === programmeId ? {} : { campaignId: asId<CampaignId>(subjectId) };
      return campaignsReply(edge, actor, { programmeId, ...one });
    }
    if (card === 'myIssues') return myIssuesReply(edge, actor, Number(page) || 1);
    if (card === 'review') return reviewReply(edge, actor, { programmeId, reviewId: asId(subjectId) });
    if (card === 'pulseMissed') {
      const plannedFor = String(page) as Instant;
      return missedReply(edge, actor, { programmeId, pulseId: asId(subjectId), plannedFor });
    }
    if (card === 'ballots') return ballotListReply(edge, actor, programmeId);
    if (card === 'ballot') {
      return ballotReply(edge, actor, { programmeId, reviewId: asId(subjectId), list: page === 'list' });
    }
    const ids = { programmeId, waveId: asId<WaveId>(subjectId), personId: actor.personId };
    return currentStepReply(edge, actor, await readCurrentStep(edge.app, ids));
  },
});
