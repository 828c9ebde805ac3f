/** Two years of two programmes of one organisation, by the rules alone: every message that is sent, and every wave. */

import { localDay } from '../../../src/domain/calendar/local-time';
import { type Charged, chargeMessage } from '../../../src/domain/campaign/charge-message';
import { asId, type WaveId } from '../../../src/domain/ids';
import { epochMsOf, type Instant, plusDays, plusMs } from '../../../src/domain/instant';
import type { Shift } from '../../../src/domain/programme/person';
import type { Programme } from '../../../src/domain/programme/programme';
import { askedWave } from '../../../src/domain/pulse/asked-wave';
import { mayOpenCheck } from '../../../src/domain/pulse/may-open-check';
import { roomBefore } from '../../../src/domain/schedule/judge-run';
import { nextRun } from '../../../src/domain/schedule/next-run';
import type { Schedule } from '../../../src/domain/schedule/schedule';
import {
  nextTimeToBegin,
  type SendingRules,
  sendingRulesOf,
} from '../../../src/domain/timing/next-time-to-write';
import type { PreferredTime } from '../../../src/domain/timing/sending-policy';

export type SimulatedProgramme = Pick<
  Programme,
  'id' | 'timeZone' | 'workingHours' | 'stages' | 'sending' | 'roles'
>;

export interface SimulatedPulse {
  readonly programme: SimulatedProgramme;
  readonly name: string;
  readonly schedule: Schedule;
  readonly openForDays: number;
  readonly isCheck: boolean;
}

export interface SimulatedPerson {
  readonly name: string;
  readonly shift?: Shift;
  readonly siteGroup: string;
  /** From these instants on, in order. */
  readonly choices: readonly { readonly from: Instant; readonly suits?: PreferredTime }[];
}

export interface SimulatedWave {
  readonly waveId: WaveId;
  readonly pulse: SimulatedPulse;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export interface SimulatedMessage {
  readonly person: SimulatedPerson;
  readonly wave: SimulatedWave;
  readonly kind: 'first' | 'reminder1' | 'reminder2';
  readonly chargedAt: Instant;
  /** When Teams has it: up to as long after it set out as a request may take. */
  readonly at: Instant;
}

interface Turn {
  readonly at: Instant;
  run(): void;
}

/** @param lagMs how long each request takes, in turn. */
export function simulate(
  pulses: readonly SimulatedPulse[],
  people: readonly SimulatedPerson[],
  {
    from,
    until,
    lagMs,
  }: { readonly from: Instant; readonly until: Instant; readonly lagMs: readonly number[] },
): { readonly waves: readonly SimulatedWave[]; readonly messages: readonly SimulatedMessage[] } {
  const turns: Turn[] = [];
  const waves: SimulatedWave[] = [];
  const messages: SimulatedMessage[] = [];
  const accounts = new Map<SimulatedPerson, Charged>();
  const rules = new Map<SimulatedProgramme, SendingRules>();
  for (const { programme } of pulses) rules.set(programme, sendingRulesOf(programme));

  const plan = (at: Instant, run: () => void): void => {
    let place = turns.length;
    while (place > 0 && (turns[place - 1]?.at ?? at) > at) place -= 1;
    turns.splice(place, 0, { at, run });
  };

  const open = (pulse: SimulatedPulse, opensAt: Instant): void => {
    const { programme, schedule, isCheck, openForDays } = pulse;
    const following = nextRun(schedule, programme, opensAt);
    if (following && following.at < until) plan(following.at, () => open(pulse, following.at));
    const today = localDay(opensAt, programme.timeZone);
    const questions = [{ id: asId<never>('q'), kind: 'confidence' as const, text: 'q' }];
    const isOpen = waves.some((wave) => wave.pulse === pulse && wave.closesAt > opensAt);
    const room = roomBefore(following, opensAt);
    if (isOpen || !room || !mayOpenCheck(programme, { isCheck, questions }, today)) return;
    const usual = plusDays(opensAt, openForDays);
    const closesAt = room.closesBy && room.closesBy < usual ? room.closesBy : usual;
    const waveId = asId<WaveId>(`${programme.id}.${pulse.name}.${waves.length}`);
    const wave = { waveId, pulse, opensAt, closesAt };
    waves.push(wave);
    const thirdMs = (epochMsOf(closesAt) - epochMsOf(opensAt)) / 3;
    for (const person of people) {
      const has = { first: false };
      send(wave, person, 'first', opensAt, closesAt, has);
      if (isCheck) continue;
      plan(plusMs(opensAt, thirdMs), () => {
        if (has.first)
          send(wave, person, 'reminder1', plusMs(opensAt, thirdMs), plusMs(opensAt, 2 * thirdMs), has);
      });
      plan(plusMs(opensAt, 2 * thirdMs), () => {
        if (has.first) send(wave, person, 'reminder2', plusMs(opensAt, 2 * thirdMs), closesAt, has);
      });
    }
  };

  const send = (
    wave: SimulatedWave,
    person: SimulatedPerson,
    kind: SimulatedMessage['kind'],
    now: Instant,
    pointlessAfter: Instant,
    has: { first: boolean },
  ): void => {
    const { programme, isCheck } = wave.pulse;
    const known = rules.get(programme);
    if (!known || now >= pointlessAfter) return;
    const begins = nextTimeToBegin(now, { ...person, ...choiceAt(person, now) }, known);
    if (begins > now) {
      // As the runner does: once a day at the latest, because what it depends on may have changed.
      const tomorrow = plusDays(now, 1);
      const again = begins < tomorrow ? begins : tomorrow;
      plan(again, () => send(wave, person, kind, again, pointlessAfter, has));
      return;
    }
    const account = accounts.get(person) ?? { charges: [] };
    const asks =
      kind === 'first' ? askedWave({ ...wave, ...(isCheck ? { isCheck } : {}) }, programme) : undefined;
    const charged = chargeMessage(account, { chargeId: `${wave.waveId}:${kind}`, asks }, now);
    if (charged.outcome !== 'charged') return;
    accounts.set(person, charged);
    if (kind === 'first') has.first = true;
    const at = plusMs(now, lagMs[messages.length % lagMs.length] ?? 0);
    messages.push({ person, wave, kind, chargedAt: now, at });
  };

  for (const pulse of pulses) {
    const first = nextRun(pulse.schedule, pulse.programme, from);
    if (first) plan(first.at, () => open(pulse, first.at));
  }
  for (let turn = turns.shift(); turn && turn.at < until; turn = turns.shift()) turn.run();
  return { waves, messages };
}

/** What a person had chosen at that instant. */
export function choiceAt({ choices }: SimulatedPerson, at: Instant): { readonly suits?: PreferredTime } {
  const suits = choices.findLast(({ from }) => from <= at)?.suits;
  return suits ? { suits } : {};
}
