/** Whether planned runs of two pulses of a programme would ask one question at the same time: the later could not open. A file
 * that says so is refused; stages that moved, or pulses that were set up in chat, may bring it about all the same. */

import type { AppContext } from '../../app/context';
import type { IntendingDocument } from '../../app/intent-handler';
import { findProgramme } from '../../app/programme/find-programme';
import { runningPulses } from '../../app/schedule/running-pulses';
import { plusDays } from '../../domain/instant';
import { daysOfRun, runsAtOnce } from '../../domain/schedule/runs-at-once';
import type { Check } from './check';

const daysAhead = 366;
const mostRead = 1_000;
const mostNamed = 5;

export async function checkRunsApart({ store, clock }: Pick<AppContext, 'store' | 'clock'>): Promise<Check> {
  const name = 'runs at the same time';
  const now = clock.now();
  const due = await store.due<IntendingDocument>('normal', plusDays(now, daysAhead), mostRead);
  const planned = due.flatMap(({ document }) => (document.type === 'pulse' ? [document.programmeId] : []));
  const found: string[] = [];
  for (const programmeId of new Set(planned)) {
    const programme = await findProgramme(store, programmeId);
    if (!programme) continue;
    const running = await runningPulses({ store }, programme);
    for (const { pulses, question, runs } of runsAtOnce(running, programme, now)) {
      const [one, other] = pulses.map(({ id }) => id);
      const later = runs[0].at > runs[1].at ? runs[0] : runs[1];
      const { from } = daysOfRun(later, programme);
      found.push(`${programmeId} ${one} and ${other} both ask "${question}" on ${from}`);
    }
  }
  if (found.length === 0) return { name, status: 'ok', words: 'none ask the same question' };
  const more = found.length > mostNamed ? ` and ${found.length - mostNamed} more` : '';
  return { name, status: 'warning', words: `${found.slice(0, mostNamed).join('; ')}${more}` };
}
