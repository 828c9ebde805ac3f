/** The programme team states whether a piece of evidence is there, and what was seen. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { verbNames } from '../../cards/verb-names';
import type { GateId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { stateOnGateReply } from './stating-on-gate';
import { idField, subject } from './subject';

export const gateStateEvidenceVerb = defineVerb({
  name: verbNames.gateStateEvidence,
  schema: z.object({
    ...subject,
    gateId: idField<GateId>(),
    evidenceCriterion: z.string().max(100).default(''),
    evidenceIsMet: z.enum(['yes', 'no']),
    evidenceWords: z.string().max(4_000).default(''),
  }),
  role: leadRoles,
  handle: (edge, { actor, data }) =>
    stateOnGateReply(edge, actor, {
      ...data,
      criterionId: data.evidenceCriterion,
      said: { kind: 'evidence', isMet: data.evidenceIsMet === 'yes', words: data.evidenceWords },
    }),
});
