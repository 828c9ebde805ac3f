/** Places where stores keep test data, and a way to run one suite on each technology. */

import { dirname } from 'node:path';
import type { Store } from '../../src/app/ports/store';
import { CosmosStore } from '../../src/storage/cosmos/cosmos-store';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { type CosmosEmulator, cosmosAt, emulatorKey, startCosmosEmulator } from './cosmos-emulator';
import { storeFileIn, type TemporaryFolder, temporaryFolder } from './embedded';

export interface StoreHost {
  readonly name: string;
  start(): Promise<void>;
  /** What is opened from now on is empty. */
  renew(): Promise<void>;
  /** Another instance on the same data, as another process would open it. */
  open(): Promise<Store>;
  stop(): Promise<void>;
}

export class EmbeddedHost implements StoreHost {
  readonly name = 'the embedded store';
  private readonly folders: TemporaryFolder[] = [];

  /** The file in use. */
  get filePath(): string {
    const folder = this.folders.at(-1);
    if (!folder) throw new Error('start the host first');
    return storeFileIn(folder);
  }

  /** For a bot in a process of its own. */
  get environment(): Readonly<Record<string, string>> {
    return { DATA_DIR: dirname(this.filePath) };
  }

  async start(): Promise<void> {
    await this.renew();
  }

  async renew(): Promise<void> {
    this.folders.push(temporaryFolder());
  }

  async open(): Promise<Store> {
    return EmbeddedStore.open(this.filePath);
  }

  async stop(): Promise<void> {
    for (const folder of this.folders.splice(0)) folder.remove();
  }
}

export class CosmosEmulatorHost implements StoreHost {
  readonly name = 'Cosmos DB';
  private emulator: CosmosEmulator | undefined;
  private databases = 0;

  async start(): Promise<void> {
    this.emulator = await startCosmosEmulator();
  }

  async renew(): Promise<void> {
    this.databases += 1;
  }

  get database(): string {
    return `test${this.databases}`;
  }

  get endpoint(): string {
    if (!this.emulator) throw new Error('start the host first');
    return this.emulator.endpoint;
  }

  /** For a bot in a process of its own. */
  get environment(): Readonly<Record<string, string>> {
    return cosmosAt(this, this.database);
  }

  async open(): Promise<Store> {
    const { endpoint, database } = this;
    return CosmosStore.connect({ endpoint, database, key: emulatorKey, createIfMissing: true });
  }

  async stop(): Promise<void> {
    await this.emulator?.close();
  }
}

export type Host = EmbeddedHost | CosmosEmulatorHost;
type Suite = (open: () => Promise<Store>, host: Host) => void;

/** Runs a suite on both technologies. Within one test every `open()` opens the same data; each test begins with none.
 * Stores are closed after the test. */
export function eachStore(name: string, suite: Suite): void {
  onStore(new EmbeddedHost(), name, suite);
  onStore(new CosmosEmulatorHost(), name, suite);
}

/** The same for bots in processes of their own, which take many seconds of computing time: on the embedded one, whose disk
 * has to keep what they wrote, and with `EVERY_STORE=1` on the other as well. */
export function processStores(name: string, suite: Suite): void {
  if (process.env.EVERY_STORE) eachStore(name, suite);
  else onStore(new EmbeddedHost(), name, suite);
}

function onStore(host: Host, name: string, suite: Suite): void {
  describe(`${name} on ${host.name}`, () => {
    const opened: Store[] = [];
    beforeAll(() => host.start());
    beforeEach(() => host.renew());
    suite(async () => {
      const store = await host.open();
      opened.push(store);
      return store;
    }, host);
    // What a suite has opened itself is closed first.
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    afterAll(() => host.stop());
  });
}
