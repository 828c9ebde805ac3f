/** The whole bot in this process: real server, edge, worker and store, with a loopback Teams in front of it. */

import type { Log } from '../../src/app/ports/log';
import type { Store } from '../../src/app/ports/store';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { type Bot, openBot } from '../../src/compose';
import { parseConfig } from '../../src/config';
import type { PersonId, WaveId } from '../../src/domain/ids';
import { asId } from '../../src/domain/ids';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import { addPeople } from './add-people';
import { temporaryFolder } from './embedded';
import { JourneyClock } from './journey-clock';
import { LoopbackTeams } from './loopback-teams/loopback-teams';
import type { LoopbackTeamsOptions } from './loopback-teams/options';
import { aProgramme, aroundTheClock } from './samples';
import { KeptLog } from './silent-log';
import { loopbackAuthSettings } from './token-issuer';

export interface RunningBot {
  readonly bot: Bot;
  readonly teams: LoopbackTeams;
  readonly clock: JourneyClock;
  readonly log: KeptLog;
  readonly programme: Programme;
  readonly people: readonly DirectoryPerson[];
  personIdOf(aadObjectId: string): PersonId;
  openPulse(): Promise<WaveId>;
  /** Waits until `condition` gives something; fails after a minute. It is asked less and less often while the bot is
   * silent, because to ask the stand-in for Cosmos DB takes computing time from the bot. */
  until<T>(condition: () => Promise<T | undefined> | T | undefined): Promise<T>;
  close(): Promise<void>;
}

export interface RunningBotOptions {
  readonly store: Store;
  readonly programme?: Programme;
  /** People in each atom, of which the sample programme has four: 10 by default, the fewest that an atom may have. */
  readonly perAtom?: number;
  /** What else is known of each person; the index is that within their site. */
  readonly describe?: (person: DirectoryPerson, indexInSite: number) => Partial<DirectoryPerson>;
  /** In the place of the log that is kept. */
  readonly writeLog?: Log;
  readonly teams?: LoopbackTeamsOptions;
}

/** Half of real time for leases, deadlines and the wait at closing, all in proportion: a busy machine still answers within
 * the two seconds that this leaves it. */
const timeScale = '0.5';
/** Room for a machine that is busy with other things. */
const patienceMs = 60_000;

export async function startRunningBot(options: RunningBotOptions): Promise<RunningBot> {
  const teams = await LoopbackTeams.start({ appRequestsPerSecond: 0, ...options.teams });
  const programme = {
    workingHours: aroundTheClock,
    ...(options.programme ?? aProgramme()),
    tenantId: teams.tenantId,
  };
  const clock = new JourneyClock();
  const log = new KeptLog();
  const folder = temporaryFolder();
  const signIn = loopbackAuthSettings(teams.origin, teams.tenantId);
  const config = parseConfig({
    SOUNDINGS_MODE: 'local',
    PORT: '0',
    DATA_DIR: folder.path,
    BOT_ID: teams.bot.appId,
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: teams.bot.password,
    TENANT_ID: teams.tenantId,
    BOT_SERVICE_URL: teams.serviceUrl,
    SOUNDINGS_LOCAL_OPENID_URL: signIn.ToBotFromChannelOpenIdMetadataUrl,
    SOUNDINGS_LOCAL_LOGIN_URL: signIn.ToChannelFromBotLoginUrl,
    SOUNDINGS_LOCAL_TIME_SCALE: timeScale,
    SEND_RATE: '10000',
  });
  const bot = await openBot(config, { clock, log: options.writeLog ?? log, store: options.store });
  clock.passOverAnswers(bot.context.settings);
  teams.connectBot(`http://127.0.0.1:${bot.port}/api/messages`);
  const applied = await applyProgramme(bot.context, programme);
  if (applied.outcome === 'invalid') throw new Error(JSON.stringify(applied));
  const unknown = peopleOf(programme, options.perAtom ?? 10, (oid) =>
    bot.context.keys.personIdOf(teams.tenantId, oid),
  );
  const inSite = (person: DirectoryPerson) =>
    unknown.filter(({ site }) => site === person.site).indexOf(person);
  const people = unknown.map((person) => ({ ...person, ...options.describe?.(person, inSite(person)) }));
  await addPeople(bot.context.store, people);
  return {
    bot,
    teams,
    clock,
    log,
    programme,
    people,
    personIdOf: (oid) => bot.context.keys.personIdOf(teams.tenantId, oid),
    openPulse: async () => {
      const [pulse] = programme.pulses;
      if (!pulse) throw new Error('the programme has no pulse');
      const opened = await openWave(bot.context, {
        programmeId: programme.id,
        pulseId: pulse.id,
        openedBy: 'command',
      });
      if (opened.outcome !== 'opened') throw new Error(opened.outcome);
      return opened.wave.waveId;
    },
    until: (condition) => until(teams, condition),
    close: async () => {
      await bot.close();
      await teams.close();
      folder.remove();
    },
  };
}

async function until<T>(
  teams: LoopbackTeams,
  condition: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const endsAt = performance.now() + patienceMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(250, pauseMs * 1.5)) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > endsAt)
      throw new Error(`waited in vain for ${condition.toString().slice(0, 200)}`);
    await teams.pause(pauseMs);
  }
}

/** `perAtom` people in each cell of the sample programme, with directory ids that follow from cell and number. */
export function peopleOf(
  programme: Programme,
  perAtom: number,
  personIdOf: (aadObjectId: string) => PersonId,
): readonly DirectoryPerson[] {
  return programme.sites.flatMap((site, siteIndex) =>
    programme.staffGroups.flatMap((group, groupIndex) =>
      Array.from({ length: perAtom }, (_, index): DirectoryPerson => {
        const number = String(index).padStart(4, '0');
        const aadObjectId = `bbbbbbbb-${siteIndex}${groupIndex}00-4000-8000-00000000${number}`;
        return {
          personId: personIdOf(aadObjectId),
          programmeId: programme.id,
          organisationId: asId(site.organisation),
          aadObjectId,
          displayName: `Person ${siteIndex}${groupIndex}${number}`,
          staffGroup: group.id,
          site: site.odsCode,
        };
      }),
    ),
  );
}
