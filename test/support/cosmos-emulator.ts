/** A stand-in for Azure Cosmos DB on loopback: the real client speaks to it over real HTTP. */

import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';

/** Any key will do; the client wants one to sign with. */
export const emulatorKey = Buffer.from('a key for tests on loopback').toString('base64');

export interface CosmosEmulator {
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function startCosmosEmulator(): Promise<CosmosEmulator> {
  const server = createHttpServer({ keepAlive: true });
  // A connection that the server drops for idling while a slow test reuses it would be an ambiguous write.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The configuration of a bot whose store is there. */
export function cosmosAt(
  { endpoint }: Pick<CosmosEmulator, 'endpoint'>,
  database: string,
): Readonly<Record<string, string>> {
  return { STORE: 'cosmos', COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: emulatorKey };
}
