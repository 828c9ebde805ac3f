/** Places where stores keep test data, and a way to run one suite on each technology. */

import type { Store } from '../../src/app/ports/store';
import { CosmosStore } from '../../src/storage/cosmos/cosmos-store';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { type CosmosEmulator, emulatorKey, startCosmosEmulator } from './cosmos-emulator';
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

  async open(): Promise<Store> {
    const { endpoint, database } = this;
    return CosmosStore.connect({ endpoint, database, key: emulatorKey, createIfMissing: true });
  }

  async stop(): Promise<void> {
    await this.emulator?.close();
  }
}

type Host = EmbeddedHost | CosmosEmulatorHost;
type Suite = (open: () => Promise<Store>, host: Host) => void;

/** Runs a suite on both technologies. Within one test every `open()` opens the same data; each test begins with none.
 * Stores are closed after the test. */
export function eachStore(name: string, suite: Suite): void {
  onStore(new EmbeddedHost(), name, suite);
  onStore(new CosmosEmulatorHost(), name, suite);
}

function onStore(host: Host, name: string, suite: Suite): void {
  describe(`${name} on ${host.name}`, () => {
    const opened: Store[] = [];
    beforeAll(() => host.start());
    beforeEach(() => host.renew());
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    afterAll(() => host.stop());
    suite(async () => {
      const store = await host.open();
      opened.push(store);
      return store;
    }, host);
  });
}
