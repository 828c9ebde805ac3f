/** A file whose pulses would ask one question at the same time: the later run could not open, and nobody would be asked. */

import type { Instant } from '../instant';
import type { PulseDefinition } from '../pulse/question';
import { daysOfRun, type OpenRun, type RunningPulse, runsAtOnce } from '../schedule/runs-at-once';
import type { Programme } from './programme';
import type { ProgrammeProblem } from './programme-problem';

type Running = RunningPulse & Pick<PulseDefinition, 'id' | 'title'>;

/** @param running the pulses of the file, and those that were confirmed in chat. Of two that were set up in chat the file can
 * say nothing. */
export function checkRunsAtOnce(
  programme: Programme,
  running: readonly Running[],
  now: Instant,
): readonly ProgrammeProblem[] {
  const placeOf = ({ id }: Running) => programme.pulses.findIndex((declared) => declared.id === id);
  return runsAtOnce(running, programme, now).flatMap(({ pulses: [one, other], question, runs }) => {
    const [first, second] = [placeOf(one), placeOf(other)];
    const index = Math.max(first, second);
    if (index < 0) return [];
    const isBothInFile = first >= 0 && second >= 0;
    return [
      {
        path: ['pulses', index, 'schedule'],
        message: `“${one.title}” (${one.id}) and “${other.title}” (${other.id}) would ask "${question}" at the same time: ${said(one, runs[0], programme)}, ${said(other, runs[1], programme)}`,
        remedy: isBothInFile
          ? 'Move one of them or shorten its openForDays, so that one is closed before the other opens, or ask the question in one of them only.'
          : 'Move the one in the file or shorten its openForDays, or ask another question in it; or retire the one that was set up in chat (send “pulses”).',
      },
    ];
  });
}

function said({ id }: Running, run: OpenRun, programme: Programme): string {
  const { from, to } = daysOfRun(run, programme);
  return `${id} from ${from} to ${to}`;
}
