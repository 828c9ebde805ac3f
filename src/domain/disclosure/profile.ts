/** People and their answers by everything that the invitation froze: all that one-way margins are made of. */

import type { Invitation } from '../campaign/campaign';
import type { AtomId, QuestionId } from '../ids';
import type { AnswerSheet } from '../pulse/answer';
import type { Question } from '../pulse/question';
import type { OneWayKind } from './release';
import { countedAs } from './tally-answers';

export interface Profile {
  readonly atomId: AtomId;
  /** `notStated` where the people file does not say. */
  readonly groups: Readonly<Record<OneWayKind, string>>;
  /** N. */
  readonly headcount: number;
  /** Answers by question and value, as a tally's. */
  readonly counts: ReadonlyMap<QuestionId, Readonly<Record<string, number>>>;
}

export const notStated = 'notStated';

/** Collects one person after another; keeps a line for each distinct profile, never one for a person. */
export class ProfileCounter {
  private readonly profiles = new Map<
    string,
    Omit<Profile, 'headcount' | 'counts'> & {
      headcount: number;
      readonly counts: Map<QuestionId, Record<string, number>>;
    }
  >();

  constructor(private readonly questions: readonly Question[]) {}

  add({ atomId, shift, area, cohort, employment }: Invitation, sheet: AnswerSheet | undefined): void {
    const groups = {
      shift: shift ?? notStated,
      area: area ?? notStated,
      cohort: cohort ?? notStated,
      employment: employment ?? notStated,
    };
    const key = JSON.stringify([atomId, groups]);
    const profile = this.profiles.get(key) ?? { atomId, groups, headcount: 0, counts: new Map() };
    this.profiles.set(key, profile);
    profile.headcount += 1;
    for (const question of sheet ? this.questions : []) {
      const counted = countedAs(question, sheet?.values[question.id]);
      if (counted === undefined) continue;
      const counts = profile.counts.get(question.id) ?? {};
      profile.counts.set(question.id, counts);
      counts[counted] = (counts[counted] ?? 0) + 1;
    }
  }

  all(): readonly Profile[] {
    return [...this.profiles.values()];
  }
}
