/** One machine for bots that are killed: a data folder, a Teams, and the use cases as the command line has them. */

import type { AppContext } from '../../src/app/context';
import type { Store } from '../../src/app/ports/store';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { readRecord, replaceRecord } from '../../src/app/records';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { type Bot, openBot } from '../../src/compose';
import { type OpenContext, openContext } from '../../src/compose-context';
import { type Config, parseConfig } from '../../src/config';
import type { PersonId, WaveId } from '../../src/domain/ids';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import { addPeople } from './add-people';
import { BotProcess, type Death } from './bot-process';
import { type TemporaryFolder, temporaryFolder } from './embedded';
import { LoopbackTeams } from './loopback-teams/loopback-teams';
import { peopleOf } from './running-bot';
import { aroundTheClock } from './samples';
import { silentLog } from './silent-log';
import type { Host } from './stores';
import { loopbackAuthSettings } from './token-issuer';

/** A tenth of real time for leases, deadlines and the wait at closing, all in proportion. */
const timeScale = 0.1;

/** Where its bots keep what they know. */
export interface Place {
  readonly host: Host;
  /** Another instance on it; whoever gave this closes it. */
  readonly open: () => Promise<Store>;
}

export class BotMachine {
  readonly processes: BotProcess[] = [];
  private readonly survivors: Bot[] = [];
  private readonly config: Config;

  private constructor(
    readonly teams: LoopbackTeams,
    readonly programme: Programme,
    readonly people: readonly DirectoryPerson[],
    private readonly place: Place,
    private readonly folder: TemporaryFolder,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly opened: OpenContext,
  ) {
    this.config = parseConfig(environment);
  }

  /** No bot runs yet. */
  static async open(place: Place, sample: Programme, perAtom: number): Promise<BotMachine> {
    const teams = await LoopbackTeams.start({ appRequestsPerSecond: 0 });
    const folder = temporaryFolder();
    const signIn = loopbackAuthSettings(teams.origin, teams.tenantId);
    const environment = {
      SOUNDINGS_MODE: 'local',
      PORT: '0',
      DATA_DIR: folder.path,
      BOT_ID: teams.bot.appId,
      BOT_TYPE: 'SingleTenant',
      BOT_PASSWORD: teams.bot.password,
      TENANT_ID: teams.tenantId,
      BOT_SERVICE_URL: teams.serviceUrl,
      SOUNDINGS_LOCAL_OPENID_URL: signIn.ToBotFromChannelOpenIdMetadataUrl ?? '',
      SOUNDINGS_LOCAL_LOGIN_URL: signIn.ToChannelFromBotLoginUrl ?? '',
      SOUNDINGS_LOCAL_TIME_SCALE: String(timeScale),
      SEND_RATE: '10000',
      ...place.host.environment,
    };
    const opened = await openContext(parseConfig(environment), {
      log: silentLog,
      store: await place.open(),
    });
    const programme = { workingHours: aroundTheClock, ...sample, tenantId: teams.tenantId };
    const applied = await applyProgramme(opened.context, programme);
    if (applied.outcome !== 'created') throw new Error(JSON.stringify(applied));
    const people = peopleOf(programme, perAtom, (oid) => opened.context.keys.personIdOf(teams.tenantId, oid));
    await addPeople(opened.context.store, people);
    return new BotMachine(teams, programme, people, place, folder, environment, opened);
  }

  get context(): AppContext {
    return this.opened.context;
  }

  personIdOf(aadObjectId: string): PersonId {
    return this.context.keys.personIdOf(this.teams.tenantId, aadObjectId);
  }

  /** A bot to be killed or frozen. From now on Teams speaks to this one. */
  async start(death?: Death): Promise<BotProcess> {
    const started = await BotProcess.start(this.environment, death);
    this.processes.push(started);
    this.speakTo(started);
    return started;
  }

  /** A bot that nobody harms: it has the same store open, but not a process of its own, which takes seconds of computing
   * time to load. It shares its time with Teams and everybody in it: not for one that sends to many people.
   * From now on Teams speaks to this one. */
  async startHere(): Promise<Bot> {
    const bot = await openBot(this.config, { log: silentLog, store: await this.place.open() });
    this.survivors.push(bot);
    this.speakTo(bot);
    return bot;
  }

  speakTo({ port }: BotProcess | Bot): void {
    this.teams.connectBot(`http://127.0.0.1:${port}/api/messages`);
  }

  async openPulse(): Promise<WaveId> {
    const [pulse] = this.programme.pulses;
    if (!pulse) throw new Error('the programme has no pulse');
    const command = { programmeId: this.programme.id, pulseId: pulse.id, openedBy: 'command' } as const;
    const opened = await openWave(this.context, command);
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    return opened.wave.waveId;
  }

  /** The next bot need not wait until the lease of a dead one has run out. Only when no bot runs. */
  async clearLease(): Promise<void> {
    const lease = await readRecord(this.context.store, 'lease', 'lease', 'sender');
    if (!lease) return;
    await replaceRecord(this.context.store, 'lease', { ...lease.document, holder: '' }, lease.version);
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.kill()));
    for (const bot of this.survivors) await bot.close();
    await this.opened.close();
    await this.teams.close();
    this.folder.remove();
  }
}
