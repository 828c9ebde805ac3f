/** Embedded stores on files of their own, which a test throws away. */

import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

const memory = '/dev/shm';
const roomyBytes = 512 * 1024 ** 2;

function isRoomy(path: string): boolean {
  if (!existsSync(path)) return false;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize > roomyBytes;
}

const fastest = isRoomy(memory) ? memory : tmpdir();

/** In memory where Linux offers that and there is room: tests kill processes, but never pull the plug, so nothing is gained
 * by waiting for a disk at each commit. */
export function temporaryFolder(): TemporaryFolder {
  return folderIn(fastest);
}

/** For what is measured: a commit takes what it takes. */
export function folderOnDisk(): TemporaryFolder {
  return folderIn(tmpdir());
}

function folderIn(parent: string): TemporaryFolder {
  const path = mkdtempSync(join(parent, 'soundings-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The store file within such a folder. */
export function storeFileIn({ path }: TemporaryFolder): string {
  return join(path, 'soundings.db');
}
