/** The executive decides, in the card: for the first time, or again in the place of an earlier decision. */

import { z } from 'zod';
import { decideEscalation } from '../../app/escalation/decide-escalation.use-case';
import { supersedeDecision } from '../../app/escalation/supersede-decision.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import { asId, type DecisionId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import { decidingRoles } from '../../domain/programme/held-roles';
import { defineVerb, type EdgeContext } from '../verb';
import { decisionFields, given, startOfDay } from './deciding';
import { escalationReply } from './escalation-reply';

const schema = z.object({
  ...decisionFields,
  kind: z.enum(['approve', 'reject', 'defer']),
  /** The decision that this one takes the place of; empty for the first. */
  supersedes: z.string().max(200).optional(),
  /** How much had been said when the card was made. */
  seen: z.coerce.number().int().nonnegative().optional(),
});
type DecideData = z.infer<typeof schema>;

export const escalationDecideVerb = defineVerb({
  name: verbNames.escalationDecide,
  schema,
  role: decidingRoles,
  async handle(edge, { actor, data }) {
    const reopened = data.supersedes ? { reopened: asId<DecisionId>(data.supersedes) } : {};
    let said: EscalationSaid;
    try {
      said = saidOf(await decide(edge, actor.personId, data), data);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { decision: { notice: 'notConfirmed', typed: given(data) } };
    }
    return escalationReply(edge, actor, data, { ...said, ...(said.decision ? reopened : {}) });
  },
});

function decide(
  { app }: EdgeContext,
  personId: Parameters<typeof decideEscalation>[1]['personId'],
  data: DecideData,
) {
  const { programmeId, escalationId, kind, optionId, rationale = '', deferUntil, reviewOn, seen } = data;
  const command = {
    programmeId,
    escalationId,
    personId,
    kind,
    rationale,
    ...(optionId ? { optionId } : {}),
    ...(kind === 'defer' && deferUntil ? { deferUntil: startOfDay(deferUntil) } : {}),
    ...(kind !== 'defer' && reviewOn ? { reviewOn: reviewOn as Day } : {}),
  };
  return data.supersedes
    ? supersedeDecision(app, { ...command, supersedes: asId(data.supersedes) })
    : decideEscalation(app, { ...command, ...(seen === undefined ? {} : { seen }) });
}

function saidOf(
  result: Awaited<ReturnType<typeof decideEscalation> | ReturnType<typeof supersedeDecision>>,
  data: DecideData,
): EscalationSaid {
  switch (result.outcome) {
    case 'alreadyDecided':
    case 'supersededMeanwhile':
      return { isLateTap: true };
    case 'incomplete':
      return { decision: { notice: result.missing, typed: given(data) } };
    case 'moreSaid':
      return { decision: { notice: 'moreSaid', typed: given(data) } };
    case 'decided':
    case 'askedOfSomeoneElse':
    case 'notYetForwarded':
    case 'notDecidedYet':
    case 'mayNotSupersede':
    case 'noSuchEscalation':
      return {};
  }
}
