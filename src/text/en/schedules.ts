/** The words for when a pulse runs, what it ran last, and a run that did not happen. */

import type { Day, Instant } from '../../domain/instant';
import type { StageName } from '../../domain/programme/stage-name';
import type { MissedRun, PulseRun } from '../../domain/pulse/pulse';
import { isDay } from '../../domain/schedule/resolve-day';
import type { DayOrStage, PlannedRun, Schedule } from '../../domain/schedule/schedule';
import type { Format } from '../format';

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
/** A Monday. */
const firstWeekdayMs = Date.UTC(2024, 0, 1);
const ordinals = ['', '', 'second ', 'third ', 'fourth '];
const why = { bankHoliday: 'bank holiday', blackout: 'nobody is asked then' } as const;
/** Later than this an opening was late. */
const promptMs = 15 * 60_000;

export const schedulesText = (format: Format) => {
  const onDay = (day: Day) => format.date(`${day}T12:00:00.000Z` as Instant);
  const named = (day: DayOrStage) => (isDay(day) ? onDay(day) : stage(day));
  const moment = (at: Instant) => `${format.dayAndYear(at)}, ${format.time(at)}`;
  const planned = ({ at, movedFrom, movedBecause }: PlannedRun) =>
    movedFrom && movedBecause
      ? `${moment(at)} (moved from ${format.day(`${movedFrom}T12:00:00.000Z` as Instant)}: ${why[movedBecause]})`
      : moment(at);
  const reason = ({ reason: code, inTheWay }: MissedRun): string => {
    switch (code) {
      case 'askedAlready':
        return inTheWay
          ? `“${inTheWay}” was still open and asks one of its questions.`
          : 'An open wave asks one of its questions.';
      case 'nobodyToAsk':
        return 'There was nobody to ask.';
      case 'notRunning':
        return 'Soundings was not running, or could not open it, when it was due and for too long afterwards.';
      case 'notApproved':
        return 'The Senior Responsible Owner has not approved checks for that time.';
    }
  };
  const further = ({ further: others }: MissedRun) =>
    others &&
    `${format.plural(others.count, 'further run', 'further runs')} until ${format.dayAndYear(others.until)} did not happen either.`;
  return {
    /** “every second Tuesday at 10:00 until go-live”. @param hasBegun leaves out from when. */
    describe: (schedule: Schedule, hasBegun = false): string => {
      if (schedule.kind === 'once') {
        const { on } = schedule;
        return isDay(on)
          ? `once, on ${onDay(on)} at ${schedule.at}`
          : `once, on the first day of ${stage(on)} at ${schedule.at}`;
      }
      const from = hasBegun ? '' : ` from ${named(schedule.from)}`;
      const until = schedule.until === undefined ? '' : ` until ${named(schedule.until)}`;
      return `${interval(schedule)} at ${schedule.at}${from}${until}`;
    },
    /** “Tuesday 26 May 2026, 10:00 (moved from Monday 25 May: bank holiday)”. */
    planned,
    moment,
    missedBecause: reason,

    listTitle: 'Pulses',
    listSummary: (programme: string) => `${programme}: pulses`,
    none: 'This programme has no pulse yet.',
    nonePrompt: 'Pulses are declared in the programme file, or set up here by “new pulse”.',
    untitled: 'A pulse without a title',
    byHand: 'It is opened by hand.',
    statuses: { draft: 'Being set up.', retired: 'Retired: it opens no more waves.' },
    runs: (words: string) => `Runs ${words}.`,
    nextRun: (run: PlannedRun) => `Next run: ${planned(run)}.`,
    noNextRun: 'No run is to come.',
    lastRun: (run: PulseRun) => {
      const due = `Last run: ${moment(run.plannedFor)}`;
      if (run.outcome === 'missed') {
        return `${due}: missed. ${[reason(run), further(run)].filter((part) => part !== undefined).join(' ')}`;
      }
      const isLate = Date.parse(run.at) - Date.parse(run.plannedFor) > promptMs;
      return isLate ? `${due}: opened late, ${moment(run.at)}.` : `${due}: opened.`;
    },
    lastWave: (title: string, opensAt: Instant) => `Last wave: “${title}”, opened ${format.date(opensAt)}.`,
    openUntil: (title: string, closesAt: Instant) => `“${title}” is open until ${format.lastDay(closesAt)}.`,
    openNow: 'Open now',
    openMeans: (nextRun: PlannedRun | undefined) => [
      'The people of its audience are asked now, those in their quiet hours afterwards.',
      ...(nextRun ? [`It closes before its next run, ${planned(nextRun)}.`] : []),
    ],
    confirmOpen: 'Yes, open it now',
    retire: 'Retire',
    retireMeans: [
      'It opens no more waves, for good. Its results stay.',
      'A wave that is open goes on until it closes.',
    ],
    confirmRetire: 'Yes, retire it',
    goOn: 'Go on setting it up',
    setUp: 'Set up a pulse',
    showMore: 'Show more',
    showFirst: 'Back to the first',

    missedSummary: (programme: string) => `${programme}: a planned pulse did not open`,
    missedTitle: (pulse: string) => `“${pulse}” did not open`,
    missedDue: (run: MissedRun) => `It was due ${moment(run.plannedFor)}.`,
    missedFurther: further,
    missedRemedy: (run: MissedRun) =>
      run.reason === 'askedAlready'
        ? 'Close that wave first (send “close wave”), or wait for the next run.'
        : undefined,
    openedSince: (title: string, opensAt: Instant) => `Opened since: “${title}”, ${moment(opensAt)}.`,
    overtaken: (at: Instant) => `A later run has opened since, ${moment(at)}.`,
    openIt: 'Open it now',

    notices: {
      opened: 'It is open. The invitations are on their way.',
      overtaken: 'A later run has opened since. Nothing was opened.',
      openedBefore: 'It was opened before your tap, which changed nothing.',
      askedAlready: 'An open wave asks one of its questions. Close that one first. Nothing was opened.',
      nobodyToAsk: 'There is nobody to ask. Nothing was opened.',
      notApproved: 'The Senior Responsible Owner has not approved checks for this time. Nothing was opened.',
      nextRunSoon: 'Its next run is too near: it opens by itself then. Nothing was opened.',
      openedAtTheSameTime: 'Somebody else opened it at the same moment.',
      noSuchPulse: 'This pulse is not there any more. Nothing was opened.',
      retired: 'It is retired: it opens no more waves.',
      inTheFile: 'The programme file declares this pulse: take it out of the file. Nothing has changed.',
      notConfirmed: 'We could not confirm this: tap again.',
      takesLonger:
        'With so many people this takes longer than a card can wait. Send “pulses” in a moment: if it has not opened by then, tap again.',
    },
  };
};

function interval(schedule: Exclude<Schedule, { kind: 'once' }>): string {
  if (schedule.kind === 'daily') {
    const { everyDays } = schedule;
    return everyDays === 1 ? 'every day' : everyDays === 2 ? 'every second day' : `every ${everyDays} days`;
  }
  const weekday = weekdays.format(firstWeekdayMs + (schedule.weekday - 1) * 86_400_000);
  const ordinal = ordinals[schedule.everyWeeks];
  return ordinal === undefined
    ? `every ${schedule.everyWeeks} weeks on ${weekday}`
    : `every ${ordinal}${weekday}`;
}

/** Go-live is a day; the others last. */
function stage(name: StageName): string {
  return name === 'go-live' ? name : `the ${name} stage`;
}
