/** Pulses that would ask one question at the same time: of two waves at once, figures could be subtracted, so that the later
 * run could not open. */

import { localDay } from '../calendar/local-time';
import type { QuestionId } from '../ids';
import { type Day, type Instant, plusDays } from '../instant';
import { clearBefore } from './judge-run';
import { nextRun } from './next-run';
import type { Schedule } from './schedule';

/** Further ahead nothing is looked for: schedules are planned anew whenever the file is applied. */
const daysAhead = 1_100;

type Owner = Parameters<typeof nextRun>[1];

export interface RunningPulse {
  readonly questions: readonly { readonly id: QuestionId }[];
  readonly openForDays: number;
  /** Absent: it is opened by hand, and has no runs. */
  readonly schedule?: Schedule;
  /** A wave of it that is open already, or is about to be. */
  readonly open?: OpenRun;
}

export interface OpenRun {
  readonly at: Instant;
  readonly closesAt: Instant;
}

export interface RunsAtOnce<P> {
  readonly pulses: readonly [P, P];
  readonly question: QuestionId;
  /** The first of each that are in each other's way. */
  readonly runs: readonly [OpenRun, OpenRun];
}

/** Of every two pulses that share a question the first runs after `now` that overlap; one that closes at the very moment
 * when the other opens is in its way, since a wave opens seconds after its time. */
export function runsAtOnce<P extends RunningPulse>(
  pulses: readonly P[],
  programme: Owner,
  now: Instant,
): readonly RunsAtOnce<P>[] {
  const known = new Map<P, readonly OpenRun[]>();
  const runsOf = (pulse: P) => {
    const runs = known.get(pulse) ?? openRuns(pulse, programme, now);
    known.set(pulse, runs);
    return runs;
  };
  return pulses.flatMap((one, index) =>
    pulses.slice(index + 1).flatMap((other) => {
      const question = one.questions.find(({ id }) => other.questions.some((asked) => asked.id === id))?.id;
      const runs = question && firstOverlap(runsOf(one), runsOf(other));
      return runs ? [{ pulses: [one, other] as const, question, runs }] : [];
    }),
  );
}

/** From when to when a run is open, as days of the programme. */
export function daysOfRun({ at, closesAt }: OpenRun, { timeZone }: Owner): { from: Day; to: Day } {
  return { from: localDay(at, timeZone), to: localDay(closesAt, timeZone) };
}

function openRuns({ schedule, openForDays, open }: RunningPulse, programme: Owner, now: Instant): OpenRun[] {
  const runs = open ? [open] : [];
  const end = plusDays(now, daysAhead);
  let run = schedule && nextRun(schedule, programme, now);
  while (schedule && run && run.at <= end) {
    const { at } = run;
    const following = nextRun(schedule, programme, at);
    const usual = plusDays(at, openForDays);
    const latest = following && clearBefore(following);
    runs.push({ at, closesAt: latest && latest < usual ? latest : usual });
    run = following;
  }
  return runs;
}

/** Runs of one pulse are in order and apart, so that whichever ends first meets no later one of the other. */
function firstOverlap(
  ones: readonly OpenRun[],
  others: readonly OpenRun[],
): readonly [OpenRun, OpenRun] | undefined {
  let [index, otherIndex] = [0, 0];
  for (;;) {
    const [one, other] = [ones[index], others[otherIndex]];
    if (!one || !other) return undefined;
    if (one.at <= other.closesAt && other.at <= one.closesAt) return [one, other];
    if (one.closesAt < other.closesAt) index += 1;
    else otherIndex += 1;
  }
}
