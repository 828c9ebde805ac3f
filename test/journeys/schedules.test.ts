/** A schedule on the running bot: it opens a wave, is listed, and tells the lead when a wave is in its way. */

import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { listRecords } from '../../src/app/records';
import { readPulses } from '../../src/app/schedule/read-pulses';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { localDay } from '../../src/domain/calendar/local-time';
import type { Wave } from '../../src/domain/pulse/wave';
import type { Schedule } from '../../src/domain/schedule/schedule';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aPulse, aSmallProgramme, leadOid } from '../support/samples';
import { eachStore } from '../support/stores';

let running: RunningBot;

async function waves(): Promise<readonly Wave[]> {
  const found: Wave[] = [];
  for await (const { document } of listRecords(running.bot.context.store, 'wave', running.programme.id)) {
    found.push(document);
  }
  return found;
}

/** The pulse as its list shows it, and how far away its next run is. */
async function standing() {
  const { bot, programme, clock } = running;
  const [pulse] = (await readPulses(bot.context, programme.id)) ?? [];
  const awayMs = pulse?.nextRun ? Date.parse(pulse.nextRun.at) - Date.parse(clock.now()) : Number.NaN;
  return { pulse, awayMs };
}

async function close(wave: Wave | undefined): Promise<void> {
  if (!wave) throw new Error('there is no wave to close');
  await closeWave(running.bot.context, { programmeId: wave.programmeId, waveId: wave.waveId });
  running.bot.worker.poke();
  await running.until(async () => {
    const now = (await waves()).find(({ waveId }) => waveId === wave.waveId);
    return now?.status === 'closed' ? now : undefined;
  });
}

eachStore('a schedule', (open) => {
  afterEach(() => running.close());

  it('opens by itself, shows next and last run, and alarms the lead about a run that did not happen', async () => {
    running = await startRunningBot({ store: await open(), programme: aSmallProgramme(), perAtom: 1 });
    const { bot, programme, teams, clock, people, until } = running;
    const lead = teams.user(leadOid);
    const schedule: Schedule = {
      kind: 'daily',
      everyDays: 7,
      at: '10:00',
      from: localDay(clock.now(), programme.timeZone),
    };
    await applyProgramme(bot.context, {
      ...programme,
      pulses: [{ ...aPulse(), openForDays: 6, schedule }],
    });

    clock.moveOn((await standing()).awayMs);
    bot.worker.poke();
    const [person] = people;
    const first = await until(async () => (await waves())[0]);
    expect(first).toMatchObject({ openedBy: 'schedule', status: 'open' });
    await until(() => teams.user(person?.aadObjectId ?? '').cardMessages()[0]);
    await until(async () => (await standing()).pulse?.lastRun);
    await lead.say('pulses');
    const list = JSON.stringify(lead.latest());
    expect(list).toContain('Runs every 7 days at 10:00.');
    expect(list).toMatch(/Next run: .*, 10:00\./);
    expect(list).toMatch(/Last run: .*, 10:00: opened\./);
    expect(list).toContain('“Ready for go-live 1” is open until');

    await close(first);
    clock.moveOn((await standing()).awayMs - 3 * 86_400_000);
    await running.openPulse();
    clock.moveOn((await standing()).awayMs);
    bot.worker.poke();
    const alarm = await until(() =>
      lead.cardMessages().find((message) => JSON.stringify(message).includes('did not open')),
    );
    expect(JSON.stringify(alarm)).toContain('“Ready for go-live 2” was still open');
    expect(JSON.stringify((await lead.press(alarm, { title: 'Open it now' })).card)).toContain(
      'Close that one first',
    );
    await close((await waves()).find(({ openedBy }) => openedBy === 'command'));
    const opened = await lead.press(alarm, { title: 'Open it now' });
    expect(JSON.stringify(opened.card)).toContain('The invitations are on their way.');
    expect(JSON.stringify(opened.card)).toContain('Opened since: “Ready for go-live 3”');
    expect(await waves()).toHaveLength(3);
  });
});
