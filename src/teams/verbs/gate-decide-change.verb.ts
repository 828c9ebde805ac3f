/** The SRO accepts a change of a frozen gate, or keeps its criteria. */

import { z } from 'zod';
import { decideGateChange } from '../../app/gate/decide-gate-change.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { GateSaid } from '../../cards/messages/gate-message';
import { verbNames } from '../../cards/verb-names';
import type { GateId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { gateReply } from './gate-reply';
import { idField, subject } from './subject';

export const gateDecideChangeVerb = defineVerb({
  name: verbNames.gateDecideChange,
  schema: z.object({
    ...subject,
    gateId: idField<GateId>(),
    change: z.int().min(1),
    decision: z.enum(['accept', 'keep']),
    rationale: z.string().max(4_000).default(''),
  }),
  role: ['sro'],
  async handle(edge, { actor, data }) {
    const { programmeId, gateId, change, decision, rationale } = data;
    const ids = { programmeId, gateId };
    const typed = { rationale };
    let said: GateSaid = {};
    try {
      const isAccepted = decision === 'accept';
      const command = { ...ids, personId: actor.personId, change, isAccepted, rationale };
      const { outcome } = await decideGateChange(edge.app, command);
      if (outcome === 'incomplete') said = { change: { notice: 'rationale', typed } };
      if (outcome === 'alreadyDecided') said = { standing: { notice: 'alreadyDecided' } };
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { change: { notice: 'notConfirmed', typed } };
    }
    return gateReply(edge, actor, { ...ids, about: 'change' }, said);
  },
});
