/** What is filled in at each step of setting a pulse up in chat, with what is there already. */

import { searchBank } from '../domain/bank/question-bank';
import { suggestedQuestions } from '../domain/bank/suggested-questions';
import { type Theme, themes } from '../domain/bank/themes';
import { confidenceQuestions } from '../domain/bank/usual-first-question';
import type { Day } from '../domain/instant';
import { type Programme, type StageName, stageNames } from '../domain/programme/programme';
import type { PulseStep, WhenAsked } from '../domain/pulse/change-draft';
import { leftOutKey } from '../domain/pulse/change-draft';
import type { ChatPulse, CountedAudience, CountedGroup } from '../domain/pulse/chat-pulse';
import {
  declaredQuestions,
  knownQuestions,
  mostOwnQuestions,
  ownQuestionKinds,
  ownQuestionsIn,
} from '../domain/pulse/draft-questions';
import type { Question } from '../domain/pulse/question';
import { nameOfLeftOut } from '../domain/pulse/select-audience';
import { isDay } from '../domain/schedule/resolve-day';
import type { WeeklySchedule } from '../domain/schedule/schedule';
import type { Catalogue } from '../text/catalogue';
import type { SetupField } from './review-setup-fields';
import type { ProgrammeSubject } from './subject';

export type PulseSetupProgramme = ProgrammeSubject &
  Pick<Programme, 'pulses' | 'stages' | 'siteGroups' | 'staffFamilies'>;

/** Which questions are offered: a theme of the bank, what is usual, or what the programme's other pulses ask. */
export const otherThemes = ['suggested', 'own-pulses'] as const;
export type OfferedTheme = Theme | (typeof otherThemes)[number];
export const offeredThemes: readonly OfferedTheme[] = [...otherThemes, ...themes];

