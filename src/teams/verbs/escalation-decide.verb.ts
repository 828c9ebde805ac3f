/** The executive decides, in the card. */

import { z } from 'zod';
import { decideEscalation } from '../../app/decide-escalation.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import type { EscalationId } from '../../domain/ids';
import { type Instant, instantOf } from '../../domain/instant';
import { defineVerb } from '../verb';
import { decidingRoles, type Given, given } from './deciding';
import { escalationReply } from './escalation-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  escalationId: idField<EscalationId>(),
  kind: z.enum(['approve', 'reject', 'defer']),
  optionId: z.string().max(40).optional(),
  rationale: z.string().max(4_000).optional(),
  deferUntil: z.iso.date().or(z.literal('')).optional(),
});

export const escalationDecideVerb = defineVerb({
  name: verbNames.escalationDecide,
  schema,
  role: decidingRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId, kind, optionId, rationale = '', deferUntil } = data;
    let said: EscalationSaid;
    try {
      const result = await decideEscalation(edge.app, {
        programmeId,
        escalationId,
        personId: actor.personId,
        kind,
        rationale,
        ...(optionId ? { optionId } : {}),
        ...(deferUntil ? { deferUntil: startOfDay(deferUntil) } : {}),
      });
      said = saidOf(result, given(data));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { decision: { notice: 'notConfirmed', typed: given(data) } };
    }
    return escalationReply(edge, actor, data, said);
  },
});

function saidOf(result: Awaited<ReturnType<typeof decideEscalation>>, typed: Given): EscalationSaid {
  switch (result.outcome) {
    case 'alreadyDecided':
      return { isLateTap: true };
    case 'incomplete':
      return { decision: { notice: result.missing, typed } };
    case 'decided':
    case 'askedOfSomeoneElse':
    case 'notYetForwarded':
    case 'noSuchEscalation':
      return {};
  }
}

/** A day picked on a card, as the beginning of that working day. */
function startOfDay(day: string): Instant {
  return instantOf(Date.parse(`${day}T08:00:00Z`));
}
