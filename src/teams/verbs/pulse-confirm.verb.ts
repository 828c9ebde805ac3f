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

/** Of Teams' five seconds. A draft whose people are still being counted by then is one yet, and says so; a wave that is being
 * opened opens. */
const patienceMs = 3_500;
/** For the card that says so: what has been counted is there at once. */
const shortPatienceMs = 400;
const notWaitedFor = new Error('nobody waits for the confirmation any more');

export const pulseConfirmVerb = defineVerb({
  name: verbNames.pulseConfirm,
  schema: z.object({ ...subject, pulseId: idField<PulseId>(), revision: z.int().min(0) }),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, pulseId, revision } = data;
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    const place = { programmeId, pulseId };
    const waiting = new AbortController();
    try {
      const command = { ...place, revision, confirmedBy: actor.personId };
      const confirming = confirmPulse(edge.app, command, waiting.signal);
      const confirmed = await within(edge.app.clock, patienceMs, confirming);
      if (confirmed.outcome === 'done') return await replyTo(edge, actor, programme, confirmed.value);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
    }
    waiting.abort(notWaitedFor);
    const pulse = await findChatPulse(edge.app, place);
    if (!pulse) return startReply(edge, actor, { notice: 'gone' });
    const said = { notice: 'tapAgain' } as const;
    return placeReply(edge, actor, programme, pulse, pulseOverview, said, shortPatienceMs);
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
