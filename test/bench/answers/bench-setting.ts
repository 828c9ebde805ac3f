/** What both halves of the benchmark stand on: a loopback Teams, a store file, its people, and an open wave. */

import { join } from 'node:path';
import type { AppContext } from '../../../src/app/context';
import { savePerson } from '../../../src/app/people/save-person';
import { applyProgramme } from '../../../src/app/programme/apply-programme.use-case';
import { openWave } from '../../../src/app/wave/open-wave.use-case';
import { type OpenContext, openContext } from '../../../src/compose-context';
import { parseConfig } from '../../../src/config';
import { asId, type PulseId, type WaveId } from '../../../src/domain/ids';
import type { Programme } from '../../../src/domain/programme/programme';
import { waveCampaignIdOf } from '../../../src/domain/pulse/open-wave';
import { campaignTotals } from '../../support/campaign-totals';
import { folderOnDisk, type TemporaryFolder } from '../../support/embedded';
import { LoopbackTeamsProcess } from '../../support/loopback-teams/loopback-teams-process';
import { silentLog } from '../../support/silent-log';
import { loopbackAuthSettings } from '../../support/token-issuer';
import { benchPeople } from './bench-programme';
import type { LoadTarget } from './load-commands';

export class BenchSetting {
  private constructor(
    readonly teams: LoopbackTeamsProcess,
    readonly authorization: string,
    private readonly folder: TemporaryFolder,
    private readonly opened: OpenContext,
  ) {}

  static async open(): Promise<BenchSetting> {
    const teams = await LoopbackTeamsProcess.start({ appRequestsPerSecond: 0, keepMessages: false });
    const { authorization } = (await teams.control('authorization')) as { readonly authorization: string };
    const folder = folderOnDisk();
    const environment = environmentFor(teams, folder.path, 1);
    const opened = await openContext(parseConfig(environment), { log: silentLog });
    return new BenchSetting(teams, authorization, folder, opened);
  }

  get context(): AppContext {
    return this.opened.context;
  }

  get logFile(): string {
    return join(this.folder.path, 'log.jsonl');
  }

  environment(sendRate: number): Readonly<Record<string, string>> {
    return environmentFor(this.teams, this.folder.path, sendRate);
  }

  target(programme: Programme, waveId: WaveId): Omit<LoadTarget, 'url'> {
    const { serviceUrl, appId, tenantId } = this.teams.address;
    const source = { serviceUrl, appId, tenantId };
    return { authorization: this.authorization, source, programmeId: programme.id, waveId };
  }

  async close(): Promise<void> {
    await this.opened.close();
    await this.teams.close();
    this.folder.remove();
  }
}

export async function addProgramme(context: AppContext, programme: Programme, count: number): Promise<void> {
  const applied = await applyProgramme(context, programme);
  if (applied.outcome !== 'created') throw new Error(JSON.stringify(applied));
  const people = benchPeople(programme, count, context.keys);
  await Promise.all(people.map((person) => savePerson(context, person, false)));
}

export async function openPulse(context: AppContext, programme: Programme): Promise<WaveId> {
  const pulseId = asId<PulseId>('readiness');
  const opened = await openWave(context, { programmeId: programme.id, pulseId, openedBy: 'command' });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  return opened.wave.waveId;
}

/** Everybody who was invited has their card. */
export async function untilSent(context: AppContext, waveId: WaveId, people: number): Promise<void> {
  while ((await deliveredIn(context, waveId)) < people) await context.clock.sleep(200);
}

export async function deliveredIn(context: AppContext, waveId: WaveId): Promise<number> {
  return (await campaignTotals(context, waveCampaignIdOf(waveId))).delivered;
}

export function environmentFor(
  { address }: LoopbackTeamsProcess,
  dataDir: string,
  sendRate: number,
): Readonly<Record<string, string>> {
  const { origin, serviceUrl, tenantId, appId, password } = address;
  const signIn = loopbackAuthSettings(origin, tenantId);
  return {
    SOUNDINGS_MODE: 'local',
    PORT: '0',
    DATA_DIR: dataDir,
    BOT_ID: appId,
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: password,
    TENANT_ID: tenantId,
    BOT_SERVICE_URL: serviceUrl,
    SOUNDINGS_LOCAL_OPENID_URL: signIn.ToBotFromChannelOpenIdMetadataUrl ?? '',
    SOUNDINGS_LOCAL_LOGIN_URL: signIn.ToChannelFromBotLoginUrl ?? '',
    SEND_RATE: String(sendRate),
  };
}
