/** The questions a pulse may ask and the answers each may take. */

import type { PulseId, QuestionId } from '../ids';
import type { Schedule } from '../schedule/schedule';

/** Favourability runs from 1 (least) to 5 (most) on the two five-point kinds. */
export const points = [1, 2, 3, 4, 5] as const;
export type Point = (typeof points)[number];

/** Outside the favourable share's denominator; each share is shown on its own. */
export const outsideAnswers = ['dontKnowYet', 'notMyArea'] as const;
export type OutsideAnswer = (typeof outsideAnswers)[number];

interface QuestionBase {
  readonly id: QuestionId;
  /** In plain words, as staff read it. */
  readonly text: string;
}

export interface FivePointQuestion extends QuestionBase {
  /** `confidence`: not at all confident … very confident. `agreement`: strongly disagree … strongly agree. */
  readonly kind: 'confidence' | 'agreement';
}

export interface ScaleQuestion extends QuestionBase {
  readonly kind: 'scale';
  /** Whole numbers, both ends included; 0 to 10 unless declared. */
  readonly minimum: number;
  readonly maximum: number;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly choices: readonly { readonly id: string; readonly text: string }[];
}

/** On the ballot of a design review: which option. It also offers "not my area". */
export interface OptionQuestion extends QuestionBase {
  readonly kind: 'option';
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** The choice that counts as favourable: the first, unless a release found that another leads. */
  readonly favouring?: string;
}

/** On the ballot of a design review: whether it works here (`worksAnswers`, as choices), or "not my area". */
export interface WorksQuestion extends QuestionBase {
  readonly kind: 'works';
}

export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
}

export type Question =
  | FivePointQuestion
  | ScaleQuestion
  | ChoiceQuestion
  | OptionQuestion
  | WorksQuestion
  | TextQuestion;
export type QuestionKind = Question['kind'];

/** One answer to one question, as it is stored: text answers are masked before they get here. */
export type AnswerValue =
  | { readonly kind: 'point'; readonly point: Point }
  | { readonly kind: 'outside'; readonly outside: OutsideAnswer }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'text'; readonly text: string };

/** A question set, without its schedule. */
export interface PulseDefinition {
  readonly id: PulseId;
  readonly title: string;
  /** One to nine; three unless there is a reason. The first is the confidence question. */
  readonly questions: readonly Question[];
  /** Days a wave stays open. */
  readonly openForDays: number;
  readonly audience: Audience;
  /** Absent: it is opened by hand. */
  readonly schedule?: Schedule;
  /** A one-question check after go-live: it has a budget of its own, and needs the SRO's approval. */
  readonly isCheck?: boolean;
}

/** Whole groups of the programme; a group that is not named here is in when its kind is absent. */
export interface WholeGroups {
  readonly siteGroups?: readonly string[];
  readonly staffFamilies?: readonly string[];
}

/** A whole group that is left out, and why: shown with N wherever its results are. */
export interface LeftOut extends WholeGroups {
  readonly cohorts?: readonly string[];
  readonly why: string;
}

interface Selection {
  /** Absent: the whole programme. */
  readonly only?: WholeGroups;
  readonly leaveOut?: readonly LeftOut[];
}

/** Only whole groups and system-drawn shares of them feed gates and trends; a list is labelled "chosen by the lead". */
export type Audience =
  | ({ readonly kind: 'everyone' } & Selection)
  | ({ readonly kind: 'random'; readonly share: number; readonly seed: string } & Selection)
  | {
      readonly kind: 'list';
      /** Directory ids. */
      readonly people: readonly string[];
      readonly why: string;
    };
