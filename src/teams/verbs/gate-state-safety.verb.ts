/** The clinical safety officer states whether the safety case is accepted. */

import { z } from 'zod';
import { safetyRoles } from '../../app/gate/state-on-gate.use-case';
import { verbNames } from '../../cards/verb-names';
import type { GateId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { stateOnGateReply } from './stating-on-gate';
import { idField, subject } from './subject';

export const gateStateSafetyVerb = defineVerb({
  name: verbNames.gateStateSafety,
  schema: z.object({
    ...subject,
    gateId: idField<GateId>(),
    criterionId: z.string().max(100),
    safetyIsMet: z.enum(['yes', 'no']),
    safetyWords: z.string().max(4_000).default(''),
  }),
  role: safetyRoles,
  handle: (edge, { actor, data }) =>
    stateOnGateReply(edge, actor, {
      ...data,
      said: { kind: 'safetyCase', isMet: data.safetyIsMet === 'yes', words: data.safetyWords },
    }),
});
