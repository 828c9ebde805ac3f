/** What somebody holds who took everything: the store's file or containers, the keys, the roster and the logs. */

import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import Database from 'libsql';
import type { Keys } from '../../../src/app/ports/keys';
import { collections } from '../../../src/app/ports/store';
import type { Person } from '../../../src/domain/programme/person';
import { emulatorKey } from '../../support/cosmos-emulator';
import { temporaryFolder } from '../../support/embedded';
import { type CosmosEmulatorHost, EmbeddedHost } from '../../support/stores';

/** A document with all that the store itself adds to it: where it stands, when it was written. */
export interface SeizedDocument {
  readonly collection: string;
  /** As the store keeps them: by rowid, or as the container lists them. */
  readonly position: number;
  readonly json: string;
}

export interface Seizure {
  readonly documents: readonly SeizedDocument[];
  /** Everything as it stands on the disk, free pages and the write-ahead log with it. */
  readonly bytes: string;
  readonly log: readonly string[];
  /** Opens whatever the service key opens. */
  readonly keys: Keys;
  readonly roster: readonly Person[];
}

export async function seizeStore(
  host: EmbeddedHost | CosmosEmulatorHost,
): Promise<Pick<Seizure, 'documents' | 'bytes'>> {
  return host instanceof EmbeddedHost ? seizeFile(host.filePath) : seizeContainers(host);
}

function seizeFile(path: string): Pick<Seizure, 'documents' | 'bytes'> {
  const folder = temporaryFolder();
  const copy = join(folder.path, 'seized.db');
  const suffixes = ['', '-wal', '-shm'].filter((suffix) => existsSync(`${path}${suffix}`));
  const bytes = suffixes.map((suffix) => readFileSync(`${path}${suffix}`).toString('latin1')).join('\n');
  for (const suffix of suffixes) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
  const db = new Database(copy);
  const documents = collections.flatMap((collection) => {
    const rows = db
      .prepare(`SELECT rowid AS position, version, body FROM ${collection} ORDER BY rowid`)
      .all();
    return (rows as { position: number; version: string; body: string }[]).map(
      ({ position, version, body }) => ({
        collection,
        position,
        json: JSON.stringify({ ...(JSON.parse(body) as object), version }),
      }),
    );
  });
  db.close();
  folder.remove();
  return { documents, bytes };
}

async function seizeContainers({
  endpoint,
  database,
}: CosmosEmulatorHost): Promise<Pick<Seizure, 'documents' | 'bytes'>> {
  const client = new CosmosClient({
    endpoint,
    key: emulatorKey,
    connectionPolicy: { enableEndpointDiscovery: false },
  });
  const documents: SeizedDocument[] = [];
  for (const collection of collections) {
    const { resources } = await client.database(database).container(collection).items.readAll().fetchAll();
    documents.push(
      ...resources.map((item, position) => ({ collection, position, json: JSON.stringify(item) })),
    );
  }
  return { documents, bytes: documents.map(({ json }) => json).join('\n') };
}
