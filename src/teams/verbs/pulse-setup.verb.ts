/** Saves one step of a pulse that is being set up in chat, and goes on to the next, back, or to the whole. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { emptyPulseDraft, findChatPulse } from '../../app/pulse-setup/find-pulse-draft';
import { savePulseDraft } from '../../app/pulse-setup/save-pulse-draft.use-case';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { offeredThemes } from '../../cards/pulse-field';
import {
  type PulsePlaceOnCard,
  pulseOverview,
  pulseStepAfter,
  pulseStepBefore,
  pulseSteps,
} from '../../cards/pulse-steps';
import { verbNames } from '../../cards/verb-names';
import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { stageNames } from '../../domain/programme/stage-name';
import type { PulseStep } from '../../domain/pulse/change-draft';
import type { ChatPulse } from '../../domain/pulse/chat-pulse';
import { plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { isChatPulseId, placeReply, startReply, stepReply } from './pulse-setup-reply';
import { type PulseStepFields, pulseStepFields, readPulseStep } from './pulse-step-fields';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  ...pulseStepFields,
  pulseId: idField<PulseId>(),
  revision: z.int().min(0),
  step: z.enum([...pulseSteps, pulseOverview]),
  act: z.enum(['next', 'back', 'stay', ...pulseSteps, pulseOverview]),
});
type SetupData = z.infer<typeof schema>;

export const pulseSetupVerb = defineVerb({
  name: verbNames.pulseSetup,
  schema,
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, pulseId, step } = data;
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme || !isChatPulseId(pulseId, programme)) {
      return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    }
    let pulse: ChatPulse = emptyPulseDraft(programme, pulseId, edge.app.clock.now());
    try {
      const stored = await findChatPulse(edge.app, { programmeId, pulseId });
      if (!stored && data.revision > 0) return await startReply(edge, actor, { notice: 'gone' });
      pulse = stored ?? pulse;
      if (step === pulseOverview) {
        return await placeReply(edge, actor, programme, pulse, goingTo(pulse, data));
      }
      return await saving(edge, actor, programme, pulse, step, data);
    } catch (error) {
      if (!(error instanceof UnavailableError) || step === pulseOverview) throw error;
      const shown = { ...pulse, revision: data.revision };
      return stepReply(edge, actor, programme, {
        ...{ pulse: shown, step, ...offeredAt(data) },
        typed: typedAt(data),
        notice: 'notConfirmed',
      });
    }
  },
});

async function saving(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  pulse: ChatPulse,
  step: PulseStep,
  data: SetupData,
): Promise<Message> {
  const typed = typedAt(data);
  const read = readPulseStep(programme, step, data);
  if (!('change' in read)) {
    return stepReply(edge, actor, programme, { pulse, step, typed, ...offeredAt(data), ...read });
  }
  const { programmeId, pulseId, revision } = data;
  const { change } = read;
  const saved = await savePulseDraft(edge.app, {
    ...{ programmeId, pulseId, revision, change },
    setUpBy: actor.personId,
  });
  switch (saved.outcome) {
    case 'noSuchProgramme':
    case 'noSuchDraft':
      return startReply(edge, actor, { notice: 'gone' });
    case 'notADraft':
      return placeReply(edge, actor, programme, saved.pulse, pulseOverview);
    case 'outOfDate':
      return stepReply(edge, actor, programme, {
        ...{ pulse: saved.pulse, step, typed, ...offeredAt(data) },
        notice: 'outOfDate',
      });
    case 'saved':
      return placeReply(edge, actor, programme, saved.pulse, goingTo(saved.pulse, data), {
        masked: saved.masked,
        ...offeredAt(data),
      });
  }
}

/** @param pulse as it is after saving. */
function goingTo({ definition }: ChatPulse, { step, act }: SetupData): PulsePlaceOnCard {
  if (step === pulseOverview) {
    return act === 'next' || act === 'back' || act === 'stay' ? pulseOverview : act;
  }
  switch (act) {
    case 'next':
      return pulseStepAfter(definition, step);
    case 'back':
      return pulseStepBefore(definition, step) ?? step;
    case 'stay':
      return step;
    default:
      return act;
  }
}

/** Which questions were asked for. */
function offeredAt(data: SetupData) {
  const theme = offeredThemes.find((one) => one === data.theme);
  const stage = stageNames.find((one) => one === data.stage);
  return { ...(theme ? { theme } : {}), ...(stage ? { stage } : {}) };
}

/** What was typed, by the name of its input; what lists offer follows from `offeredAt`. */
function typedAt(data: PulseStepFields): Record<string, string> {
  const known = (Object.keys(pulseStepFields) as (keyof PulseStepFields)[]).filter(
    (id) => id !== 'theme' && id !== 'stage',
  );
  return Object.fromEntries(known.map((id) => [id, data[id]]));
}
