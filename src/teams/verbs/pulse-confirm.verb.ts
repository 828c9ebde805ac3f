/** The lead confirms a pulse that was set up in chat, or is told everything that is in the way. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { type ConfirmPulseOutcome, confirmPulse } from '../../app/pulse-setup/confirm-pulse.use-case';
import { findChatPulse } from '../../app/pulse-setup/find-pulse-draft';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { pulseOverview } from '../../cards/pulse-steps';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { within } from '../within';
import { confirmedReply, overviewReply, placeReply, startReply } from './pulse-setup-reply';
import { idField, subject } from './subject';

/** A large programme takes longer to open than Teams waits: it goes on, and a second tap finds it open. */
const patienceMs = 3_500;

export const pulseConfirmVerb = defineVerb({
  name: verbNames.pulseConfirm,
  schema: z.object({ ...subject, pulseId: idField<PulseId>(), revision: z.int().min(0) }),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, pulseId, revision } = data;
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    const place = { programmeId, pulseId };
    try {
      const confirming = confirmPulse(edge.app, { ...place, revision, confirmedBy: actor.personId });
      const confirmed = await within(edge.app.clock, patienceMs, confirming);
      if (confirmed.outcome === 'done') return await replyTo(edge, actor, programme, confirmed.value);
      const pulse = await findChatPulse(edge.app, place);
      return pulse
        ? await placeReply(edge, actor, programme, pulse, pulseOverview, { notice: 'tapAgain' })
        : await startReply(edge, actor, { notice: 'gone' });
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      const pulse = await findChatPulse(edge.app, place);
      if (!pulse) return startReply(edge, actor, { notice: 'gone' });
      return placeReply(edge, actor, programme, pulse, pulseOverview, { notice: 'tapAgain' });
    }
  },
});

function replyTo(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  result: ConfirmPulseOutcome,
): Promise<Message> | Message {
  switch (result.outcome) {
    case 'opened':
      return confirmedReply(edge, actor, programme, result.pulse, result.wave);
    case 'planned':
      return confirmedReply(edge, actor, programme, result.pulse);
    case 'incomplete':
      return overviewReply(edge, actor, programme, result.pulse, { notice: 'incomplete' });
    case 'outOfDate':
      return placeReply(edge, actor, programme, result.pulse, pulseOverview, { notice: 'changedMeanwhile' });
    case 'noSuchProgramme':
    case 'noSuchDraft':
      return startReply(edge, actor, { notice: 'gone' });
  }
}
