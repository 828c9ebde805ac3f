/** The containers of the database, and what of a document is indexed. */

import {
  type ContainerDefinition,
  type CosmosClient,
  type IndexingPolicy,
  PartitionKeyDefinitionVersion,
  PartitionKeyKind,
} from '@azure/cosmos';
import { collections } from '../../app/ports/store';
import { failureOf } from './cosmos-failure';

/** Only what queries ask for is indexed: the large texts of a document would be paid for with every write. `id` is
 * always indexed by Cosmos DB itself. */
export const indexingPolicy: IndexingPolicy = {
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: [
    '/pk/?',
    '/type/?',
    '/dueAt/urgent/?',
    '/dueAt/normal/?',
    '/status/?',
    '/personId/?',
    '/waveId/?',
    '/pulseId/?',
    '/issueId/?',
  ].map((path) => ({ path })),
  excludedPaths: [{ path: '/*' }, { path: '/"_etag"/?' }],
};

export const containerDefinitions: readonly ContainerDefinition[] = collections.map((id) => ({
  id,
  partitionKey: {
    paths: ['/pk'],
    kind: PartitionKeyKind.Hash,
    version: PartitionKeyDefinitionVersion.V2,
  },
  indexingPolicy,
}));

/**
 * Creates the database and the containers that are missing; leaves those that are there as they are, so a changed
 * indexing policy is rolled out by the deployment, not by a start. Needs the account's key: a managed identity may
 * read and write documents but not create containers. Throughput is the account's default (serverless: none).
 */
export async function ensureContainers(
  client: CosmosClient,
  database: string,
  abortSignal: AbortSignal,
): Promise<void> {
  await existing(() => client.databases.createIfNotExists({ id: database }, { abortSignal }));
  for (const definition of containerDefinitions) {
    await existing(() => client.database(database).containers.createIfNotExists(definition, { abortSignal }));
  }
}

/** Two instances that start together both see a gap; the one that comes second is told it is filled. */
async function existing(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (failureOf(error).kind !== 'conflict') throw error;
  }
}
