/** What sending is measured on: a loopback Teams of its own, a store file, a programme and its people. */

import Database from 'libsql';
import type { AppContext } from '../../../src/app/context';
import { applyProgramme } from '../../../src/app/programme/apply-programme.use-case';
import { createRecord, readRecord } from '../../../src/app/records';
import { openWave } from '../../../src/app/wave/open-wave.use-case';
import { type OpenContext, openContext } from '../../../src/compose-context';
import { type Config, parseConfig } from '../../../src/config';
import type { CampaignTotals } from '../../../src/domain/campaign/campaign';
import { asId, type CampaignId, type PulseId } from '../../../src/domain/ids';
import type { DirectoryPerson } from '../../../src/domain/programme/person';
import type { Programme } from '../../../src/domain/programme/programme';
import { waveCampaignIdOf, waveIdOf } from '../../../src/domain/pulse/open-wave';
import type { Wave } from '../../../src/domain/pulse/wave';
import { CosmosStore } from '../../../src/storage/cosmos/cosmos-store';
import { benchPeople, benchProgramme } from '../../bench/answers/bench-programme';
import { environmentFor } from '../../bench/answers/bench-setting';
import { campaignTotals } from '../campaign-totals';
import { folderOnDisk, storeFileIn, type TemporaryFolder } from '../embedded';
import { chatIdOf } from '../loopback-teams/chat';
import {
  LoopbackTeamsProcess,
  type LoopbackTeamsProcessOptions,
} from '../loopback-teams/loopback-teams-process';
import { silentLog } from '../silent-log';
import type { SenderStart } from './sender-messages';
import { buildSender, SenderProcess } from './sender-process';
import { ShiftedClock, shiftTo, workingMorning } from './shifted-clock';

const pulseId = asId<PulseId>('readiness');
/** The stand-in for Cosmos DB answers one after the other, each within a time limit. */
const writesAtOnce = { embedded: 500, cosmos: 20 };

export interface SettingOptions {
  readonly teams: LoopbackTeamsProcessOptions;
  /** Beside those of the loopback: a store, a time scale. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Of how many people the conversation and the Teams id are on record before, and which. */
export interface Acquaintance {
  readonly known: number;
}

export class DispatchSetting {
  readonly people: DirectoryPerson[] = [];

  private constructor(
    readonly teams: LoopbackTeamsProcess,
    readonly programme: Programme,
    private readonly shiftMs: number,
    private readonly folder: TemporaryFolder,
    private readonly more: Readonly<Record<string, string>>,
    private readonly opened: OpenContext,
    private readonly script: string,
    private readonly store: CosmosStore | undefined,
  ) {}

  static async open({ teams: teamsOptions, environment = {} }: SettingOptions): Promise<DispatchSetting> {
    const teams = await LoopbackTeamsProcess.start({ keepMessages: false, ...teamsOptions });
    const folder = folderOnDisk();
    const shiftMs = shiftTo(workingMorning);
    const config = parseConfig({ ...environmentFor(teams, folder.path, 1), ...environment });
    const clock = new ShiftedClock(shiftMs);
    const store = await cosmosOf(config);
    const opened = await openContext(config, { log: silentLog, clock, ...(store ? { store } : {}) });
    const programme = benchProgramme('asked', teams.address.tenantId);
    const applied = await applyProgramme(opened.context, programme);
    if (applied.outcome !== 'created') throw new Error(JSON.stringify(applied));
    const script = buildSender(folder.path);
    return new DispatchSetting(teams, programme, shiftMs, folder, environment, opened, script, store);
  }

  get context(): AppContext {
    return this.opened.context;
  }

