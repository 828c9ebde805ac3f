/** What each step of setting a pulse up in chat makes of it. */

import { addDays } from '../calendar/local-time';
import type { PulseId } from '../ids';
import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import type { DayOrStage, OnceSchedule, Schedule, WeeklySchedule } from '../schedule/schedule';
import { type OwnQuestion, withOwn, withPicked } from './draft-questions';
import type { Audience, LeftOut, PulseDefinition, Question, WholeGroups } from './question';

/** `now`: when it is confirmed. */
export type WhenAsked = 'now' | OnceSchedule['kind'] | WeeklySchedule['kind'];

export type PulseChange =
  | {
      readonly step: 'questions';
      readonly title: string;
      readonly first: string;
      readonly more: readonly string[];
    }
  | { readonly step: 'own'; readonly questions: readonly OwnQuestion[] }
  | {
      readonly step: 'audience';
      /** Empty: all of them. */
      readonly siteGroups: readonly string[];
      readonly staffFamilies: readonly string[];
      /** 1: everybody in them. */
      readonly share: number;
    }
  /** `kept`: the keys of those still left out; `added`: one more, or another reason for one of them. */
  | { readonly step: 'leaveOut'; readonly kept: readonly string[]; readonly added?: LeftOut }
  | { readonly step: 'when'; readonly when: WhenAsked; readonly openForDays: number }
  | { readonly step: 'day'; readonly on: DayOrStage; readonly at: string }
  | {
      readonly step: 'repeat';
      readonly everyWeeks: number;
      readonly weekday: number;
      readonly at: string;
      readonly from: DayOrStage;
      readonly until?: DayOrStage;
    };
export type PulseStep = PulseChange['step'];

export interface ChangeTerms {
  readonly programme: Pick<Programme, 'pulses'>;
  /** The programme's local day. */
  readonly today: Day;
  /** Letters and digits, drawn anew for each change; the seed of a share that is drawn for the first time. */
  readonly random: string;
}

/** Made a second time it changes nothing. */
export function changeDraft(
  definition: PulseDefinition,
  change: PulseChange,
  terms: ChangeTerms,
): PulseDefinition {
  const { questions, audience } = definition;
  switch (change.step) {
    case 'questions':
      return {
        ...definition,
        title: change.title,
        questions: withPicked(questions, change, terms.programme),
      };
    case 'own':
      return {
        ...definition,
        questions: withOwn(questions, change.questions, terms.programme, terms.random),
      };
    case 'audience':
      return { ...definition, audience: audienceOf(audience, change, terms.random) };
    case 'leaveOut':
      return { ...definition, audience: leavingOut(audience, change) };
    case 'when': {
      const { schedule: before, ...rest } = definition;
      const schedule = scheduleFor(change.when, before, terms.today);
      return { ...rest, openForDays: change.openForDays, ...(schedule ? { schedule } : {}) };
    }
    case 'day':
      return { ...definition, schedule: { kind: 'once', on: change.on, at: change.at } };
    case 'repeat': {
      const { step: _step, ...schedule } = change;
      return { ...definition, schedule: { kind: 'weekly', ...schedule } };
    }
  }
}

/** What a new one begins with: its confidence question, for everybody, as soon as it is confirmed. */
export function newDefinition(id: PulseId, title: string, first: Question): PulseDefinition {
  return { id, title, questions: [first], openForDays: 7, audience: { kind: 'everyone' } };
}

/** The seed stays once it is drawn: nobody draws again until the people suit them. */
function audienceOf(
  before: Audience,
  { siteGroups, staffFamilies, share }: Extract<PulseChange, { step: 'audience' }>,
  random: string,
): Audience {
  const only: WholeGroups = {
    ...(siteGroups.length > 0 ? { siteGroups } : {}),
    ...(staffFamilies.length > 0 ? { staffFamilies } : {}),
  };
  const leaveOut = before.kind === 'list' ? undefined : before.leaveOut;
  const selection = {
    ...(Object.keys(only).length > 0 ? { only } : {}),
    ...(leaveOut ? { leaveOut } : {}),
  };
  if (share === 1) return { kind: 'everyone', ...selection };
  const seed = before.kind === 'random' ? before.seed : random;
  return { kind: 'random', share, seed, ...selection };
}

function leavingOut(before: Audience, { kept, added }: Extract<PulseChange, { step: 'leaveOut' }>): Audience {
  if (before.kind === 'list') return before;
  const { leaveOut = [], ...rest } = before;
  const key = added && leftOutKey(added);
  const still = leaveOut.filter((one) => leftOutKey(one) !== key && kept.includes(leftOutKey(one)));
  const all = added ? [...still, added] : still;
  return all.length > 0 ? { ...rest, leaveOut: all } : rest;
}

/** More than these make a card too long, and an audience that nobody understands. */
export const mostLeftOut = 10;

/** Which people it is, whatever the reason. Holds no comma, which parts the choices of a list, whatever a people file calls its
 * cohorts. */
export function leftOutKey({ siteGroups = [], staffFamilies = [], cohorts = [] }: LeftOut): string {
  return [siteGroups, staffFamilies, cohorts]
    .map((names) => names.map((name) => encodeURIComponent(name)).join('+'))
    .join('|');
}

/** Of another kind than before: tomorrow at ten, or every second week from then on. */
function scheduleFor(when: WhenAsked, before: Schedule | undefined, today: Day): Schedule | undefined {
  if (when === 'now') return undefined;
  if (before?.kind === when) return before;
  const tomorrow = addDays(today, 1);
  if (when === 'once') return { kind: 'once', on: tomorrow, at: '10:00' };
  return { kind: 'weekly', everyWeeks: 2, weekday: 2, at: '10:00', from: tomorrow };
}
