/** Reads what was filled in at one step of setting a pulse up in chat. */

import { z } from 'zod';
import { all } from '../../cards/pulse-field';
import type { Day } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { stageNames } from '../../domain/programme/stage-name';
import { mostLeftOut, type PulseChange, type PulseStep } from '../../domain/pulse/change-draft';
import { mostOwnQuestions, ownQuestionKinds } from '../../domain/pulse/draft-questions';
import type { LeftOut } from '../../domain/pulse/question';
import type { PulseSetupNotice } from '../../text/en/pulse-setup';
import { dayIn } from './triage-fields';

const typed = z.string().trim().max(4_000).default('');

/** Inputs that were left blank are not sent at all. */
export const pulseStepFields = {
  title: typed,
  first: typed,
  more: typed,
  theme: typed,
  stage: typed,
  own1: typed,
  ownKind1: typed,
  own2: typed,
  ownKind2: typed,
  siteGroups: typed,
  staffFamilies: typed,
  share: typed,
  kept: typed,
  outSiteGroup: typed,
  outStaffFamily: typed,
  outCohort: typed,
  why: typed,
  when: typed,
  openForDays: typed,
  on: typed,
  at: typed,
  everyWeeks: typed,
  weekday: typed,
  from: typed,
  until: typed,
  untilDay: typed,
};
export type PulseStepFields = { readonly [K in keyof typeof pulseStepFields]: string };

export type PulseStepRead = { readonly change: PulseChange } | { readonly notice: PulseSetupNotice };

const longestTitle = 100;
const longestQuestion = 300;
const longestWhy = 300;

export function readPulseStep(
  { stages }: Pick<Programme, 'stages'>,
  step: PulseStep,
  fields: PulseStepFields,
): PulseStepRead {
  switch (step) {
    case 'questions': {
      const { first } = fields;
      return {
        change: { step, title: fields.title.slice(0, longestTitle), first, more: idsIn(fields.more) },
      };
    }
    case 'own': {
      const numbers = Array.from({ length: mostOwnQuestions }, (_, index) => (index + 1) as 1 | 2);
      const questions = numbers
        .map((number) => ({
          kind: ownQuestionKinds.find((kind) => kind === fields[`ownKind${number}`]) ?? 'text',
          text: fields[`own${number}`].slice(0, longestQuestion),
        }))
        .filter(({ text }) => text !== '');
      return { change: { step, questions } };
    }
    case 'audience': {
      const share = Number(fields.share);
      if (!(share > 0 && share <= 1)) return { notice: 'numberNeeded' };
      return {
        change: {
          ...{ step, share },
          siteGroups: idsIn(fields.siteGroups),
          staffFamilies: idsIn(fields.staffFamilies),
        },
      };
    }
    case 'leaveOut':
      return readLeaveOut(fields);
    case 'when': {
      const openForDays = wholeIn(fields.openForDays, 60);
      const when = (['now', 'once', 'weekly'] as const).find((one) => one === fields.when);
      return when && openForDays ? { change: { step, when, openForDays } } : { notice: 'numberNeeded' };
    }
    case 'day': {
      const on = realDay(fields.on);
      const at = timeIn(fields.at);
      if (!on) return { notice: 'dayNeeded' };
      return at ? { change: { step, on, at } } : { notice: 'numberNeeded' };
    }
    case 'repeat':
      return readRepeat({ stages }, fields);
  }
}

function readLeaveOut({
  kept,
  outSiteGroup,
  outStaffFamily,
  outCohort,
  why,
}: PulseStepFields): PulseStepRead {
  const named = (id: string) => (id === '' || id === all ? undefined : [id]);
  const [siteGroups, staffFamilies, cohorts] = [outSiteGroup, outStaffFamily, outCohort].map(named);
  const groups: Omit<LeftOut, 'why'> = {
    ...(siteGroups ? { siteGroups } : {}),
    ...(staffFamilies ? { staffFamilies } : {}),
    ...(cohorts ? { cohorts } : {}),
  };
  const isNamed = Object.keys(groups).length > 0;
  if (isNamed && !why) return { notice: 'whyNeeded' };
  if (!isNamed && why) return { notice: 'groupNeeded' };
  const change = { step: 'leaveOut', kept: idsIn(kept) } as const;
  if (isNamed && change.kept.length >= mostLeftOut) return { notice: 'tooManyLeftOut' };
  return { change: isNamed ? { ...change, added: { ...groups, why: why.slice(0, longestWhy) } } : change };
}

function readRepeat({ stages }: Pick<Programme, 'stages'>, fields: PulseStepFields): PulseStepRead {
  const everyWeeks = wholeIn(fields.everyWeeks, 52);
  const weekday = wholeIn(fields.weekday, 7);
  const at = timeIn(fields.at);
  const from = realDay(fields.from);
  const untilDay = realDay(fields.untilDay);
  const stage = stageNames.find((name) => name === fields.until && stages.some((one) => one.name === name));
  if (!everyWeeks || !weekday || !at) return { notice: 'numberNeeded' };
  if (!from || (fields.until === 'day' && !untilDay)) return { notice: 'dayNeeded' };
  // A day that was chosen is meant, also where the list above it was left alone.
  const until = stage ?? untilDay;
  return {
    change: { step: 'repeat', everyWeeks, weekday, at, from, ...(until ? { until } : {}) },
  };
}

function idsIn(chosen: string): readonly string[] {
  return chosen
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
}

/** From 1 to `most`. */
function wholeIn(text: string, most: number): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
}

function timeIn(text: string): string | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;
}

/** One that the calendar has. */
function realDay(text: string): Day | undefined {
  const day = dayIn<Day>(text);
  const at = day === undefined ? Number.NaN : Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day ? day : undefined;
}
