/** The words of “when suits you?”. Every sentence here must stay literally true: the hours are those of the rule itself. */

import { type PreferredTime, preferredTimes } from '../../domain/timing/sending-policy';
import { type Suiting, type TimeWindow, timeWindows } from '../../domain/timing/time-windows';

const names: Record<PreferredTime, string> = {
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  night: 'Night',
};

/** A night is told as one span, from the evening into the next morning. */
function spansOf(suiting: Suiting): readonly TimeWindow[] {
  const windows = timeWindows[suiting];
  const [first] = windows;
  const last = windows.at(-1);
  const isNight = windows.length === 2 && first?.[0] === 0 && last?.[1] === 24 * 60;
  return isNight && first && last ? [[last[0], first[1]]] : windows;
}

/** “08:30 to 12:00”. */
function hoursOf(suiting: Suiting): string {
  return spansOf(suiting)
    .map(([from, to]) => `${clock(from)} to ${clock(to)}`)
    .join(' and ');
}

/** As much as a button on a phone shows; `inFull` has the rest. */
function shortHoursOf(suits: PreferredTime): string {
  const [first, ...others] = spansOf(suits);
  return others.length > 0 && first ? `from ${clock(first[0])}` : hoursOf(suits);
}

const inFull = preferredTimes
  .filter((suits) => spansOf(suits).length > 1)
  .map((suits) => `${names[suits]} is ${hoursOf(suits)}.`);

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const daytime = hoursOf('daytime');
const night = hoursOf('night');

export const askingTimeText = {
  open: 'When suits you?',
  summary: 'When suits you?',
  title: 'When suits you?',
  what: 'Choose when we may send you questions, reminders and what we heard.',
  usual: `If you do not choose: ${daytime}, or ${night} if you are on our list as working nights. Shift handovers are left out.`,
  usualAnyTime: 'If you do not choose: at any hour. This invented programme keeps no quiet hours.',
  notBound: 'Replies to what you raised, and word of a decision, come when they are ready.',
  button: (suits: PreferredTime) => `${names[suits]}: ${shortHoursOf(suits)}`,
  inFull,
  whenever: 'Whenever',
  now: (suits: PreferredTime) => `Now chosen: ${hoursOf(suits)}.`,
  nowWhenever: 'Now chosen: no particular time.',
  chosenSummary: 'Your time is saved',
  chosenTitle: (suits: PreferredTime) => `We will write to you from ${hoursOf(suits)}`,
  chosenWhenever: 'We will write to you at the usual hours',
  chosenMeans: (suits: PreferredTime) =>
    `From now on, questions, reminders and what we heard come from ${hoursOf(suits)}, local time.`,
  mayMiss:
    'If a pulse closes before such an hour comes, you are not sent it. While one is open you can answer it by sending “pulse”.',
  everywhere: 'This holds for every programme you are asked by, until you change it here.',
  stopped: 'You asked us to stop asking you. That stays: no questions come until you send “ask me again”.',
  outOfDate: 'You chose on an older card, after another choice. Nothing was changed.',
  notConfirmed: 'We could not confirm that this was saved. Please tap again.',
  privacy: `Questions, reminders and what we heard come from ${daytime}, or from ${night} if you are on our list as working nights. To choose the time, send “when suits me”.`,
  privacyAnyTime:
    'This invented programme keeps no quiet hours. To choose the time of questions, send “when suits me”.',
};