export interface PulseSetupState {
  readonly programme: PulseSetupProgramme;
  readonly pulse: ChatPulse;
  readonly step: PulseStep;
  readonly stage: StageName;
  readonly theme: OfferedTheme;
  /** Absent on the steps that need no headcounts, and where counting takes too long. */
  readonly counted?: CountedAudience;
  /** By the id of its input: what was typed and is not saved. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** What a choice that means no choice carries. */
export const all = 'all';
export const openDays = [3, 5, 7, 10, 14, 21] as const;
export const shares = [1, 0.75, 0.5, 0.25, 0.1] as const;
export const weekIntervals = [1, 2, 3, 4, 6, 8, 12, 26] as const;
/** Every half-hour from 07:00 to 20:00: what suits a person is decided for each on their own. */
export const times: readonly string[] = Array.from({ length: 27 }, (_, index) => {
  const minutes = 7 * 60 + index * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

/** What was typed and is not saved takes the place of what is stored. */
export function pulseFieldsOf(state: PulseSetupState, text: Catalogue): readonly SetupField[] {
  return storedFields(state, text).map((field) => ({
    ...field,
    value: state.typed?.[field.id] ?? field.value,
  }));
}

function storedFields(state: PulseSetupState, text: Catalogue): readonly SetupField[] {
  const { definition } = state.pulse;
  switch (state.step) {
    case 'questions':
      return questionFields(state, text);
    case 'own':
      return ownFields(state, text);
    case 'audience':
      return audienceFields(state, text);
    case 'leaveOut':
      return leaveOutFields(state, text);
    case 'when': {
      const { labels, whens, days } = text.pulseSetup;
      const { schedule, openForDays } = definition;
      const when: WhenAsked = schedule?.kind === 'once' ? 'once' : schedule ? 'weekly' : 'now';
      return [
        one('when', labels.when, when, choicesOf(whens)),
        one(
          'openForDays',
          labels.openForDays,
          String(openForDays),
          withNumber(openDays, openForDays).map((count) => ({ value: String(count), title: days(count) })),
        ),
      ];
    }
    case 'day': {
      const { labels } = text.pulseSetup;
      const on = definition.schedule?.kind === 'once' ? definition.schedule : undefined;
      return [day('on', labels.on, on && isDay(on.on) ? on.on : ''), timeField(labels.at, on?.at)];
    }
    case 'repeat':
      return repeatFields(state, text);
  }
}

function questionFields(
  { programme, pulse, stage, theme, typed }: PulseSetupState,
  { bank, pulseSetup }: Catalogue,
): readonly SetupField[] {
  const { labels } = pulseSetup;
  const { title, questions } = pulse.definition;
  const [first, ...more] = questions;
  const known = knownQuestions(programme);
  const declared = declaredQuestions(programme);
  const picked =
    typed?.more === undefined
      ? more.filter(({ id }) => known.has(id))
      : typed.more.split(',').flatMap((id) => known.get(id) ?? []);
  const firsts = unique([
    ...confidenceQuestions(stage),
    ...declared.filter(({ kind }) => kind === 'confidence'),
    ...(first ? [first] : []),
  ]);
  const offered = unique([...picked, ...offeredIn(theme, stage, declared)]).filter(
    ({ id }) => id !== first?.id,
  );
  const inBank = themes.filter((one) => searchBank({ stage, theme: one }).length > 0);
  return [
    {
      ...{ id: 'title', label: labels.title, as: 'short', maxLength: 100 },
      value: title || (pulse.revision === 0 ? pulseSetup.titleFor(stage) : ''),
    },
    one('first', labels.first, first?.id ?? '', firsts.map(asChoice)),
    {
      ...{ id: 'more', label: labels.more, as: 'many' },
      value: picked.map(({ id }) => id).join(','),
      choices: offered.map((question) => ({
        value: question.id,
        title: pulseSetup.asked(question.text, question.kind),
      })),
    },
    one('theme', labels.theme, theme, [
      { value: 'suggested', title: pulseSetup.suggested },
      ...(declared.length > 0 ? [{ value: 'own-pulses', title: pulseSetup.ownPulses }] : []),
      ...inBank.map((value) => ({ value, title: bank.themes[value] })),
    ]),
    one(
      'stage',
      labels.stage,
      stage,
      stageNames.map((value) => ({ value, title: value })),
    ),
  ];
}

function offeredIn(
  theme: OfferedTheme,
  stage: StageName,
  declared: readonly Question[],
): readonly Question[] {
  if (theme === 'suggested') return suggestedQuestions(stage);
  if (theme === 'own-pulses') return declared;
  return searchBank({ stage, theme }).map(({ question }) => question);
}

function ownFields({ programme, pulse }: PulseSetupState, text: Catalogue): readonly SetupField[] {
  const { labels, ownKinds } = text.pulseSetup;
  const own = ownQuestionsIn(pulse.definition.questions, programme);
  return Array.from({ length: mostOwnQuestions }, (_, index) => index + 1).flatMap((number) => {
    const question = own[number - 1];
    const kinds = ownQuestionKinds.map((value) => ({ value, title: ownKinds[value] }));
    return [
      {
        ...{ id: `own${number}`, label: labels.own(number), as: 'long' as const, maxLength: 300 },
        value: question?.text ?? '',
      },
      one(`ownKind${number}`, labels.ownKind(number), question?.kind ?? 'text', kinds),
    ];
  });
}

function audienceFields(
  { programme, pulse, counted }: PulseSetupState,
  text: Catalogue,
): readonly SetupField[] {
  const { labels, everybody, shareOf } = text.pulseSetup;
  const { audience } = pulse.definition;
  const only = audience.kind === 'list' ? {} : (audience.only ?? {});
  const share = audience.kind === 'random' ? audience.share : 1;
  const { siteGroups, staffFamilies } = programme;
  return [
    many('siteGroups', labels.siteGroups, only.siteGroups, groups(siteGroups, counted?.siteGroups, text)),
    many(
      'staffFamilies',
      labels.staffFamilies,
      only.staffFamilies,
      groups(staffFamilies, counted?.staffFamilies, text),
    ),
    one(
      'share',
      labels.share,
      String(share),
      withNumber(shares, share).map((value) => ({
        value: String(value),
        title: value === 1 ? everybody : shareOf(value),
      })),
    ),
  ].filter(({ choices }) => choices === undefined || choices.length > 1);
}

function leaveOutFields(
  { programme, pulse, counted }: PulseSetupState,
  text: Catalogue,
): readonly SetupField[] {
  const { labels, allSites, allStaff, allCohorts } = text.pulseSetup;
  const { audience } = pulse.definition;
  const leftOut = audience.kind === 'list' ? [] : (audience.leaveOut ?? []);
  const cohorts = counted?.cohorts ?? [];
  const nothing = (title: string) => ({ value: all, title });
  return [
    ...(leftOut.length === 0
      ? []
      : [
          many(
            'kept',
            labels.leftOut,
            leftOut.map(leftOutKey),
            leftOut.map((entry) => ({
              value: leftOutKey(entry),
              title: `${nameOfLeftOut(entry, programme)}: ${entry.why}`,
            })),
          ),
        ]),
    one('outSiteGroup', labels.outSiteGroup, all, [
      nothing(allSites),
      ...groups(programme.siteGroups, counted?.siteGroups, text),
    ]),
    one('outStaffFamily', labels.outStaffFamily, all, [
      nothing(allStaff),
      ...groups(programme.staffFamilies, counted?.staffFamilies, text),
    ]),
    ...(cohorts.length === 0
      ? []
      : [one('outCohort', labels.outCohort, all, [nothing(allCohorts), ...groups(cohorts, cohorts, text)])]),
    { id: 'why', label: labels.why, value: '', as: 'long', maxLength: 300 },
  ];
}

function repeatFields({ programme, pulse }: PulseSetupState, text: Catalogue): readonly SetupField[] {
  const { labels, everyWeeks, weekdays, noEnd, untilStage, untilDay } = text.pulseSetup;
  const weekly = pulse.definition.schedule as WeeklySchedule | undefined;
  const until = weekly?.until;
  const weeks = weekly?.everyWeeks ?? 2;
  return [
    one(
      'everyWeeks',
      labels.everyWeeks,
      String(weeks),
      withNumber(weekIntervals, weeks).map((value) => ({ value: String(value), title: everyWeeks(value) })),
    ),
    one(
      'weekday',
      labels.weekday,
      String(weekly?.weekday ?? 2),
      weekdays.map((title, index) => ({ title, value: String(index + 1) })),
    ),
    timeField(labels.at, weekly?.at),
    day('from', labels.from, weekly && isDay(weekly.from) ? weekly.from : ''),
    one('until', labels.until, until === undefined ? all : isDay(until) ? 'day' : until, [
      { value: all, title: noEnd },
      ...programme.stages.map(({ name, startsOn }) => ({ value: name, title: untilStage(name, startsOn) })),
      { value: 'day', title: untilDay },
    ]),
    day('untilDay', labels.untilDay, until !== undefined && isDay(until) ? until : ''),
  ];
}

function timeField(label: string, at = '10:00'): SetupField {
  const offered = times.includes(at) ? times : [...times, at].sort();
  return one(
    'at',
    label,
    at,
    offered.map((value) => ({ value, title: value })),
  );
}

function groups(
  declared: readonly { readonly id: string; readonly name: string }[],
  counted: readonly CountedGroup[] | undefined,
  { pulseSetup }: Catalogue,
): readonly Choice[] {
  return declared.map(({ id, name }) => {
    const people = counted?.find((one) => one.id === id)?.people;
    return { value: id, title: people === undefined ? name : pulseSetup.group(name, people) };
  });
}

/** What is stored is offered as well. */
function withNumber(offered: readonly number[], stored: number): readonly number[] {
  return offered.includes(stored) ? offered : [...offered, stored];
}

function unique(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ id }, index) => questions.findIndex((one) => one.id === id) === index);
}

interface Choice {
  readonly title: string;
  readonly value: string;
}
const asChoice = ({ id, text }: Question): Choice => ({ value: id, title: text });
const choicesOf = (titles: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));
const one = (id: string, label: string, value: string, choices: readonly Choice[]): SetupField => ({
  ...{ id, label, value, choices, as: 'one' as const },
});
const many = (
  id: string,
  label: string,
  values: readonly string[] = [],
  choices: readonly Choice[] = [],
): SetupField => ({ ...{ id, label, choices, as: 'many' as const }, value: values.join(',') });
const day = (id: string, label: string, value: Day | ''): SetupField => ({
  ...{ id, label, value, as: 'day' as const },
});
