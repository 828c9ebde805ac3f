/** Opens a wave of a pulse: frozen questions, frame, clocks, and the refusals that protect people and figures. */

import { localDay } from '../calendar/local-time';
import type { CampaignId, WaveId } from '../ids';
import { asId } from '../ids';
import type { Instant } from '../instant';
import { epochMsOf, plusDays, plusMs } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import { mayOpenCheck } from './may-open-check';
import type { PulseDefinition } from './question';
import type { Frame, LeftOutPeople, NotAskedPeople, Wave } from './wave';

export interface OpeningRequest {
  readonly programme: Programme;
  readonly pulse: PulseDefinition;
  /** Of the people asked. */
  readonly frame: Frame;
  readonly leftOut?: readonly LeftOutPeople[];
  readonly notAsked?: readonly NotAskedPeople[];
  /** Waves of the programme that are not closed, those included that are about to open. */
  readonly unclosed: readonly Pick<Wave, 'waveId' | 'title' | 'questions' | 'reviewId'>[];
  /** 1 for the first wave of the pulse. */
  readonly number: number;
  readonly openedBy: Wave['openedBy'];
  /** Present where the pulse has a schedule. */
  readonly run?: ScheduledRun;
  readonly now: Instant;
}

export interface ScheduledRun {
  /** Present where it is a run of the schedule: when that was due. */
  readonly scheduledFor?: Instant;
  /** So that the following run finds it closed: a run that was moved or is late stays open for less long. */
  readonly closesBy?: Instant;
}

export type OpeningOutcome =
  | { readonly outcome: 'opened'; readonly wave: Wave }
  /** One question may be asked of the same people in one wave at a time: two at once could be subtracted. */
  | { readonly outcome: 'askedAlready'; readonly waveId: WaveId; readonly title: string }
  | { readonly outcome: 'nobodyToAsk' }
  /** A check after go-live without what one needs: see `mayOpenCheck`. */
  | { readonly outcome: 'notApproved' };

/** Globally unique: a wave's id is also the partition of its answers. */
export function waveIdOf(
  programme: Pick<Programme, 'id'>,
  pulse: Pick<PulseDefinition, 'id'>,
  number: number,
): WaveId {
  return asId(`${programme.id}.${pulse.id}.w${number}`);
}

/** The campaign whose deliveries are the wave's invitations. */
export function waveCampaignIdOf(waveId: WaveId): CampaignId {
  return asId(`invite.${waveId}`);
}

/** The wave of a pulse among these that asks one of its questions. */
export function openThatAsks<W extends Pick<Wave, 'questions' | 'reviewId'>>(
  unclosed: readonly W[],
  pulse: Pick<PulseDefinition, 'questions'>,
): W | undefined {
  const asked = new Set(pulse.questions.map(({ id }) => id));
  return unclosed.find(
    ({ reviewId, questions }) => reviewId === undefined && questions.some(({ id }) => asked.has(id)),
  );
}

export function openWave(request: OpeningRequest): OpeningOutcome {
  const { programme, pulse, frame, leftOut = [], notAsked = [], now } = request;
  if (!mayOpenCheck(programme, pulse, localDay(now, programme.timeZone))) return { outcome: 'notApproved' };
  if (frame.atoms.length === 0) return { outcome: 'nobodyToAsk' };
  const same = openThatAsks(request.unclosed, pulse);
  if (same) return { outcome: 'askedAlready', waveId: same.waveId, title: same.title };
  const waveId = waveIdOf(programme, pulse, request.number);
  const { run } = request;
  const usual = plusDays(now, pulse.openForDays);
  const closesAt = run?.closesBy && run.closesBy < usual ? run.closesBy : usual;
  const third = (epochMsOf(closesAt) - epochMsOf(now)) / 3;
  const wave: Wave = {
    waveId,
    programmeId: programme.id,
    pulseId: pulse.id,
    title: `${pulse.title} ${request.number}`,
    status: 'open',
    questions: pulse.questions,
    audience: pulse.audience,
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(notAsked.length > 0 ? { notAsked } : {}),
    ...(pulse.isCheck ? { isCheck: true } : {}),
    minimumGroupSize: programme.minimumGroupSize,
    confidenceFloor: programme.confidenceFloor,
    frame,
    ...(programme.headcounts ? { headcounts: programme.headcounts } : {}),
    campaignId: waveCampaignIdOf(waveId),
    opensAt: now,
    closesAt,
    openedBy: request.openedBy,
    ...(run?.scheduledFor ? { scheduledFor: run.scheduledFor } : {}),
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
      // A reminder of one check would take the next one's place in the week's allowance.
      ...(wave.isCheck ? [] : remindersAt(plusMs(now, third), plusMs(now, 2 * third))),
      { id: 'close-wave', kind: 'close-wave', lane: 'urgent', dueAt: closesAt },
    ]),
  };
}

function remindersAt(first: Instant, second: Instant): readonly Intent[] {
  return [
    { id: 'remind:1', kind: 'remind', lane: 'normal', dueAt: first, data: { pass: 1 } },
    { id: 'remind:2', kind: 'remind', lane: 'normal', dueAt: second, data: { pass: 2 } },
  ];
}
