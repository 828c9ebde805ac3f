/** Embedded stores on files of their own, which a test throws away. */

import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** In memory where Linux offers that and there is room: tests kill processes, but never pull the plug, so nothing is gained
 * by waiting for a disk at each commit. */
const memory = '/dev/shm';
const roomyBytes = 512 * 1024 ** 2;
const root = existsSync(memory) && freeBytes(memory) > roomyBytes ? memory : tmpdir();

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(root, 'soundings-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The store file within such a folder. */
export function storeFileIn({ path }: TemporaryFolder): string {
  return join(path, 'soundings.db');
}
