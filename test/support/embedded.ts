/** Embedded stores on files of their own, which a test throws away. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'soundings-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The store file within such a folder. */
export function storeFileIn({ path }: TemporaryFolder): string {
  return join(path, 'soundings.db');
}
