/** A Cosmos DB stand-in behind a proxy that fails on demand, and stores that reach it in different ways. */

import { CosmosStore } from '../../../src/storage/cosmos/cosmos-store';
import type { CosmosOperation } from '../../../src/storage/cosmos/request-plugin';
import type { ContractDocument } from '../../contract/contract-document';
import { type CosmosEmulator, emulatorKey, startCosmosEmulator } from '../../support/cosmos-emulator';
import { type Fault, FaultProxy, type SeenRequest } from '../../support/fault-proxy';

export type Matcher = (seen: SeenRequest) => boolean;

const isQueryPlan: Matcher = ({ headers }) => headers['x-ms-cosmos-is-query-plan-request'] !== undefined;
export const isQuery: Matcher = (seen) =>
  seen.headers['x-ms-documentdb-isquery'] !== undefined && !isQueryPlan(seen);
export const isWrite: Matcher = (seen) =>
  ['POST', 'PUT', 'DELETE'].includes(seen.method) && !isQuery(seen) && !isQueryPlan(seen);
export const isPointRead: Matcher = ({ method, url }) => method === 'GET' && url.includes('/docs/');

export class FaultyAccount {
  /** What the patient store was seen to ask for. */
  readonly counted: CosmosOperation[];
  private constructor(
    readonly emulator: CosmosEmulator,
    readonly proxy: FaultProxy,
    /** Reaches the service past the proxy. */
    readonly direct: CosmosStore,
    /** Waits for as long as a busy machine may take. */
    readonly patient: CosmosStore,
    /** Gives up soon: for what never answers. */
    readonly impatient: CosmosStore,
    counted: CosmosOperation[],
  ) {
    this.counted = counted;
  }

  static async start(): Promise<FaultyAccount> {
    const emulator = await startCosmosEmulator();
    const proxy = await FaultProxy.start(emulator.endpoint);
    const counted: CosmosOperation[] = [];
    const account = { database: 'faults', key: emulatorKey };
    const direct = await CosmosStore.connect({
      ...account,
      endpoint: emulator.endpoint,
      createIfMissing: true,
    });
    const through = { ...account, endpoint: proxy.endpoint };
    const patient = await CosmosStore.connect({
      ...through,
      requestTimeoutMs: 10_000,
      operationTimeoutMs: 20_000,
      onRequest: (operation) => counted.push(operation),
    });
    const impatient = await CosmosStore.connect({
      ...through,
      requestTimeoutMs: 300,
      operationTimeoutMs: 1_200,
    });
    return new FaultyAccount(emulator, proxy, direct, patient, impatient, counted);
  }

  /** The store to test a fault with: only silence needs one that gives up. */
  storeFor({ kind }: Fault): CosmosStore {
    return kind === 'hang' ? this.impatient : this.patient;
  }

  inject(
    fault: Fault,
    when: 'before' | 'after',
    matching: Matcher,
    times = 1,
  ): { readonly met: Promise<void> } {
    return this.proxy.inject({ fault, when, matching, times });
  }

  seen(matching: Matcher): number {
    return this.proxy.seen.filter(matching).length;
  }

  /** The `count` of document `a`, as the service has it. */
  async stored(pk: string): Promise<number | undefined> {
    return (await this.direct.read<ContractDocument>('responses', pk, 'a'))?.document.count;
  }

  calm(): void {
    this.proxy.calm();
    this.counted.length = 0;
  }

  async stop(): Promise<void> {
    for (const store of [this.patient, this.impatient, this.direct]) await store.close();
    await this.proxy.close();
    await this.emulator.close();
  }
}
