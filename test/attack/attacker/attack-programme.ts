/** A whole programme under attack: every wave, every question. */

import { attackQuestion, type QuestionAttack } from './attack-question';
import type { Claim, SurfaceWave } from './surfaces';

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
  for (const wave of attack.waves) {
    for (const { questionId, rows } of wave.releases[0]?.tables ?? []) {
      if (rows.length === 0) continue;
      const outcome = attackQuestion({ ...attack, wave, questionId });
      claims.push(...outcome.claims);
      sets += outcome.sets;
      if (outcome.isConfused) confused.push(`${wave.waveId} ${questionId}`);
      if (attack.isEnough && claims.some(attack.isEnough)) return { claims, sets, confused };
    }
  }
  return { claims, sets, confused };
}