  /** So many people, of whom the first `known` have a conversation on record. */
  async addPeople(count: number, { known }: Acquaintance): Promise<void> {
    const people = benchPeople(this.programme, count, this.context.keys);
    const atOnce = writesAtOnce[this.store ? 'cosmos' : 'embedded'];
    for (let from = 0; from < count; from += atOnce) {
      const some = people.slice(from, from + atOnce);
      await Promise.all([
        ...some.map((person) => createRecord(this.context.store, 'person', person)),
        ...some.slice(0, Math.max(0, known - from)).map((person) => this.meet(person)),
      ]);
    }
    await this.teams.know(people.slice(0, known).map(({ aadObjectId }) => aadObjectId));
    for (const person of people) this.people.push(person);
  }

  /** People with a conversation on record whom no pulse asks. @returns their ids. */
  async addAcquaintances(count: number): Promise<readonly DirectoryPerson[]> {
    const others = benchPeople({ ...this.programme, id: asId('others') }, count, this.context.keys);
    await Promise.all(others.map((person) => this.meet(person)));
    await this.teams.know(others.map(({ aadObjectId }) => aadObjectId));
    return others;
  }

  /** What the bot knows of somebody whom it has written to before, but for the service URL: it is each sender's own. */
  private async meet({ personId, organisationId, aadObjectId }: DirectoryPerson): Promise<void> {
    const { tenantId } = this.programme;
    const conversationId = chatIdOf({ tenantId, aadObjectId });
    const teamsUserId = conversationId.replace(/^a:/, '29:');
    const address = { personId, organisationId, tenantId, aadObjectId, conversationId, teamsUserId };
    await createRecord(this.context.store, 'address', address);
  }

  /** The campaign begins as soon as somebody sends. */
  async openPulse(): Promise<Wave> {
    const command = { programmeId: this.programme.id, pulseId, openedBy: 'command' } as const;
    const opened = await openWave(this.context, command);
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    return opened.wave;
  }

  /** Of the wave that a sender opens by itself. */
  get firstCampaignId(): CampaignId {
    return waveCampaignIdOf(waveIdOf(this.programme, { id: pulseId }, 1));
  }

  /** @param via a name by which the timeline tells this sender's requests from another's. @param opens whether it previews the
   * pulse and opens it by itself. */
  startSender(
    sendRate: number,
    options: {
      readonly via?: string;
      readonly nodeOptions?: readonly string[];
      readonly opens?: boolean;
    } = {},
  ): Promise<SenderProcess> {
    const { via, nodeOptions, opens } = options;
    const serviceUrl = `${this.teams.address.serviceUrl}${via ? `via/${via}/` : ''}`;
    const environment = {
      ...environmentFor(this.teams, this.folder.path, sendRate),
      ...this.more,
      BOT_SERVICE_URL: serviceUrl,
    };
    const opening = opens ? { opens: { programmeId: this.programme.id, pulseId } } : {};
    const start: SenderStart = { environment, shiftMs: this.shiftMs, ...opening };
    return SenderProcess.start(this.script, start, nodeOptions);
  }

  async isDone(campaignId: CampaignId): Promise<boolean> {
    const stored = await readRecord(this.context.store, 'campaign', this.programme.id, campaignId);
    return stored?.document.status === 'done';
  }

  /** Whether no process is within a write to the embedded file just now. */
  isFileFree(): boolean {
    const db = new Database(storeFileIn(this.folder), { timeout: 0 });
    try {
      db.exec('BEGIN IMMEDIATE');
      db.exec('ROLLBACK');
      return true;
    } catch {
      return false;
    } finally {
      db.close();
    }
  }

  totals(campaignId: CampaignId): Promise<CampaignTotals> {
    return campaignTotals(this.context, campaignId);
  }

  async close(): Promise<void> {
    await this.opened.close();
    await this.store?.close();
    await this.teams.close();
    this.folder.remove();
  }
}

/** Opened here, because the product finds its own only where it is built. */
async function cosmosOf({ store }: Config): Promise<CosmosStore | undefined> {
  if (store.kind !== 'cosmos') return undefined;
  const { endpoint, database, key = '' } = store;
  return CosmosStore.connect({ endpoint, database, key, createIfMissing: true });
}
