/** Fills an empty folder with the demo's programme and its past; the last wave is left open. */

import { importPeople } from '../../app/people/import-people.use-case';
import type { Log } from '../../app/ports/log';
import { applyProgramme } from '../../app/programme/apply-programme.use-case';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/instant';
import type { PersonRow } from '../../domain/programme/person-row';
import { pastEndsAt, waveDays } from './calendar';
import { type DemoPast, openPast } from './demo-past';
import { playIssues } from './play-issues';
import { playWave } from './play-wave';
import { settleEscalation } from './settle-escalation';
import { type SyntheticProgramme, syntheticProgramme } from './synthetic-programme';

export interface SeedOptions {
  readonly dataDir: string;
  readonly today: Day;
  readonly log: Log;
  /** Told what is done, one line at a time. */
  readonly say: (line: string) => void;
}

const seed = 'demo';

/** The demo's programme and cast as of a day: the same people whatever the day. */
export function demoProgramme(today: Day): SyntheticProgramme {
  return syntheticProgramme({ seed, today });
}

/** Who is asked: all but the lead and the SRO, whose windows are about their roles alone. */
export function demoStaff({ rows, personas: { lead, sro } }: SyntheticProgramme): readonly PersonRow[] {
  return rows.filter(
    ({ aadObjectId }) => aadObjectId !== lead.aadObjectId && aadObjectId !== sro.aadObjectId,
  );
}

/** @throws Error when a rule refuses anything: nobody may take what is there then for the demo's data. */
export async function seedDemo({ dataDir, today, log, say }: SeedOptions): Promise<void> {
  const story = demoProgramme(today);
  const { programme, personas } = story;
  const people = demoStaff(story);
  const waves = waveDays(today);
  const [first] = waves;
  if (!first) throw new Error('the demo has no waves');
  const beginsAt = plusDays(first.opensAt, -1);
  const past = await openPast({ dataDir, beginsAt, log, programme, people });
  try {
    await importStaff(past);
    say(`${count(people.length)} people in ${programme.sites.length} places`);
    for (const [index, days] of waves.entries()) {
      const { waveId, asked, answered } = await playWave(past, { index, days, silent: [personas.clinician] });
      const escalation = await settleEscalation(past, personas, waveId, days);
      const end = days.closesAt ? 'closed' : 'still open';
      const decided = escalation === 'decided' ? ', its escalation decided' : '';
      say(`wave ${index + 1}: ${count(asked)} asked, ${count(answered)} answered, ${end}${decided}`);
      if (!days.remindedAt) continue;
      // Days before today, so that what was answered has been heard.
      say(`${await playIssues(past, personas, fixDueOn(today))} issues raised`);
      for (const moment of [days.remindedAt, pastEndsAt(today)]) {
        past.clock.moveTo(moment);
        await past.settle();
      }
      say(`wave ${index + 1}: its first reminder has gone out`);
    }
  } finally {
    await past.close();
  }
}

async function importStaff({ context, programme, people }: DemoPast): Promise<void> {
  const applied = await applyProgramme(context, programme);
  if (applied.outcome !== 'created') throw new Error(`the demo’s programme was not made: ${applied.outcome}`);
  const rows = people.map((row, index) => ({ line: index + 2, row }));
  const imported = await importPeople(context, { programmeId: programme.id, rows });
  if (imported.outcome !== 'imported' || imported.added !== people.length) {
    throw new Error('not everybody of the demo could be imported');
  }
  // Gates are made once there are people by whom their groups can be checked.
  const again = await applyProgramme(context, programme);
  if (again.outcome !== 'unchanged' || !again.gates) throw new Error('the demo’s gate was not made');
}

/** After today, whenever the demo is played. */
function fixDueOn(today: Day): Day {
  return dayOf(plusDays(`${today}T12:00:00.000Z` as Instant, 9));
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
