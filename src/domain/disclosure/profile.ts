/** People and their answers by everything that the invitation froze: all that one-way margins are made of. */

import type { Invitation } from '../campaign/campaign';
import type { AtomId, QuestionId } from '../ids';
import type { AnswerSheet } from '../pulse/answer';
import { outsideAnswers, points, type Question } from '../pulse/question';
import { worksAnswers } from '../review/review';
import type { AssistedLine } from './assisted-answers';
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

/** One line: its counts lie in the counter's block, from `start`. */
class CountedProfile implements Profile, ProfileCounts {
  headcount = 0;
  answered = 0;
  /** Of most lines there is none. */
  assisted: { headcount: number; answered: number } | undefined;

  constructor(
    readonly atomId: AtomId,
    readonly groups: Profile['groups'],
    private readonly start: number,
    private readonly countsAt: (start: number, questionId: QuestionId) => Readonly<Record<string, number>>,
  ) {}

  get counts(): ProfileCounts {
    return this;
  }

  get(questionId: QuestionId): Readonly<Record<string, number>> {
    return this.countsAt(this.start, questionId);
  }

  /** Where the value at this place of a line is counted. */
  at(place: number): number {
    return this.start + place;
  }
}

/** Collects one person after another; keeps a line for each distinct profile, never one for a person. The counts of all
 * lie in one block of numbers, because there may be as many profiles as people, and an object for each count would take
 * ten times the memory. */
export class ProfileCounter {
  private readonly profiles = new Map<AtomId, Map<Profile['groups'], CountedProfile>>();
  /** Each combination of groups once, however many atoms it occurs in. */
  private readonly combinations = new Map<string, Profile['groups']>();
  /** What each place of a line counts. */
  private readonly values: readonly { readonly questionId: QuestionId; readonly value: string }[];
  private readonly places: ReadonlyMap<string, number>;
  private lines = 0;
  private block = new Uint32Array(0);
  private readonly placesOf: ReadonlyMap<
    QuestionId,
    readonly { readonly value: string; readonly place: number }[]
  >;

  constructor(private readonly questions: readonly Question[]) {
    this.values = questions.flatMap((question) =>
      valuesOf(question).map((value) => ({ questionId: question.id, value })),
    );
    this.placesOf = new Map(
      questions.map(({ id }) => [
        id,
        this.values.flatMap(({ questionId, value }, place) => (questionId === id ? [{ value, place }] : [])),
      ]),
    );
    this.places = new Map(this.values.map(({ questionId, value }, at) => [placeKey(questionId, value), at]));
  }

  add(invitation: Invitation, sheet: AnswerSheet | undefined): void {
    const profile = this.profileOf(invitation);
    profile.headcount += 1;
    if (sheet) profile.answered += 1;
    if (invitation.isAssisted) {
      profile.assisted ??= { headcount: 0, answered: 0 };
      profile.assisted.headcount += 1;
      if (sheet) profile.assisted.answered += 1;
    }
    for (const question of sheet ? this.questions : []) {
      const counted = countedAs(question, sheet?.values[question.id]);
      const place = counted === undefined ? undefined : this.places.get(placeKey(question.id, counted));
      if (place === undefined) continue;
      const at = profile.at(place);
      this.block[at] = (this.block[at] ?? 0) + 1;
    }
  }

  all(): readonly Profile[] {
    return this.counted();
  }

  /** The lines that hold somebody without Teams. */
  assistedLines(): readonly AssistedLine[] {
    return this.counted().flatMap(({ headcount, answered, assisted }) =>
      assisted
        ? [
            {
              headcount,
              answered,
              assistedHeadcount: assisted.headcount,
              assistedAnswered: assisted.answered,
            },
          ]
        : [],
    );
  }

  private counted(): readonly CountedProfile[] {
    return [...this.profiles.values()].flatMap((inAtom) => [...inAtom.values()]);
  }

  private profileOf({ atomId, shift, area, cohort, employment }: Invitation): CountedProfile {
    const stated = {
      shift: shift ?? notStated,
      area: area ?? notStated,
      cohort: cohort ?? notStated,
      employment: employment ?? notStated,
    };
    const key = JSON.stringify(stated);
    const groups = this.combinations.get(key) ?? stated;
    this.combinations.set(key, groups);
    const inAtom = this.profiles.get(atomId) ?? new Map<Profile['groups'], CountedProfile>();
    this.profiles.set(atomId, inAtom);
    const known = inAtom.get(groups);
    if (known) return known;
    const start = this.lines * this.values.length;
    this.lines += 1;
    this.makeRoom(start + this.values.length);
    const created = new CountedProfile(atomId, groups, start, this.countsAt);
    inAtom.set(groups, created);
    return created;
  }

  private makeRoom(length: number): void {
    if (length <= this.block.length) return;
    const wider = new Uint32Array(Math.max(length, 2 * this.block.length));
    wider.set(this.block);
    this.block = wider;
  }

  /** Made anew each time: kept, they would be as many as the profiles. */
  private readonly countsAt = (start: number, wanted: QuestionId): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { value, place } of this.placesOf.get(wanted) ?? []) {
      const count = this.block[start + place] ?? 0;
      if (count > 0) counts[value] = count;
    }
    return counts;
  };
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
    case 'option':
      return [...question.choices.map(({ id }) => `choice:${id}`), 'notMyArea'];
    case 'works':
      return [...worksAnswers.map((answer) => `choice:${answer}`), 'notMyArea'];
    case 'text':
      return [];
  }
}
