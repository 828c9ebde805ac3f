/** Opens a wave of a pulse: frozen questions, frame, clocks, and the refusals that protect people and figures. */

import type { CampaignId, WaveId } from '../ids';
import { asId } from '../ids';
import type { Instant } from '../instant';
import { plusDays, plusMs } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import type { PulseDefinition } from './question';
import type { Frame, Wave } from './wave';

export interface OpeningRequest {
  readonly programme: Programme;
  readonly pulse: PulseDefinition;
  readonly frame: Frame;
  /** Waves of the programme that are not closed. */
  readonly unclosed: readonly Pick<Wave, 'waveId' | 'title' | 'questions' | 'reviewId'>[];
  /** 1 for the first wave of the pulse. */
  readonly number: number;
  readonly openedBy: Wave['openedBy'];
  readonly now: Instant;
}

export type OpeningOutcome =
  | { readonly outcome: 'opened'; readonly wave: Wave }
  /** One question may be asked of the same people in one wave at a time: two at once could be subtracted. */
  | { readonly outcome: 'askedAlready'; readonly waveId: WaveId; readonly title: string }
  | { readonly outcome: 'nobodyToAsk' };

/** Globally unique: a wave's id is also the partition of its answers. */
export function waveIdOf(programme: Programme, pulse: PulseDefinition, number: number): WaveId {
  return asId(`${programme.id}.${pulse.id}.w${number}`);
}

/** The campaign whose deliveries are the wave's invitations. */
export function waveCampaignIdOf(waveId: WaveId): CampaignId {
  return asId(`invite.${waveId}`);
}

export function openWave(request: OpeningRequest): OpeningOutcome {
  const { programme, pulse, frame, now } = request;
  if (frame.atoms.length === 0) return { outcome: 'nobodyToAsk' };
  const asked = new Set(pulse.questions.map(({ id }) => id));
  const pulses = request.unclosed.filter(({ reviewId }) => reviewId === undefined);
  const same = pulses.find((wave) => wave.questions.some(({ id }) => asked.has(id)));
  if (same) return { outcome: 'askedAlready', waveId: same.waveId, title: same.title };
  const waveId = waveIdOf(programme, pulse, request.number);
  const closesAt = plusDays(now, pulse.openForDays);
  const third = (pulse.openForDays * 86_400_000) / 3;
  const wave: Wave = {
    waveId,
    programmeId: programme.id,
    pulseId: pulse.id,
    title: `${pulse.title} ${request.number}`,
    status: 'open',
    questions: pulse.questions,
    audience: pulse.audience,
    minimumGroupSize: programme.minimumGroupSize,
    confidenceFloor: programme.confidenceFloor,
    frame,
    ...(programme.headcounts ? { headcounts: programme.headcounts } : {}),
    campaignId: waveCampaignIdOf(waveId),
    opensAt: now,
    closesAt,
    openedBy: request.openedBy,
    intents: [],
  };
  return {
    outcome: 'opened',
    wave: planIntents(wave, [
      {
        id: 'start-campaign:pulse-invitation',
        kind: 'start-campaign',
        lane: 'normal',
        dueAt: now,
        data: { purpose: 'pulse-invitation' },
      },
      { id: 'remind:1', kind: 'remind', lane: 'normal', dueAt: plusMs(now, third), data: { pass: 1 } },
      { id: 'remind:2', kind: 'remind', lane: 'normal', dueAt: plusMs(now, 2 * third), data: { pass: 2 } },
      { id: 'close-wave', kind: 'close-wave', lane: 'urgent', dueAt: closesAt },
    ]),
  };
}
