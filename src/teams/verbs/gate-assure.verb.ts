/** The programme team records that a named person went and looked at a group too small to show. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { verbNames } from '../../cards/verb-names';
import type { GateId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import { defineVerb } from '../verb';
import { stateOnGateReply } from './stating-on-gate';
import { idField, subject } from './subject';

export const gateAssureVerb = defineVerb({
  name: verbNames.gateAssure,
  schema: z.object({
    ...subject,
    gateId: idField<GateId>(),
    assuranceCriterion: z.string().max(100).default(''),
    assuranceBy: z.string().max(400).default(''),
    assuranceOn: z.iso.date().or(z.literal('')).default(''),
    assuranceWords: z.string().max(4_000).default(''),
  }),
  role: leadRoles,
  handle: (edge, { actor, data }) =>
    stateOnGateReply(edge, actor, {
      ...data,
      criterionId: data.assuranceCriterion,
      said: {
        kind: 'assurance',
        givenBy: data.assuranceBy,
        seenOn: data.assuranceOn ? (data.assuranceOn as Day) : undefined,
        words: data.assuranceWords,
      },
    }),
});
