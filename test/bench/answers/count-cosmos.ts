/** What one answer costs on Cosmos DB: the requests that the real client makes, counted on the wire. */

import { openBot } from '../../../src/compose';
import { parseConfig } from '../../../src/config';
import { CosmosStore } from '../../../src/storage/cosmos/cosmos-store';
import type { CosmosOperation } from '../../../src/storage/cosmos/request-plugin';
import { type CosmosEmulator, emulatorKey, startCosmosEmulator } from '../../support/cosmos-emulator';
import { folderOnDisk } from '../../support/embedded';
import type { LoopbackTeamsProcess } from '../../support/loopback-teams/loopback-teams-process';
import { silentLog } from '../../support/silent-log';
import { rounded } from '../statistics';
import { benchProgramme } from './bench-programme';
import { addProgramme, environmentFor, openPulse, untilSent } from './bench-setting';
import type { LoadGenerator } from './load-generator';
import { tapScript } from './tap-script';

const invited = 48;
const atATime = 8;

export interface CosmosCost {
  /** Point reads and queries; what is remembered for a moment costs its share. */
  readonly cosmosReadsPerAnswer: number;
  readonly cosmosWritesPerAnswer: number;
}

export async function countCosmos(
  teams: LoopbackTeamsProcess,
  authorization: string,
  generator: LoadGenerator,
): Promise<CosmosCost> {
  const emulator = await startCosmosEmulator();
  const folder = folderOnDisk();
  const counts = { reads: 0, writes: 0 };
  const store = await connect(emulator, (operation) => {
    if (operation === 'read' || operation === 'query') counts.reads += 1;
    else counts.writes += 1;
  });
  const config = parseConfig(environmentFor(teams, folder.path, 10_000));
  const bot = await openBot(config, { log: silentLog, store });
  const programme = benchProgramme('cosmos', teams.address.tenantId);
  await addProgramme(bot.context, programme, invited);
  const waveId = await openPulse(bot.context, programme);
  await untilSent(bot.context, waveId, invited);
  // What remains is what answers cost: this instance answers, and another one would do the sending.
  await bot.worker.stop();
  const { serviceUrl, appId, tenantId } = teams.address;
  const taps = tapScript(programme.id, waveId, 0);
  const before = { ...counts };
  const report = await generator.run({
    kind: 'closed',
    atATime,
    only: 'answers',
    url: `http://127.0.0.1:${bot.port}/api/messages`,
    authorization,
    source: { serviceUrl, appId, tenantId },
    programmeId: programme.id,
    waveId,
    people: { from: 0, to: invited },
  });
  const answers = report.requests;
  if (answers !== invited * taps.filter(({ isRecorded }) => isRecorded).length)
    throw new Error('a tap is missing');
  const cost = {
    cosmosReadsPerAnswer: rounded((counts.reads - before.reads) / answers),
    cosmosWritesPerAnswer: rounded((counts.writes - before.writes) / answers),
  };
  await bot.close();
  await store.close();
  await emulator.close();
  folder.remove();
  return cost;
}

function connect({ endpoint }: CosmosEmulator, onRequest: (operation: CosmosOperation) => void) {
  return CosmosStore.connect({
    endpoint,
    database: 'bench',
    key: emulatorKey,
    createIfMissing: true,
    onRequest,
  });
}
