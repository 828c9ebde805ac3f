/** People and their answers by everything that the invitation froze: all that one-way margins are made of. */

import type { Invitation } from '../campaign/campaign';
import type { AtomId, QuestionId } from '../ids';
import type { AnswerSheet } from '../pulse/answer';
import { outsideAnswers, points, type Question } from '../pulse/question';
import type { OneWayKind } from './release';
import { countedAs } from './tally-answers';

/** Answers by question and value, as a tally's. */
export type ProfileCounts = Pick<ReadonlyMap<QuestionId, Readonly<Record<string, number>>>, 'get'>;

export interface Profile {
  readonly atomId: AtomId;
  /** `notStated` where the people file does not say. */
  readonly groups: Readonly<Record<OneWayKind, string>>;
  /** N. */
  readonly headcount: number;
  readonly counts: ProfileCounts;
}

export const notStated = 'notStated';

/** Collects one person after another; keeps a line for each distinct profile, never one for a person. The counts of all
 * lie in one block of numbers, because there may be as many profiles as people, and an object for each count would take
 * ten times the memory. */
export class ProfileCounter {
  private readonly profiles = new Map<
    string,
    Omit<Profile, 'headcount' | 'counts'> & { headcount: number; readonly start: number }
  >();
  /** What each place of a line counts. */
  private readonly values: readonly { readonly questionId: QuestionId; readonly value: string }[];
  private readonly places: ReadonlyMap<string, number>;
  private block = new Uint32Array(0);
  /** What was read last, because one question is read many times before the next. */
  private read: { readonly of?: QuestionId; readonly counts: Map<number, Record<string, number>> } = {
    counts: new Map(),
  };

  constructor(private readonly questions: readonly Question[]) {
    this.values = questions.flatMap((question) =>
      valuesOf(question).map((value) => ({ questionId: question.id, value })),
    );
    this.places = new Map(this.values.map(({ questionId, value }, at) => [placeKey(questionId, value), at]));
  }

  add({ atomId, shift, area, cohort, employment }: Invitation, sheet: AnswerSheet | undefined): void {
    const groups = {
      shift: shift ?? notStated,
      area: area ?? notStated,
      cohort: cohort ?? notStated,
      employment: employment ?? notStated,
    };
    const key = JSON.stringify([atomId, groups]);
    const start = this.profiles.size * this.values.length;
    const profile = this.profiles.get(key) ?? { atomId, groups, headcount: 0, start };
    if (profile.headcount === 0) this.makeRoom(start + this.values.length);
    this.profiles.set(key, profile);
    if (this.read.of !== undefined) this.read = { counts: new Map() };
    profile.headcount += 1;
    for (const question of sheet ? this.questions : []) {
      const counted = countedAs(question, sheet?.values[question.id]);
      const place = counted === undefined ? undefined : this.places.get(placeKey(question.id, counted));
      if (place === undefined) continue;
      const at = profile.start + place;
      this.block[at] = (this.block[at] ?? 0) + 1;
    }
  }

  all(): readonly Profile[] {
    return [...this.profiles.values()].map(({ start, ...profile }) => ({
      ...profile,
      counts: { get: (questionId) => this.countsAt(start, questionId) },
    }));
  }

  private makeRoom(length: number): void {
    if (length <= this.block.length) return;
    const wider = new Uint32Array(Math.max(length, 2 * this.block.length));
    wider.set(this.block);
    this.block = wider;
  }

  private countsAt(start: number, wanted: QuestionId): Readonly<Record<string, number>> {
    if (this.read.of !== wanted) this.read = { of: wanted, counts: new Map() };
    const known = this.read.counts.get(start);
    if (known) return known;
    const counts: Record<string, number> = {};
    this.read.counts.set(start, counts);
    for (let place = 0; place < this.values.length; place += 1) {
      const count = this.block[start + place] ?? 0;
      const { questionId, value } = this.values[place] ?? {};
      if (count > 0 && questionId === wanted && value !== undefined) counts[value] = count;
    }
    return counts;
  }
}

const placeKey = (questionId: QuestionId, value: string): string => `${questionId}\n${value}`;

/** Every name under which an answer to the question may be counted. */
function valuesOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'confidence':
    case 'agreement':
      return [...points.map((point) => `point${point}`), ...outsideAnswers];
    case 'scale':
      return Array.from(
        { length: question.maximum - question.minimum + 1 },
        (_, index) => `number:${question.minimum + index}`,
      );
    case 'choice':
      return question.choices.map(({ id }) => `choice:${id}`);
    case 'text':
      return [];
  }
}
