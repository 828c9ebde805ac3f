/** A whole programme under attack: every wave, every question. */

import { attackQuestion, type QuestionAttack } from './attack-question';
import type { Claim, RosterPerson, SurfaceWave } from './surfaces';

export interface ProgrammeAttack extends Omit<QuestionAttack, 'wave' | 'questionId'> {
  readonly waves: readonly SurfaceWave[];
}

export interface ProgrammeOutcome {
  readonly claims: readonly Claim[];
  readonly sets: number;
  /** Tables whose figures contradict one another as the attacker reads them. */
  readonly confused: readonly string[];
}

export function attackProgramme(attack: ProgrammeAttack): ProgrammeOutcome {
  const claims: Claim[] = [];
  const confused: string[] = [];
  let sets = 0;
  for (const [index, wave] of attack.waves.entries()) {
    const others = [attack.waves[index - 1], attack.waves[index + 1]].filter((other) => other !== undefined);
    for (const { questionId, rows } of wave.releases[0]?.tables ?? []) {
      if (rows.length === 0) continue;
      for (const moved of [undefined, ...others.map((other) => movedBetween(wave, other))]) {
        if (moved?.size === 0) continue;
        const outcome = attackQuestion({ ...attack, wave, questionId, ...(moved ? { moved } : {}) });
        claims.push(...outcome.claims);
        sets += outcome.sets;
        if (outcome.isConfused) confused.push(`${wave.waveId} ${questionId}`);
        if (attack.isEnough && claims.some(attack.isEnough)) return { claims, sets, confused };
      }
    }
  }
  return { claims, sets, confused };
}

/** People of `wave` who were not in `other`, or were elsewhere in it. */
function movedBetween(wave: SurfaceWave, other: SurfaceWave): ReadonlyMap<string, string> {
  const placeOf = ({ id: _, ...place }: RosterPerson) => JSON.stringify(place);
  const there = new Map(other.roster.map((person) => [person.id, placeOf(person)]));
  return new Map(
    wave.roster.flatMap((person) =>
      there.get(person.id) === placeOf(person) ? [] : [[person.id, `not in ${other.waveId}`] as const],
    ),
  );
}
