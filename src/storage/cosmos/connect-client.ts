/** A Cosmos DB client that leaves retries to us, and the options it needs. */

import { ConsistencyLevel, CosmosClient, type CosmosClientOptions, type PluginConfig } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import { type RequestObserver, requestPlugin } from './request-plugin';

export interface CosmosOptions {
  readonly endpoint: string;
  readonly database: string;
  /** Absent: `credential`, and where that is absent too the managed identity of the host. */
  readonly key?: string;
  readonly credential?: TokenCredential;
  /** For one request on the wire. Default 3,000. */
  readonly requestTimeoutMs?: number;
  /** For one call of the store, repetitions included. Default 10,000. */
  readonly operationTimeoutMs?: number;
  /** Creates the database and its containers; needs `key`. */
  readonly createIfMissing?: boolean;
  readonly onRequest?: RequestObserver;
}

/** The client reads `plugins`, but its type does not say so. */
type WithPlugins = CosmosClientOptions & { readonly plugins: PluginConfig[] };

/** An endpoint without TLS is a stand-in on this machine: it has no regions to discover. Versions decide conflicts only
 * where one region writes, so several are never used, even if the account has them. */
export async function connectClient(
  options: CosmosOptions & { readonly requestTimeoutMs: number },
): Promise<CosmosClient> {
  const clientOptions: WithPlugins = {
    endpoint: options.endpoint,
    ...(options.key === undefined
      ? { aadCredentials: options.credential ?? (await hostCredential()) }
      : { key: options.key }),
    consistencyLevel: ConsistencyLevel.Session,
    connectionPolicy: {
      requestTimeout: options.requestTimeoutMs,
      enableEndpointDiscovery: options.endpoint.startsWith('https:'),
      enablePartitionLevelFailover: false,
      enablePartitionLevelCircuitBreaker: false,
      useMultipleWriteLocations: false,
      retryOptions: {
        maxRetryAttemptCount: 0,
        fixedRetryIntervalInMilliseconds: 0,
        maxWaitTimeInSeconds: 0,
      },
    },
    plugins: [requestPlugin(options.onRequest)],
  };
  return new CosmosClient(clientOptions);
}

/** Loaded only where it is used: it is large. */
async function hostCredential(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
