/** The SRO decides a gate, in the card. */

import { z } from 'zod';
import { type DecideGateResult, decideGate } from '../../app/gate/decide-gate.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { GateSaid } from '../../cards/messages/gate-message';
import { verbNames } from '../../cards/verb-names';
import type { GateWords } from '../../domain/gate/decide-gate';
import { gateDecisionKinds } from '../../domain/gate/gate';
import { asId, type GateId, type PersonId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import { defineVerb } from '../verb';
import { gateReply } from './gate-reply';
import { idField, subject } from './subject';

const text = z.string().max(4_000).optional();
const day = z.iso
  .date()
  .or(z.literal(''))
  .optional()
  .transform((value) => (value ? (value as Day) : undefined));
const person = z
  .string()
  .max(200)
  .optional()
  .transform((value) => (value ? asId<PersonId>(value) : undefined));

const schema = z.object({
  ...subject,
  gateId: idField<GateId>(),
  revision: z.int().min(0),
  kind: z.enum(gateDecisionKinds),
  rationale: text,
  goMitigation: text,
  goRollbackTrigger: text,
  goAdvisedBy: person,
  conditionsMitigation: text,
  conditionsRollbackTrigger: text,
  conditionsAdvisedBy: person,
  condition: text,
  conditionOwner: person,
  conditionDueOn: day,
  recheckOn: day,
  delayUntil: day,
});
type DecideData = z.infer<typeof schema>;

export const gateDecideVerb = defineVerb({
  name: verbNames.gateDecide,
  schema,
  role: ['sro', 'deputySro'],
  async handle(edge, { actor, data }) {
    const { programmeId, gateId, kind, revision } = data;
    const words = wordsOf(data);
    let said: GateSaid;
    try {
      const { personId } = actor;
      const command = { programmeId, gateId, personId, kind, revision, words };
      said = saidOf(await decideGate(edge.app, command), words);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { decision: { notice: 'notConfirmed', typed: words } };
    }
    return gateReply(edge, actor, { programmeId, gateId }, said);
  },
});

/** The parts that belong to the button that was pressed: each of the two ways to go has inputs of its own. */
function wordsOf(data: DecideData): GateWords {
  const { rationale, condition, conditionOwner, conditionDueOn, recheckOn, delayUntil } = data;
  const against =
    data.kind === 'goWithConditions'
      ? {
          mitigation: data.conditionsMitigation,
          rollbackTrigger: data.conditionsRollbackTrigger,
          advisedBy: data.conditionsAdvisedBy,
        }
      : {
          mitigation: data.goMitigation,
          rollbackTrigger: data.goRollbackTrigger,
          advisedBy: data.goAdvisedBy,
        };
  return { rationale, condition, conditionOwner, conditionDueOn, recheckOn, delayUntil, ...against };
}

function saidOf(result: DecideGateResult, typed: GateWords): GateSaid {
  switch (result.outcome) {
    case 'alreadyDecided':
      return { standing: { notice: 'alreadyDecided' } };
    case 'incomplete':
      return { decision: { notice: result.missing, typed } };
    case 'outOfDate':
      return { decision: { notice: 'outOfDate', typed } };
    case 'decided':
    case 'askedOfSomeoneElse':
    case 'notAsked':
    case 'noSuchGate':
      return {};
  }
}
